import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

const select = (soql: string) => `/tooling/query?q=${encodeURIComponent(soql)}`;
const SOAP = "/services/Soap/s/66.0";

function envelope(sessionId: string, body: string, header = ""): string {
  return `<?xml version="1.0"?><se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/" xmlns:apex="http://soap.sforce.com/2006/08/apex">
    <se:Header>${header}<apex:SessionHeader><apex:sessionId>${sessionId}</apex:sessionId></apex:SessionHeader></se:Header>
    <se:Body>${body}</se:Body></se:Envelope>`;
}

describe("the Tooling API", () => {
  it("says that it runs no Apex, where nothing stands for it", async () => {
    const { get, post } = api(createOrg());
    const anonymous = await get("/tooling/executeAnonymous?anonymousBody=x");
    expect(anonymous.status).toBe(501);
    expect(anonymous.body[0]).toMatchObject({
      errorCode: "NOT_IMPLEMENTED",
      message: expect.stringContaining("anonymousApex"),
    });
    await post("/tooling/sobjects/ApexClass", { Body: "@IsTest class Own {}" });
    for (const body of [{ classNames: "Own" }, { testLevel: "RunLocalTests" }]) {
      const tests = await post("/tooling/runTestsAsynchronous", body);
      expect([tests.status, tests.body[0].message]).toEqual([501, expect.stringContaining("apexTests")]);
    }
    expect((await get("/tooling/completions?type=apex")).status).toBe(501);
  });

  it("answers queries as pages with the name of the object", async () => {
    const { get } = api(createOrg({ apexTests: { A: {}, B: {} } }));
    const { body } = await get(select("SELECT Name FROM ApexClass ORDER BY Name LIMIT 1"));
    expect(body).toEqual({
      size: 1,
      totalSize: 1,
      done: true,
      queryLocator: null,
      entityTypeName: "ApexClass",
      records: [
        {
          attributes: {
            type: "ApexClass",
            url: expect.stringMatching(/^\/services\/data\/v66\.0\/tooling\/sobjects\/ApexClass\/01p/),
          },
          Name: "A",
        },
      ],
    });
    const count = await get(select("SELECT COUNT() FROM ApexClass"));
    expect(count.body).toMatchObject({ size: 2, totalSize: 2, records: [], entityTypeName: "ApexClass" });
    expect((await get(select("SELECT Id FROM Account"))).body[0].errorCode).toBe("INVALID_TYPE");
    expect((await get("/query?q=SELECT+Id+FROM+ApexClass")).body[0].errorCode).toBe("INVALID_TYPE");
  });

  it("has no part in composite requests, and needs a session", async () => {
    const { get, post } = api(createOrg());
    const batch = { batchRequests: [{ method: "GET", url: `v66.0${select("SELECT Id FROM ApexClass")}` }] };
    expect((await post("/composite/batch", batch)).body.results[0].statusCode).toBe(404);
    const none = { Authorization: "Bearer none" };
    expect((await get(select("SELECT Id FROM ApexClass"), none)).status).toBe(401);
  });

  it("refuses tests that are not there", async () => {
    const { post } = api(createOrg({ apexTests: { A: { a: () => {} }, B: { b: () => {} } } }));
    const code = async (path: string, body: object) => {
      const { status, body: answer } = await post(`/tooling/${path}`, body);
      return [status, answer[0].errorCode];
    };
    const bad = [400, "INVALID_INPUT"];
    expect(await code("runTestsAsynchronous", { classNames: "C" })).toEqual(bad);
    expect(await code("runTestsAsynchronous", {})).toEqual(bad);
    expect(await code("runTestsAsynchronous", { suiteNames: "S" })).toEqual(bad);
    expect(await code("runTestsAsynchronous", { tests: [{ className: "A", testMethods: ["b"] }] })).toEqual(
      bad,
    );
    expect(await code("runTestsAsynchronous", { tests: 7 })).toEqual([400, "JSON_PARSER_ERROR"]);
    expect(await code("runTestsSynchronous", { classNames: "A,B" })).toEqual(bad);
  });

  it("aborts tests that someone takes out of the queue", async () => {
    const org = createOrg({ apexTests: { A: { a: () => {} }, B: { b: () => {} } } });
    const { get, post, patch } = api(org);
    const { body: job } = await post("/tooling/runTestsAsynchronous", { testLevel: "RunLocalTests" });
    const items = async () =>
      (
        await get(
          select(`SELECT Id, Status, ExtendedStatus FROM ApexTestQueueItem WHERE ParentJobId = '${job}'`),
        )
      ).body.records;
    const [first, second] = await items();
    expect([first.Status, second.Status]).toEqual(["Processing", "Queued"]);
    expect(
      (await patch(`/tooling/sobjects/ApexTestQueueItem/${second.Id}`, { Status: "Aborted" })).status,
    ).toBe(204);
    expect((await items()).map(({ Status }: { Status: string }) => Status)).toEqual(["Completed", "Aborted"]);
    const run = await get(select("SELECT Status, MethodsCompleted FROM ApexTestRunResult"));
    expect(run.body.records).toMatchObject([{ Status: "Aborted", MethodsCompleted: 1 }]);
  });

  it("keeps its records where the org's are kept", async () => {
    const org = createOrg({ apexTests: { A: {} } });
    const mark = org.snapshot();
    await api(org).post("/tooling/sobjects/ApexPage", {
      Name: "P",
      MasterLabel: "P",
      Markup: "<apex:page/>",
    });
    await api(org).get(select("SELECT COUNT() FROM FieldDefinition"));
    const data = org.export();
    expect(Object.keys(data.records)).toEqual(expect.arrayContaining(["ApexClass", "ApexPage"]));
    expect(Object.keys(data.records)).not.toContain("FieldDefinition");
    const copy = createOrg({ data, apexTests: { A: {} } });
    const found = await api(copy).get(select("SELECT Name FROM ApexPage"));
    expect(found.body.records).toMatchObject([{ Name: "P" }]);
    expect((await api(copy).get(select("SELECT COUNT() FROM ApexClass"))).body.totalSize).toBe(1);
    org.restore(mark);
    expect((await api(org).get(select("SELECT COUNT() FROM ApexPage"))).body.totalSize).toBe(0);
  });

  it("refuses what cannot be", async () => {
    const { get, post } = api(createOrg({ anonymousApex: () => undefined }));
    expect((await get("/tooling/executeAnonymous")).body[0].errorCode).toBe("MISSING_ARGUMENT");
    expect((await post("/tooling/sobjects/ApexLog", {})).status).toBe(400);
    const empty = await post("/tooling/sobjects/ApexClass", { Name: "A" });
    expect(empty.body[0]).toMatchObject({ errorCode: "REQUIRED_FIELD_MISSING", fields: ["Body"] });
    expect((await get("/tooling/sobjects/ApexClass/01pOt0000000001/Body")).status).toBe(404);
  });
});

describe("the SOAP API for Apex", () => {
  const run = async (
    body: string,
    org = createOrg({ anonymousApex: (code) => `ran ${code}` }),
    token?: string,
  ) => {
    const response = await org.fetch(org.url + SOAP, {
      method: "POST",
      headers: { "Content-Type": "text/xml", SOAPAction: '""' },
      body: envelope(token ?? org.credentials.accessToken, body, "<apex:DebuggingHeader/>"),
    });
    return {
      status: response.status,
      type: response.headers.get("Content-Type"),
      text: await response.text(),
    };
  };
  const code = (text: string) =>
    `<apex:executeAnonymous><apex:String>${text}</apex:String></apex:executeAnonymous>`;

  it("runs code in any notation of XML", async () => {
    const { status, type, text } = await run(code("<![CDATA[a < b]]> &amp;&#x20;c"));
    expect([status, type]).toEqual([200, "text/xml;charset=UTF-8"]);
    expect(text).toContain("<debugLog>ran a &lt; b &amp; c</debugLog>");
    expect(text).toContain("<success>true</success>");
    expect(text).toContain('<compileProblem xsi:nil="true"/>');
  });

  it("answers faults", async () => {
    const session = await run(code("x"), undefined, "none");
    expect([session.status, session.text]).toEqual([500, expect.stringContaining("sf:INVALID_SESSION_ID")]);
    expect((await run("<apex:compileClasses/>")).text).toContain("sf:UNSUPPORTED_OPERATION");
    expect((await run(code("x"), createOrg())).text).toContain("sf:NOT_IMPLEMENTED");
    const used = createOrg({ limits: { DailyApiRequests: 0 }, anonymousApex: () => undefined });
    expect((await run(code("x"), used)).text).toContain("sf:REQUEST_LIMIT_EXCEEDED");
  });
});
