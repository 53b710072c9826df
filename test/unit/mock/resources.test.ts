import { gzipSync } from "node:zlib";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

describe("versions", () => {
  it("are listed from 31.0 to 67.0 with their labels", async () => {
    const { status, body } = await api(createOrg()).get("/services/data");
    expect(status).toBe(200);
    expect(body).toHaveLength(37);
    expect(body[0]).toEqual({ label: "Summer '14", url: "/services/data/v31.0", version: "31.0" });
    expect(body.find((entry: { version: string }) => entry.version === "62.0").label).toBe("Winter '25");
    expect(body.at(-1)).toEqual({ label: "Summer '26", url: "/services/data/v67.0", version: "67.0" });
  });

  it("outside the list are not found, or gone where they were once served", async () => {
    const { get } = api(createOrg());
    expect((await get("/services/data/v99.0/sobjects")).status).toBe(404);
    expect((await get("/services/data/v6/sobjects")).status).toBe(404);
    const retired = await get("/services/data/v25.0/sobjects");
    expect(retired.status).toBe(410);
    expect(retired.body[0].errorCode).toBe("GONE");
  });
});

describe("resources", () => {
  it("of a version are listed with their paths", async () => {
    const { body } = await api(createOrg()).get(DATA);
    expect(body).toMatchObject({ sobjects: `${DATA}/sobjects`, query: `${DATA}/query` });
  });

  it("that are not there answer 404 in Salesforce's form", async () => {
    const { status, body } = await api(createOrg()).get("/nowhere/at/all");
    expect(status).toBe(404);
    expect(body).toEqual([{ errorCode: "NOT_FOUND", message: "The requested resource does not exist" }]);
  });

  it("refuse methods they do not have, and name those they have", async () => {
    const { status, body, headers } = await api(createOrg()).send(
      "PUT",
      "/sobjects/Account/001000000000001AAA",
      {},
    );
    expect(status).toBe(405);
    expect(body).toEqual([
      {
        errorCode: "METHOD_NOT_ALLOWED",
        message: "HTTP Method 'PUT' not allowed. Allowed are HEAD,GET,PATCH,DELETE",
      },
    ]);
    expect(headers.get("Allow")).toBe("HEAD,GET,PATCH,DELETE");
  });

  it("take a slash at the end, HEAD for GET, and PATCH disguised as POST", async () => {
    const org = createOrg();
    const { get, post, send } = api(org);
    const { id } = (await post("/sobjects/Account/", { Name: "Slash" })).body;
    const head = await send("HEAD", `/sobjects/Account/${id}`);
    expect(head.status).toBe(200);
    expect(head.body).toBeUndefined();
    expect((await post(`/sobjects/Account/${id}?_HttpMethod=PATCH`, { Name: "Dash" })).status).toBe(204);
    expect((await get(`/sobjects/Account/${id}/`)).body.Name).toBe("Dash");
  });

  it("refuse URLs that are too long", async () => {
    const { status } = await api(createOrg()).get(`/query?q=${"x".repeat(17_000)}`);
    expect(status).toBe(414);
  });
});

describe("bodies", () => {
  const answer = (message: string) => [{ errorCode: "JSON_PARSER_ERROR", message }];

  it("that are missing or do not parse are refused with the place", async () => {
    const { send } = api(createOrg());
    const none = await send("POST", "/sobjects/Account");
    expect(none.status).toBe(400);
    expect(none.body).toEqual(
      answer("The HTTP entity body is required, but this request has no entity body."),
    );
    const broken = await send("POST", "/sobjects/Account", '{\n  "Name": }');
    expect(broken.status).toBe(400);
    expect(broken.body[0].message).toBe("Unexpected character ('}' (code 125)) at [line:2, column:11]");
    const list = await send("POST", "/sobjects/Account", "[]");
    expect(list.body).toEqual(
      answer("Can not deserialize SObject out of START_ARRAY token at [line:1, column:1]"),
    );
  });

  it("may come compressed", async () => {
    const org = createOrg();
    const response = await org.fetch(`${org.url}${DATA}/sobjects/Account`, {
      method: "POST",
      headers: { Authorization: `Bearer ${org.credentials.accessToken}`, "Content-Encoding": "gzip" },
      body: gzipSync(JSON.stringify({ Name: "Squeezed" })),
    });
    expect(response.status).toBe(201);
    expect(org.records("Account").map((record) => record.Name)).toEqual(["Squeezed"]);
  });
});

describe("limits", () => {
  it("count every request down, and tell it in a header", async () => {
    const { get } = api(createOrg({ limits: { DailyApiRequests: 10 } }));
    const first = await get("/limits");
    expect(first.headers.get("Sforce-Limit-Info")).toBe("api-usage=1/10");
    expect(first.body.DailyApiRequests).toEqual({ Max: 10, Remaining: 9 });
    expect((await get("/nowhere")).headers.get("Sforce-Limit-Info")).toBe("api-usage=2/10");
    expect((await get("/services/data")).headers.get("Sforce-Limit-Info")).toBeNull();
    expect((await get("/limits")).body.DailyApiRequests.Remaining).toBe(7);
  });

  it("refuse requests when used up, and begin anew a day later", async () => {
    let now = new Date("2026-01-01T00:00:00Z");
    const { get } = api(createOrg({ limits: { DailyApiRequests: 1 }, now: () => now }));
    await get("/limits");
    const refused = await get("/limits");
    expect(refused.status).toBe(403);
    expect(refused.body).toEqual([
      { errorCode: "REQUEST_LIMIT_EXCEEDED", message: "TotalRequests Limit exceeded." },
    ]);
    now = new Date("2026-01-02T00:00:01Z");
    expect((await get("/limits")).status).toBe(200);
  });

  it("of records count what is there, and leave out what is not", async () => {
    const org = createOrg();
    org.seed({ Account: [{ Name: "A" }, { Name: "B" }] });
    const { get } = api(org);
    const some = await get("/limits/recordCount?sObjects=account,Contact,Nothing__c");
    expect(some.body).toEqual({ sObjects: [{ count: 2, name: "Account" }] });
    const all = await get("/limits/recordCount");
    expect(all.body.sObjects).toContainEqual({ count: 1, name: "User" });
  });
});

describe("describe", () => {
  const schemaDate = new Date("2026-02-03T04:05:06Z");

  it("global lists every object with links of the version asked for", async () => {
    const { body } = await api(createOrg()).get("/services/data/v59.0/sobjects");
    expect(body).toMatchObject({ encoding: "UTF-8", maxBatchSize: 200 });
    const account = body.sobjects.find((entry: { name: string }) => entry.name === "Account");
    expect(Object.keys(account)).toHaveLength(28);
    expect(account.keyPrefix).toBe("001");
    expect(account.urls.describe).toBe("/services/data/v59.0/sobjects/Account/describe");
  });

  it("of an object has every attribute, though a snapshot leaves most out", async () => {
    const tiny = describeOf("Thing__c", [{ name: "Code__c", type: "string", length: 20 }]);
    const { body } = await api(createOrg({ describes: [tiny] })).get(
      "/services/data/v60.0/sobjects/thing__C/describe",
    );
    expect(Object.keys(body)).toEqual([...Object.keys(body)].sort());
    expect(body).toMatchObject({ name: "Thing__c", label: "Thing__c", custom: true, keyPrefix: "a0x" });
    expect(body.urls.rowTemplate).toBe("/services/data/v60.0/sobjects/Thing__c/{ID}");
    const code = body.fields.find((entry: { name: string }) => entry.name === "Code__c");
    expect(Object.keys(code)).toHaveLength(57);
    expect(code).toMatchObject({ byteLength: 60, soapType: "xsd:string", custom: true, picklistValues: [] });
  });

  it("answers 304 to those who know it already", async () => {
    const { get } = api(createOrg({ now: () => schemaDate }));
    for (const path of ["/sobjects", "/sobjects/Account/describe"]) {
      const first = await get(path);
      expect(first.headers.get("Last-Modified")).toBe("Tue, 03 Feb 2026 04:05:06 GMT");
      const again = await get(path, { "If-Modified-Since": "Tue, 03 Feb 2026 04:05:06 GMT" });
      expect(again.status).toBe(304);
      expect(again.body).toBeUndefined();
      const older = await get(path, { "If-Modified-Since": "Tue, 03 Feb 2026 04:05:05 GMT" });
      expect(older.status).toBe(200);
    }
  });

  it("of what is not there is 404", async () => {
    const { status, body } = await api(createOrg()).get("/sobjects/Nothing__c/describe");
    expect(status).toBe(404);
    expect(body[0].errorCode).toBe("NOT_FOUND");
  });

  it("gives objects without a key prefix one that no other has", async () => {
    const bare = (name: string) => ({ name, fields: [field("Name", "string")] });
    const org = createOrg({ describes: [bare("One__c"), bare("Two__c"), bare("Account"), bare("Odd")] });
    const { body } = await api(org).get("/sobjects");
    const prefixes = body.sobjects.map((entry: { keyPrefix: string }) => entry.keyPrefix);
    expect(prefixes).toEqual(["a00", "a01", "001", "900"]);
  });

  it("basic information is the entry of describe global", async () => {
    const org = createOrg();
    org.seed({ Account: [{ Name: "Old" }, { Name: "New" }] });
    const { get } = api(org);
    const { sobjects } = (await get("/sobjects")).body;
    const { objectDescribe, recentItems } = (await get("/sobjects/Account")).body;
    expect(objectDescribe).toEqual(sobjects.find((entry: { name: string }) => entry.name === "Account"));
    expect(recentItems.map((item: { Name: string }) => item.Name)).toEqual(["New", "Old"]);
  });
});
