import { gunzipSync, gzipSync } from "node:zlib";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

const GZIP = { "Accept-Encoding": "gzip, deflate" };

describe("compressed answers", () => {
  it("go to those who accept them, and fetch in process inflates them", async () => {
    const { get } = api(createOrg());
    const plain = await get("/sobjects");
    const compressed = await get("/sobjects", GZIP);
    expect(plain.headers.get("Content-Encoding")).toBeNull();
    expect(compressed.headers.get("Content-Encoding")).toBe("gzip");
    expect(compressed.body).toEqual(plain.body);
    expect(compressed.headers.get("ETag")).toBe(plain.headers.get("ETag")?.replace(/"$/, '--gzip"'));
    expect(
      (await get("/sobjects", { "Accept-Encoding": "gzip;q=0" })).headers.get("Content-Encoding"),
    ).toBeNull();
    expect((await get("/limits/recordCount?sObjects=User", GZIP)).headers.get("Content-Encoding")).toBeNull();
  });

  it("are gzip on the wire", async () => {
    const org = createOrg();
    const { accessToken } = org.credentials;
    const request = new Request(`${org.url}${DATA}/limits`, {
      headers: { Authorization: `Bearer ${accessToken}`, ...GZIP },
    });
    const bytes = new Uint8Array(await (await org.handler(request)).arrayBuffer());
    expect(JSON.parse(gunzipSync(bytes).toString()).DailyApiRequests.Max).toBe(5_000_000);
  });
});

describe("bodies", () => {
  it.each(["text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/related"])(
    "of type %s are refused where JSON is wanted",
    async (type) => {
      const { post } = api(createOrg());
      const { status, body } = await post("/sobjects/Account", '{"Name":"x"}', { "Content-Type": type });
      expect(status).toBe(415);
      expect(body).toEqual([
        {
          errorCode: "UNSUPPORTED_MEDIA_TYPE",
          message: `MediaType of '${type}' is not supported by this resource`,
        },
      ]);
    },
  );

  it("that do not inflate are refused", async () => {
    const { post } = api(createOrg());
    const broken = await post("/sobjects/Account", '{"Name":"x"}', { "Content-Encoding": "gzip" });
    expect([broken.status, broken.body[0].errorCode]).toEqual([400, "JSON_PARSER_ERROR"]);
  });
});

describe("requests that are too long", () => {
  it("answer 414 for the URL, and 431 for the URL with its headers", async () => {
    const { get } = api(createOrg());
    const long = `/query?q=${"x".repeat(15_000)}`;
    expect((await get(`${long}${"x".repeat(2_000)}`)).status).toBe(414);
    expect((await get(long)).status).toBe(400);
    expect((await get(long, { "X-Padding": "x".repeat(2_000) })).status).toBe(431);
  });
});

const BOUNDARY = "boundary_string";

/** A multipart body as Salesforce's guide writes it: note the `;` after the name. */
function multipart(
  json: object,
  field: string,
  bytes: Uint8Array,
  boundary = BOUNDARY,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="entity_document";\r\n` +
          `Content-Type: application/json\r\n\r\n${JSON.stringify(json)}\r\n--${boundary}\r\n` +
          `Content-Type: image/png\r\nContent-Disposition: form-data; name="${field}"; filename="a b.png"\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  );
}

describe("files", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256);

  function upload(
    org: ReturnType<typeof createOrg>,
    method: string,
    path: string,
    body: BodyInit,
    type: string,
  ) {
    return org.fetch(`${org.url}${DATA}${path}`, {
      method,
      headers: { Authorization: `Bearer ${org.credentials.accessToken}`, "Content-Type": type },
      body,
    });
  }

  function seeded() {
    const org = createOrg();
    const [account = ""] = org.seed({ Account: [{ Name: "A" }] }).Account ?? [];
    return { org, account, ...api(org) };
  }

  async function download(org: ReturnType<typeof createOrg>, path: string) {
    const response = await upload(org, "GET", path, undefined as never, "application/json");
    return {
      status: response.status,
      type: response.headers.get("Content-Type"),
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  }

  it.each([BOUNDARY, "x", "b".repeat(70)])(
    "are uploaded in parts and read back byte for byte (boundary %s)",
    async (boundary) => {
      const { org, account } = seeded();
      const record = { Name: "a.png", ParentId: account, ContentType: "image/png" };
      const body = multipart(record, "Body", bytes, boundary);
      const type = `multipart/form-data; boundary="${boundary}"`;
      const created = await upload(org, "POST", "/sobjects/Attachment", body, type);
      expect(created.status).toBe(201);
      const { id } = (await created.json()) as { id: string };
      const read = await download(org, `/sobjects/Attachment/${id}/Body`);
      expect([read.status, read.type]).toEqual([200, "image/png"]);
      expect(Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true);
      const { get } = api(org);
      expect((await get(`/sobjects/Attachment/${id}`)).body.Body).toBe(
        `${DATA}/sobjects/Attachment/${id}/Body`,
      );
    },
  );

  it("are taken from FormData, and replaced by PATCH", async () => {
    const { org, account, post } = seeded();
    const made = await post("/sobjects/Attachment", { Name: "a", ParentId: account, Body: btoa("old") });
    expect(made.status).toBe(201);
    const form = new FormData();
    form.append("entity", JSON.stringify({ Name: "b" }));
    form.append("Body", new Blob(["new ✓"]), "b.txt");
    const request = new Request("https://form.example", { method: "POST", body: form });
    const path = `/sobjects/Attachment/${made.body.id}`;
    const type = request.headers.get("Content-Type") ?? "";
    const patched = await upload(org, "PATCH", path, await request.arrayBuffer(), type);
    expect(patched.status).toBe(204);
    expect(new TextDecoder().decode((await download(org, `${path}/Body`)).bytes)).toBe("new ✓");
  });

  it("come compressed, and with records of a collection", async () => {
    const { org, account } = seeded();
    const attributes = { type: "Attachment", binaryPartName: "file1", binaryPartNameAlias: "Body" };
    const records = [{ attributes, Name: "a", ParentId: account }];
    const body = gzipSync(multipart({ allOrNone: true, records }, "file1", bytes));
    const response = await org.fetch(`${org.url}${DATA}/composite/sobjects`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${org.credentials.accessToken}`,
        "Content-Type": `multipart/form-data; boundary=${BOUNDARY}`,
        "Content-Encoding": "gzip",
      },
      body,
    });
    const [result] = (await response.json()) as { id: string; success: boolean }[];
    expect(result?.success).toBe(true);
    expect((await download(org, `/sobjects/Attachment/${result?.id}/Body`)).bytes).toHaveLength(bytes.length);
  });

  it.each([
    ["no boundary", "multipart/form-data", "--x\r\n\r\n--x--"],
    ["an end that is missing", "multipart/form-data; boundary=x", "--x\r\nA: b\r\n\r\ncut"],
    ["no empty line", "multipart/form-data; boundary=x", "--x\r\nA: b\r\n--x--"],
    ["another boundary", "multipart/form-data; boundary=y", "--x\r\nA: b\r\n\r\nc\r\n--x--"],
    ["no JSON part", "multipart/form-data; boundary=x", "--x--"],
  ])("with %s are refused", async (_what, type, body) => {
    const { org } = seeded();
    const response = await upload(org, "POST", "/sobjects/Attachment", body, type);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ errorCode: "INVALID_MULTIPART_REQUEST" }]);
  });

  it("are no part of a composite request, and 404 where there is none", async () => {
    const { org, post, get, account } = seeded();
    const { body } = await post("/sobjects/Attachment", { Name: "a", ParentId: account, Body: btoa("x") });
    const url = `${DATA}/sobjects/Attachment/${body.id}/Body`;
    const answer = await post("/composite", { compositeRequest: [{ method: "GET", url, referenceId: "a" }] });
    expect(answer.body.compositeResponse[0].httpStatusCode).toBe(400);
    org.seed({ Account: [{ Name: "B" }] });
    expect((await get(`/sobjects/Attachment/${body.id}/Nothing`)).status).toBe(404);
  });
});
