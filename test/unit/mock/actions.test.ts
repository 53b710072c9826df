import { createOrg, type Org } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

const BASE = `${DATA}/actions`;
/** What the results of recent versions say besides. */
const recent = { invocationId: null, outcome: null, sortOrder: -1, version: 1 };

describe("invocable actions", () => {
  function acting() {
    const org: Org = createOrg({
      actions: {
        "standard/chatterPost": () => ({ feedItemId: "0D5000000000001" }),
        "custom/flow/Net_Price": ({ gross }) => {
          if (typeof gross !== "number") throw new Error("gross is no number");
          return { net: gross / 1.25 };
        },
        "custom/apex/Namer": ({ name }) => {
          org.seed({ Account: [{ Name: name }] });
          if (name === "bad") throw new Error("bad name");
          return null;
        },
        "custom/emailAlert/Account/Hello": () => null,
      },
    });
    return { org, ...api(org) };
  }

  it("do what the test registered, for each input", async () => {
    const { post } = acting();
    const { status, body } = await post("/actions/custom/flow/Net_Price", {
      inputs: [{ gross: 5 }, { gross: 10 }],
    });
    expect(status).toBe(200);
    const ended = { Flow__InterviewGuid: expect.any(String), Flow__InterviewStatus: "Finished" };
    const known = { actionName: "Net_Price", errors: null, isSuccess: true, ...recent };
    expect(body).toEqual([
      { ...known, outputValues: { net: 4, ...ended } },
      { ...known, outputValues: { net: 8, ...ended } },
    ]);
    expect((await post("/actions/custom/emailAlert/Account/Hello", { inputs: [{}] })).status).toBe(200);
  });

  it("answer 400 with what they throw, and undo what that input did", async () => {
    const { org, post } = acting();
    const inputs = [{ name: "good" }, { name: "bad" }];
    const { status, body } = await post("/actions/custom/apex/Namer", { inputs });
    expect(status).toBe(400);
    expect(body[1]).toEqual({
      actionName: "Namer",
      errors: [{ statusCode: "UNKNOWN_EXCEPTION", message: "bad name", fields: [] }],
      isSuccess: false,
      outputValues: null,
      ...recent,
    });
    expect(org.records("Account").map((record) => record.Name)).toEqual(["good"]);
  });

  it("are listed", async () => {
    const { get } = acting();
    expect((await get("/actions")).body).toEqual({ standard: `${BASE}/standard`, custom: `${BASE}/custom` });
    expect((await get("/actions/standard")).body).toEqual({
      actions: [
        {
          label: "Post to Chatter",
          name: "chatterPost",
          type: "CHATTERPOST",
          url: `${BASE}/standard/chatterPost`,
        },
      ],
    });
    expect((await get("/actions/custom")).body).toEqual({
      flow: `${BASE}/custom/flow`,
      apex: `${BASE}/custom/apex`,
      emailAlert: `${BASE}/custom/emailAlert`,
    });
    const flows = (await get("/actions/custom/flow")).body.actions;
    expect(flows.map((action: { name: string }) => action.name)).toEqual(["Net_Price"]);
    expect((await get("/actions/custom/flow/Net_Price")).body).toMatchObject({
      name: "Net_Price",
      type: "FLOW",
      inputs: [],
      outputs: [{ name: "Flow__InterviewGuid" }, { name: "Flow__InterviewStatus", type: "PICKLIST" }],
    });
  });

  it("that are not there answer 404, and bad inputs 400", async () => {
    const { get, post } = acting();
    expect((await post("/actions/custom/flow/Other", { inputs: [] })).status).toBe(404);
    expect((await get("/actions/custom/quickAction")).status).toBe(404);
    expect((await post("/actions/custom/flow", { inputs: [] })).status).toBe(405);
    expect((await post("/actions/custom/flow/Net_Price", { inputs: {} })).status).toBe(400);
    expect((await post("/actions/toString", { inputs: [] })).status).toBe(404);
  });
});

describe("actions that say what they take", () => {
  const org: Org = createOrg({
    actions: {
      "custom/flow/Discount": {
        label: "Discount",
        inputs: [
          { name: "amount", type: "DOUBLE", required: true },
          { name: "count", type: "INTEGER" },
          { name: "on", type: "DATE" },
          { name: "at", type: "DATETIME" },
          { name: "urgent", type: "BOOLEAN" },
          { name: "codes", type: "STRING", maxOccurs: 2000 },
          { name: "account", type: "SOBJECT", sobjectType: "Account" },
          { name: "wrapper", apexClass: "Wrapper" },
        ],
        outputs: [{ name: "net", type: "DOUBLE" }, { name: "note" }],
        run: ({ amount }) => ({ net: Number(amount) }),
      },
      "custom/apex/Scorer": { inputs: [], outputs: [{ name: "score", type: "DOUBLE" }], run: () => null },
      "custom/quickAction/Account/New_Case": {},
      "standard/submit": { run: () => ({ instanceStatus: "Pending" }) },
    },
  });
  const { get, post } = api(org);
  const run = async (input: object) =>
    (await post("/actions/custom/flow/Discount", { inputs: [input] })).body[0];

  it.each([
    [{}, "UNKNOWN_EXCEPTION", "Missing required input parameter: amount"],
    [{ amount: null }, "UNKNOWN_EXCEPTION", "Missing required input parameter: amount"],
    [{ amount: 1, amuont: 1 }, "INVALID_API_INPUT", "Unknown input parameter: amuont"],
  ] as [object, string, string][])("refuse %j", async (input, statusCode, message) => {
    expect(await run(input)).toMatchObject({
      isSuccess: false,
      outputValues: null,
      errors: [{ statusCode, message: expect.stringContaining(message), fields: [] }],
    });
  });

  it.each([
    { amount: "x" },
    { amount: 1, count: 1.5 },
    { amount: 1, on: "tomorrow" },
    { amount: 1, at: "2026-01-01" },
    { amount: 1, urgent: 1 },
    { amount: 1, codes: "A" },
    { amount: 1, codes: [1] },
    { amount: 1, account: { Name: "Acme" } },
  ] as object[])("refuse a value of another type: %j", async (input) => {
    const message = expect.stringContaining("is not of type");
    expect((await run(input)).errors).toEqual([{ statusCode: "INVALID_API_INPUT", message, fields: [] }]);
  });

  it("take values of their types, and answer null for outputs that were not set", async () => {
    const account = { attributes: { type: "Account" }, Name: "Acme" };
    const at = "2026-01-01T00:00:00Z";
    const rest = { count: 2, on: "2026-01-01", at, urgent: true, codes: ["A"], account, wrapper: { a: 1 } };
    expect((await run({ amount: "7.5", ...rest })).outputValues).toEqual({
      net: 7.5,
      note: null,
      Flow__InterviewGuid: expect.any(String),
      Flow__InterviewStatus: "Finished",
    });
    const { body } = await post("/actions/custom/apex/Scorer", { inputs: [{}] });
    expect(body[0].outputValues).toEqual({ score: null });
  });

  it("are described in Salesforce's form", async () => {
    const { body, headers } = await get("/actions/custom/flow/Discount");
    expect(body).toMatchObject({
      description: null,
      label: "Discount",
      standard: false,
      targetEntityName: null,
    });
    expect(body.inputs[0]).toEqual({
      byteLength: 0,
      description: null,
      label: "amount",
      maxOccurs: 1,
      name: "amount",
      picklistValues: null,
      required: true,
      sobjectType: null,
      type: "DOUBLE",
    });
    expect(body.outputs.map(({ name }: { name: string }) => name)).toEqual([
      "net",
      "note",
      "Flow__InterviewGuid",
      "Flow__InterviewStatus",
    ]);
    const since = { "If-Modified-Since": headers.get("last-modified") ?? "" };
    expect((await get("/actions/custom/flow/Discount", since)).status).toBe(304);
    expect((await get("/actions/standard/submit")).body).toMatchObject({
      label: "Submit for Approval",
      type: "SUBMITAPPROVAL",
      standard: true,
    });
  });

  it("fail where nobody said what they do, named with their object", async () => {
    const { status, body } = await post("/actions/custom/quickAction/Account/New_Case", { inputs: [{}] });
    expect([status, body[0].actionName, body[0].isSuccess]).toEqual([400, "Account.New_Case", false]);
  });

  it("say less in the results of early versions", async () => {
    const { body } = await post("/services/data/v50.0/actions/standard/submit", { inputs: [{}] });
    expect(Object.keys(body[0])).toEqual(["actionName", "errors", "isSuccess", "outputValues"]);
  });

  it("tell the code of an error of the API", async () => {
    const failing: Org = createOrg({
      actions: { "custom/apex/Maker": () => ({ ids: failing.seed({ Account: [{}] }).Account }) },
    });
    const { body } = await api(failing).post("/actions/custom/apex/Maker", { inputs: [{}] });
    expect(body[0].errors).toMatchObject([{ statusCode: "REQUIRED_FIELD_MISSING", fields: ["Name"] }]);
  });

  it("refuse a key that is no path of an action", () => {
    for (const key of ["flow/Discount", "custom/flow", "standard/a/b"])
      expect(() => createOrg({ actions: { [key]: () => null } })).toThrow(/custom\/flow\/Discount/);
  });
});

describe("Apex REST", () => {
  const org: Org = createOrg({
    apexRest: {
      "GET /hello/{name}": ({ params, query }) => ({ hello: params.name ?? "", loud: query.get("loud") }),
      "POST /hello/{name}": ({ body }, response) => {
        response.statusCode = 201;
        response.headers["X-Made"] = "yes";
        return [String(body)];
      },
      "DELETE /hello/{name}": () => undefined,
      "GET /files/{...}": ({ path }) => path,
      "GET /broken": () => {
        throw new Error("System.NullPointerException: null");
      },
    },
  });
  const { get, post, send } = api(org);
  const path = "/services/apexrest";

  it("answers what the test registered", async () => {
    const hello = await get(`${path}/hello/Ann%20B?loud=1`);
    expect([hello.status, hello.body]).toEqual([200, { hello: "Ann B", loud: "1" }]);
    expect(hello.headers.get("Sforce-Limit-Info")).toMatch(/^api-usage=/);
    const made = await post(`${path}/hello/x`, "plain text", { "Content-Type": "text/plain" });
    expect([made.status, made.body, made.headers.get("X-Made")]).toEqual([201, ["plain text"], "yes"]);
    const nothing = await send("DELETE", `${path}/hello/x`);
    expect([nothing.status, nothing.body]).toEqual([200, undefined]);
    expect((await get(`${path}/files/a/b/c`)).body).toBe("/files/a/b/c");
  });

  it("answers 500 for what is thrown, 405 and 404 for what is not there, 401 without a session", async () => {
    const broken = await get(`${path}/broken`);
    expect(broken.status).toBe(500);
    expect(broken.body).toEqual([{ errorCode: "APEX_ERROR", message: "System.NullPointerException: null" }]);
    const method = await send("PUT", `${path}/hello/x`, {});
    expect([method.status, method.headers.get("Allow")]).toEqual([405, "HEAD,GET,POST,DELETE"]);
    const missing = await get(`${path}/other`);
    expect([missing.status, missing.body[0].message]).toEqual([404, "Could not find a match for URL /other"]);
    expect((await get(`${path}/hello/x`, { Authorization: "Bearer none" })).status).toBe(401);
  });

  it("refuses a key that is no method and path", () => {
    expect(() => createOrg({ apexRest: { "/hello": () => null } })).toThrow(/GET \/hello\/\{name\}/);
  });
});

describe("platform events", () => {
  const placed = describeOf(
    "Placed__e",
    [
      field("Number__c", "string", { length: 10, nillable: false }),
      field("Total__c", "double", { precision: 10, scale: 2 }),
      field("CreatedDate", "datetime", { createable: false }),
      field("CreatedById", "reference", { createable: false }),
    ],
    { keyPrefix: "e01" },
  );

  it("are logged when they are published, and not stored", async () => {
    const org = createOrg({ describes: [placed], now: () => new Date("2026-01-01T00:00:00Z") });
    const { post } = api(org);
    const { status, body } = await post("/sobjects/Placed__e", { Number__c: "1", Total__c: 2.5 });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^e01/),
      success: true,
      errors: [{ statusCode: "OPERATION_ENQUEUED", message: org.events[0]?.uuid, fields: [] }],
    });
    await post("/composite/sobjects", {
      records: [{ attributes: { type: "Placed__e" }, Number__c: "2" }],
    });
    expect(org.events).toMatchObject([
      {
        type: "Placed__e",
        id: body.id,
        replayId: 1,
        fields: { Number__c: "1", Total__c: 2.5 },
        createdDate: "2026-01-01T00:00:00.000+0000",
      },
      { replayId: 2, fields: { Number__c: "2", Total__c: null } },
    ]);
    expect(org.records("Placed__e")).toEqual([]);
  });

  it("are checked as records are, and counted", async () => {
    const org = createOrg({ describes: [placed], limits: { HourlyPublishedPlatformEvents: 1 } });
    const { get, post } = api(org);
    const refused = await post("/sobjects/Placed__e", { Total__c: 1 });
    expect([refused.status, refused.body[0].errorCode]).toEqual([400, "REQUIRED_FIELD_MISSING"]);
    expect((await get("/limits")).body.HourlyPublishedPlatformEvents.Remaining).toBe(1);
    await post("/sobjects/Placed__e", { Number__c: "1" });
    expect((await get("/limits")).body.HourlyPublishedPlatformEvents.Remaining).toBe(0);
    const over = await post("/sobjects/Placed__e", { Number__c: "2" });
    expect([over.status, over.body[0].errorCode]).toEqual([400, "LIMIT_EXCEEDED"]);
    expect(org.events).toHaveLength(1);
  });
});

describe("explain", () => {
  it("says whether an index leads to the records", async () => {
    const org = createOrg();
    org.seed({ Account: Array.from({ length: 40 }, (_, n) => ({ Name: `A${n}` })) });
    const [id] = org.records("Account").map((record) => record.Id);
    const { get } = api(org);
    const explain = async (soql: string) =>
      (await get(`/query?explain=${encodeURIComponent(soql)}`)).body.plans;
    const byId = await explain(`SELECT Id FROM Account WHERE Id = '${id}'`);
    expect(byId[0]).toEqual({
      cardinality: 1,
      fields: ["Id"],
      leadingOperationType: "Index",
      notes: [
        {
          description: "Not considering filter for optimization because unindexed",
          fields: ["IsDeleted"],
          tableEnumOrId: "Account",
        },
      ],
      relativeCost: 0.25,
      sobjectCardinality: 40,
      sobjectType: "Account",
    });
    const byName = await explain("SELECT Id FROM Account WHERE Name = 'A1'");
    expect(byName).toHaveLength(1);
    expect(byName[0]).toMatchObject({ leadingOperationType: "TableScan", cardinality: 1, fields: [] });
    const either = await explain(`SELECT Id FROM Account WHERE Id = '${id}' OR Name = 'A1'`);
    expect(either[0].leadingOperationType).toBe("TableScan");
    expect((await get("/query?explain=SELECT")).body[0].errorCode).toBe("MALFORMED_QUERY");
  });
});
