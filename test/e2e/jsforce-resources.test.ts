import { Connection } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org, standardDescribes } from "orgtype/mock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const VERSION = "62.0";
const DATA = `/services/data/v${VERSION}`;
const PLACED = {
  name: "Placed__e",
  keyPrefix: "e01",
  fields: [
    { name: "Id", type: "id", createable: false },
    { name: "Number__c", type: "string", createable: true, nillable: false, length: 20 },
  ],
};

let time = new Date("2026-05-01T10:00:00Z");
let org: Org;
let server: Listening;
let connection: Connection;

beforeAll(async () => {
  org = createOrg({
    now: () => time,
    describes: [...standardDescribes(), PLACED],
    actions: {
      "standard/emailSimple": ({ emailAddresses }) => {
        if (emailAddresses === undefined) throw new Error("Missing required input parameter: emailAddresses");
        return null;
      },
      "custom/apex/Shout": ({ text }) => ({ output: String(text).toUpperCase() }),
    },
    apexRest: {
      "GET /orders/{id}": ({ params }) => ({ id: params.id ?? "" }),
      "POST /orders": ({ body }, response) => {
        response.statusCode = 201;
        return { received: JSON.stringify(body) };
      },
      "DELETE /orders/{id}": () => undefined,
    },
  });
  server = await org.listen();
  connection = new Connection({
    instanceUrl: server.url,
    accessToken: org.credentials.accessToken,
    version: VERSION,
  });
});
afterAll(() => server.close());

let made = 0;
const fresh = (what: string): string => `${what} ${++made}`;
const account = (name = fresh("Account")): string =>
  org.seed({ Account: [{ Name: name }] }).Account?.[0] ?? "";

describe("jsforce against the embedded org: schema and org", () => {
  it("reads the describe others are answered 304 to", async () => {
    const url = `${server.url}${DATA}/sobjects/Account/describe`;
    const headers = { Authorization: `Bearer ${connection.accessToken}` };
    const first = await fetch(url, { headers });
    expect(first.headers.get("content-encoding")).toBe("gzip");
    expect(await first.json()).toEqual(await connection.request(url));
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(url, { headers: { ...headers, "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });

  it("reads the resource map, and follows it", async () => {
    const resources = await connection.request<Record<string, string>>(DATA);
    expect(Object.keys(resources)).toEqual(expect.arrayContaining(["composite", "limits", "sobjects"]));
    const recent = await connection.request<unknown[]>(resources.recent ?? "");
    expect(Array.isArray(recent)).toBe(true);
  });

  it("reads limits that count down", async () => {
    const first = (await connection.limits()).DailyApiRequests?.Remaining ?? 0;
    expect((await connection.limits()).DailyApiRequests?.Remaining).toBe(first - 1);
    expect(Object.keys(await connection.limits()).length).toBeGreaterThan(60);
  });

  it("counts records by object", async () => {
    account();
    const { sObjects } = await connection.request<{ sObjects: { name: string; count: number }[] }>(
      "/limits/recordCount?sObjects=Account,Lead",
    );
    expect(sObjects).toEqual([{ name: "Account", count: org.records("Account").length }]);
  });

  it("reads basic information", async () => {
    const id = account("Basic");
    const { objectDescribe, recentItems } = await connection.request<{
      objectDescribe: { keyPrefix: string };
      recentItems: { Id: string }[];
    }>("/sobjects/Account");
    expect(objectDescribe.keyPrefix).toBe("001");
    expect(recentItems[0]?.Id).toBe(id);
  });

  it("is told in Salesforce's form of resources that are not there", async () => {
    await expect(connection.request("/no-such-resource")).rejects.toMatchObject({
      errorCode: "NOT_FOUND",
      message: "The requested resource does not exist",
    });
    await expect(connection.request({ method: "PUT", url: "/sobjects", body: "{}" })).rejects.toMatchObject({
      errorCode: "METHOD_NOT_ALLOWED",
    });
    await expect(connection.requestPost("/sobjects/Account", [])).rejects.toMatchObject({
      errorCode: "JSON_PARSER_ERROR",
    });
  });
});

describe("jsforce: records", () => {
  it("lists recent ones, of all objects and of one", async () => {
    time = new Date("2026-05-01T10:10:00Z");
    const name = fresh("Recent");
    const id = account(name);
    const all = (await connection.recent(5)) as { Id: string; Name: string }[];
    expect(all).toHaveLength(5);
    expect(all[0]).toMatchObject({ Id: id, Name: name });
    const accounts = (await connection.sobject("Account").recent()) as { Id?: string }[];
    expect(accounts[0]?.Id).toBe(id);
  });

  it("lists what changed and what was deleted in a window", async () => {
    time = new Date("2026-05-02T10:00:00Z");
    const [kept, gone] = [account(), account()];
    await connection.sobject("Account").destroy(gone);
    const window = ["2026-05-02T09:59:00Z", "2026-05-02T10:01:00Z"] as const;
    const updated = await connection.sobject("Account").updated(...window);
    expect(updated.ids).toEqual([kept]);
    const deleted = await connection.sobject("Account").deleted(...window);
    expect(deleted.deletedRecords).toEqual([{ id: gone, deletedDate: "2026-05-02T10:00:00.000+0000" }]);
    const wrong = connection.sobject("Account").updated(window[1], window[0]);
    await expect(wrong).rejects.toMatchObject({ errorCode: "INVALID_REPLICATION_DATE" });
    time = new Date("2026-05-02T11:00:00Z");
  });

  it("walks from a record to those it is related to", async () => {
    const id = account("Root");
    const [contact = ""] = org.seed({ Contact: [{ LastName: "Leaf", AccountId: id }] }).Contact ?? [];
    const parent = await connection.request<{ Name: string }>(`/sobjects/Contact/${contact}/Account`);
    expect(parent.Name).toBe("Root");
    const children = await connection.request<{ totalSize: number; records: { LastName: string }[] }>(
      `/sobjects/Account/${id}/Contacts?fields=LastName`,
    );
    expect([children.totalSize, children.records[0]?.LastName]).toEqual([1, "Leaf"]);
    await connection.requestPatch(`/sobjects/Contact/${contact}/Account`, { Name: "Trunk" });
    expect((await connection.sobject("Account").retrieve(id)).Name).toBe("Trunk");
  });

  it("reads some fields only", async () => {
    const id = account("Fields");
    const record = await connection.sobject("Account").retrieve(id, { fields: ["Name"] });
    expect(Object.keys(record).sort()).toEqual(["Id", "Name", "attributes"]);
    const asked = await connection.request<object>(`/sobjects/Account/${id}?fields=Name,Phone`);
    expect(Object.keys(asked)).toEqual(["attributes", "Name", "Phone", "Id"]);
  });

  it("upserts by an external id, or refuses to create", async () => {
    const key = fresh("key");
    const path = `/sobjects/Invoice__c/External_Key__c/${encodeURIComponent(key)}`;
    const patch = (url: string) =>
      connection.request<{ created: boolean }>({
        method: "PATCH",
        url,
        body: JSON.stringify({ Amount__c: 1 }),
        headers: { "content-type": "application/json" },
      });
    await expect(patch(`${path}?updateOnly=true`)).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
    expect((await patch(path)).created).toBe(true);
    expect((await patch(`${path}?updateOnly=true`)).created).toBe(false);
  });

  it("accepts the headers of saving", async () => {
    const result = await connection.sobject("Case").create(
      { Subject: fresh("Case") },
      {
        headers: {
          "Sforce-Auto-Assign": "FALSE",
          "Sforce-Duplicate-Rule-Header": "allowSave=true",
          "Sforce-Mru": "updateMru=false",
        },
      },
    );
    expect(result.success).toBe(true);
  });

  it("reads a blob as a stream", async () => {
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, at) => at % 256));
    const result = await connection.sobject("Attachment").create({
      Name: "bytes.bin",
      ParentId: account(),
      Body: bytes.toString("base64"),
    });
    const stream = connection
      .sobject("Attachment")
      .record(result.id ?? "")
      .blob("Body");
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  it("uploads a file in parts", async () => {
    const boundary = "boundary_string";
    const json = JSON.stringify({ Title: "Notes", PathOnClient: "notes.txt" });
    const body = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="entity_content";',
      "Content-Type: application/json",
      "",
      json,
      `--${boundary}`,
      'Content-Disposition: form-data; name="VersionData"; filename="notes.txt"',
      "Content-Type: text/plain",
      "",
      "written by hand",
      `--${boundary}--`,
    ].join("\r\n");
    const { id } = await connection.request<{ id: string }>({
      method: "POST",
      url: "/sobjects/ContentVersion",
      body,
      headers: { "content-type": `multipart/form-data; boundary="${boundary}"` },
    });
    const content = await connection.request<string>(`/sobjects/ContentVersion/${id}/VersionData`);
    expect(String(content)).toBe("written by hand");
  });
});

describe("jsforce: many requests in one", () => {
  it("composite refers back, and undoes all where all or none is asked for", async () => {
    const name = fresh("Composite");
    const parts = (lastName: object) => [
      { method: "POST", url: `${DATA}/sobjects/Account`, referenceId: "acc", body: { Name: name } },
      {
        method: "POST",
        url: `${DATA}/sobjects/Contact`,
        referenceId: "con",
        body: { AccountId: "@{acc.id}", ...lastName },
      },
      {
        method: "GET",
        url: `${DATA}/query?q=SELECT Id FROM Contact WHERE AccountId='@{acc.id}'`,
        referenceId: "q",
      },
    ];
    const ask = (compositeRequest: object[], allOrNone: boolean) =>
      connection.requestPost<{ compositeResponse: { httpStatusCode: number; body: unknown }[] }>(
        "/composite",
        {
          allOrNone,
          compositeRequest,
        },
      );
    const failed = await ask(parts({}), true);
    expect(failed.compositeResponse.map((part) => part.httpStatusCode)).toEqual([400, 400, 400]);
    expect(org.records("Account").some((record) => record.Name === name)).toBe(false);
    const worked = await ask(parts({ LastName: "x" }), true);
    expect(worked.compositeResponse.map((part) => part.httpStatusCode)).toEqual([201, 201, 200]);
    expect(worked.compositeResponse[2]?.body).toMatchObject({ totalSize: 1 });
  });

  it("batch goes on after an error, or halts", async () => {
    const batchRequests = [
      { method: "GET", url: `v${VERSION}/nowhere` },
      { method: "GET", url: `v${VERSION}/limits` },
    ];
    const ask = (haltOnError: boolean) =>
      connection.requestPost<{ hasErrors: boolean; results: { statusCode: number }[] }>("/composite/batch", {
        batchRequests,
        haltOnError,
      });
    expect((await ask(false)).results.map((result) => result.statusCode)).toEqual([404, 200]);
    expect((await ask(true)).results.map((result) => result.statusCode)).toEqual([404, 412]);
  });

  it("graph saves one graph without the other", async () => {
    const node = (body: object) => [
      { method: "POST", url: `${DATA}/sobjects/Account`, referenceId: "a", body },
    ];
    const { graphs } = await connection.requestPost<{ graphs: { isSuccessful: boolean }[] }>(
      "/composite/graph",
      {
        graphs: [
          { graphId: "good", compositeRequest: node({ Name: fresh("Graph") }) },
          { graphId: "bad", compositeRequest: node({}) },
        ],
      },
    );
    expect(graphs.map((graph) => graph.isSuccessful)).toEqual([true, false]);
  });

  it("tree creates parents with their children, or tells which are wrong", async () => {
    const tree = (lastName: string | null) => ({
      records: [
        {
          attributes: { type: "Account", referenceId: "a" },
          Name: fresh("Tree"),
          Contacts: {
            records: [{ attributes: { type: "Contact", referenceId: "c" }, LastName: lastName }],
          },
        },
      ],
    });
    const { hasErrors, results } = await connection.requestPost<{
      hasErrors: boolean;
      results: { referenceId: string; id: string }[];
    }>("/composite/tree/Account", tree("Leaf"));
    expect([hasErrors, ...results.map((result) => result.referenceId)]).toEqual([false, "a", "c"]);
    const contact = org.records("Contact").find((record) => record.Id === results[1]?.id);
    expect(contact?.AccountId).toBe(results[0]?.id);
    await expect(connection.requestPost("/composite/tree/Account", tree(null))).rejects.toThrow(
      /"hasErrors":true,"results":\[\{"referenceId":"c","errors":\[\{"statusCode":"REQUIRED_FIELD_MISSING"/,
    );
  });

  it("collections create, change, read and delete, all or none", async () => {
    const records = [
      { attributes: { type: "Account" }, Name: fresh("Collected") },
      { attributes: { type: "Contact" }, LastName: fresh("Collected") },
    ];
    type Results = { id: string; success: boolean; errors: { statusCode: string }[] }[];
    const created = await connection.requestPost<Results>("/composite/sobjects", {
      allOrNone: true,
      records,
    });
    expect(created.map((result) => result.success)).toEqual([true, true]);
    const undone = await connection.requestPost<Results>("/composite/sobjects", {
      allOrNone: true,
      records: [records[0], { attributes: { type: "Contact" } }],
    });
    expect(undone.map((result) => result.errors[0]?.statusCode)).toEqual([
      "ALL_OR_NONE_OPERATION_ROLLED_BACK",
      "REQUIRED_FIELD_MISSING",
    ]);
    const ids = created.map((result) => result.id);
    const read = await connection.requestPost<({ Name: string } | null)[]>("/composite/sobjects/Account", {
      ids,
      fields: ["Name"],
    });
    expect(read.map((record) => record?.Name)).toEqual([records[0]?.Name, undefined]);
    const deleted = await connection.request<Results>({
      method: "DELETE",
      url: `/composite/sobjects?ids=${ids.join(",")}&allOrNone=true`,
    });
    expect(deleted.map((result) => result.success)).toEqual([true, true]);
  });
});

describe("jsforce: actions, Apex REST, events, plans", () => {
  it("invokes actions", async () => {
    type Results = { isSuccess: boolean; outputValues: { output: string } | null }[];
    const results = await connection.requestPost<Results>("/actions/custom/apex/Shout", {
      inputs: [{ text: "one" }, { text: "two" }],
    });
    expect(results.map((result) => result.outputValues?.output)).toEqual(["ONE", "TWO"]);
    const { actions } = await connection.request<{ actions: { name: string }[] }>("/actions/standard");
    expect(actions.map((action) => action.name)).toEqual(["emailSimple"]);
    await expect(connection.requestPost("/actions/standard/emailSimple", { inputs: [{}] })).rejects.toThrow();
  });

  it("calls Apex REST", async () => {
    expect(await connection.apex.get("/orders/7")).toEqual({ id: "7" });
    expect(await connection.apex.post("/orders", { total: 2 })).toEqual({ received: '{"total":2}' });
    await connection.apex.delete("/orders/7");
    await expect(connection.apex.put("/orders/7", {})).rejects.toMatchObject({
      errorCode: "METHOD_NOT_ALLOWED",
    });
    await expect(connection.apex.get("/nothing")).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
  });

  it("publishes events", async () => {
    const before = org.events.length;
    const result = await connection.sobject("Placed__e").create({ Number__c: "42" });
    expect(result).toMatchObject({ success: true, errors: [{ statusCode: "OPERATION_ENQUEUED" }] });
    expect(org.events.slice(before)).toMatchObject([{ type: "Placed__e", fields: { Number__c: "42" } }]);
  });

  it("explains a query", async () => {
    const id = account();
    const { plans } = await connection.query(`SELECT Name FROM Account WHERE Id = '${id}'`).explain();
    expect(plans[0]).toMatchObject({ cardinality: 1, fields: ["Id"], sobjectType: "Account" });
  });

  it("pages by the size it asks for", async () => {
    org.seed({ Lead: Array.from({ length: 450 }, () => ({ LastName: fresh("Lead"), Company: "c" })) });
    const headers = { "Sforce-Query-Options": "batchSize=200" };
    type Page = { records: unknown[]; done: boolean; nextRecordsUrl: string; totalSize: number };
    const first = await connection.request<Page>({
      method: "GET",
      url: "/query?q=SELECT+Id+FROM+Lead",
      headers,
    });
    expect([first.records.length, first.done, first.totalSize]).toEqual([200, false, 450]);
    const second = await connection.request<Page>(first.nextRecordsUrl);
    const third = await connection.request<Page>(second.nextRecordsUrl);
    expect([second.records.length, third.records.length, third.done]).toEqual([200, 50, true]);
  });
});
