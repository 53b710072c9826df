import { inspect } from "node:util";
import { Connection } from "@jsforce/jsforce-node";
import {
  type ApexError,
  clientCredentials,
  custom,
  isOrgtypeError,
  type TestProgress,
  type TracedRequest,
} from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const BODY = "public class Invoices {\n  // sums up\n  public static Integer total() { return 1; }\n}";
/** Waits that a test does not notice. */
const soon = { pollMs: 1, maxPollMs: 2 };

/** The Tooling API over a real socket. */
describe("sf.tooling", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;
  let jsforce: Connection;
  const ran: string[] = [];
  const traced: TracedRequest[] = [];

  beforeAll(async () => {
    org = createOrg({
      anonymousApex(code) {
        ran.push(code);
        if (code.includes("!!")) return { compileProblem: "Unexpected token '!'.", line: 2, column: 7 };
        if (code.includes("insert")) org.seed({ Account: [{ Name: "Acme" }] });
        if (code.includes("null."))
          throw new Error("System.NullPointerException: Attempt to de-reference <null>");
        return `66.0 APEX_CODE,DEBUG\n|USER_DEBUG|[1]|DEBUG|${code.length} & more`;
      },
      apexTests: {
        OrderTest: {
          totals: () => {},
          discounts: () => {
            org.seed({ Account: [{ Name: "Left behind" }] });
            throw new Error("System.AssertException: Assertion Failed: Expected: 9, Actual: 10");
          },
        },
        InvoiceTest: { sums: () => void org.seed({ Account: [{ Name: "Left behind" }] }) },
      },
    });
    server = await org.listen();
    const environment = custom(server.url);
    const auth = clientCredentials(org.credentials);
    sf = await connect({ environment, auth, trace: (request) => void traced.push(request) });
    jsforce = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    ran.length = 0;
    traced.length = 0;
  });

  it("creates, reads, changes and deletes Apex, and queries it with binds", async () => {
    const classes = sf.tooling.sobject("ApexClass");
    const id = await classes.create({ Body: BODY });
    const since = new Date(Date.now() - 60_000);
    const rows = await sf.tooling
      .query(
        "SELECT Id, Name, LengthWithoutComments, CreatedBy.Name FROM ApexClass WHERE Name = :name AND CreatedDate > :since",
        {
          name: "Invoices",
          since,
        },
      )
      .all();
    expect(rows).toMatchObject([
      {
        Id: id,
        Name: "Invoices",
        LengthWithoutComments: BODY.length - 10,
        CreatedBy: { Name: "Embedded User" },
      },
    ]);
    expect(rows[0]?.attributes.url).toBe(`/services/data/v66.0/tooling/sobjects/ApexClass/${id}`);
    expect(await classes.retrieve(id, { fields: ["ApiVersion", "Status"] })).toEqual({
      ApiVersion: 66,
      Status: "Active",
    });
    await classes.update(id, { Status: "Inactive" });
    expect((await classes.retrieve(id)).Status).toBe("Inactive");
    await expect(classes.create({ Body: BODY })).rejects.toMatchObject({ errorCode: "DUPLICATE_VALUE" });
    await classes.delete(id);
    await expect(classes.retrieve(id)).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await sf.tooling.query("SELECT COUNT() FROM ApexClass WHERE Name = 'Invoices'").all()).toEqual([]);
    expect(
      await sf.tooling.queryAll("SELECT Id FROM ApexClass WHERE Name = 'Invoices'").first(),
    ).toMatchObject({ Id: id });
  });

  it("knows of a trigger when it runs", async () => {
    const id = await sf.tooling.sobject("ApexTrigger").create({
      Name: "Sums",
      TableEnumOrId: "Account",
      Body: "trigger Sums on Account (before insert, after undelete) {}",
    });
    const fields = ["UsageBeforeInsert", "UsageAfterInsert", "UsageAfterUndelete", "UsageIsBulk"] as const;
    expect(await sf.tooling.sobject("ApexTrigger").retrieve(id, { fields })).toEqual({
      UsageBeforeInsert: true,
      UsageAfterInsert: false,
      UsageAfterUndelete: true,
      UsageIsBulk: true,
    });
  });

  it("reads pages to their end", async () => {
    const classes = Array.from({ length: 201 }, (_, n) => [`Test${n}`, {}]);
    const many = createOrg({ apexTests: Object.fromEntries(classes) });
    const shared = { environment: custom(many.url), transport: many.fetch };
    const { tooling } = await connect({ ...shared, auth: clientCredentials(many.credentials) });
    const headers = { "Sforce-Query-Options": "batchSize=200" };
    const pages: number[] = [];
    for await (const page of tooling.query("SELECT Id FROM ApexClass", { headers }).pages()) {
      pages.push(page.length);
    }
    expect(pages).toEqual([200, 1]);
  });

  it("leaves it to Salesforce to refuse what is too long for a URL", async () => {
    const names = Array.from({ length: 2_000 }, (_, n) => `Class${n}`);
    const query = sf.tooling.query("SELECT Id FROM ApexClass WHERE Name IN :names", { names });
    await expect(query.all()).rejects.toMatchObject({ name: "ApiError", status: 414 });
  });

  it("tells of objects and fields as definitions, and by describes", async () => {
    const entity = await sf.tooling
      .query(
        "SELECT DurableId, Label, KeyPrefix, (SELECT QualifiedApiName FROM Fields WHERE IsNameField = true) FROM EntityDefinition WHERE QualifiedApiName = 'Account'",
      )
      .first();
    expect(entity).toMatchObject({ DurableId: "Account", Label: "Account", KeyPrefix: "001" });
    expect(entity?.Fields?.records.map(({ QualifiedApiName }) => QualifiedApiName)).toEqual(["Name"]);
    const fields = await sf.tooling
      .query(
        "SELECT QualifiedApiName, DataType, EntityDefinition.Label FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = :object AND QualifiedApiName IN ('Name', 'OwnerId') ORDER BY QualifiedApiName",
        { object: "Account" },
      )
      .all();
    expect(fields).toMatchObject([
      { QualifiedApiName: "Name", DataType: "Text(255)", EntityDefinition: { Label: "Account" } },
      { QualifiedApiName: "OwnerId", DataType: "Lookup(User)" },
    ]);
    const { sobjects } = await sf.tooling.describe.global();
    expect(sobjects.map(({ name }) => name)).toEqual(expect.arrayContaining(["ApexClass", "TraceFlag"]));
    const described = await sf.tooling.describe.sobject("ApexClass");
    expect(described).toMatchObject({
      keyPrefix: "01p",
      urls: { sobject: expect.stringContaining("/tooling/") },
    });
    await expect(sf.tooling.describe.sobject("Account")).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it("searches", async () => {
    const found = await sf.tooling.search("FIND {OrderTest} IN ALL FIELDS RETURNING ApexClass(Id, Name)");
    expect(found).toMatchObject([{ attributes: { type: "ApexClass" }, Name: "OrderTest" }]);
  });

  it("runs Apex", async () => {
    expect(await sf.tooling.executeAnonymous("Integer i = 1;")).toEqual({ log: undefined });
    expect(ran).toEqual(["Integer i = 1;"]);
    expect(await sf.tooling.executeAnonymous("Integer i = 1;", { as: "outcome" })).toEqual({
      success: true,
      compiled: true,
      log: undefined,
    });
  });

  it("gives the log by SOAP, and takes code of any length there", async () => {
    const code = "String s = '<a & \"b\"> &lt;String>';\r\n// é";
    const { log } = await sf.tooling.executeAnonymous(code, { log: { Apex_code: "Finest", Db: "None" } });
    expect(ran).toEqual([code]);
    expect(log).toBe(`66.0 APEX_CODE,DEBUG\n|USER_DEBUG|[1]|DEBUG|${code.length} & more`);
    const long = `${"// é\n".repeat(5_000)}Integer i = 1;`;
    expect(await sf.tooling.executeAnonymous(long)).toEqual({ log: undefined });
    expect(ran.at(-1)).toBe(long);
    expect(traced.map(({ path }) => path)).toEqual(["/services/Soap/s/66.0", "/services/Soap/s/66.0"]);
  });

  it("says where code does not compile, and where an exception ended it", async () => {
    const failed = async (code: string, options = {}): Promise<ApexError> => {
      const error = await sf.tooling.executeAnonymous(code, options).catch((reason: unknown) => reason);
      if (isOrgtypeError(error, "ApexError")) return error;
      return expect.unreachable(String(error));
    };
    const before = org.records("Account").length;
    for (const options of [{}, { log: true }]) {
      const compile = await failed("Integer i\n= 1 !!", options);
      expect(compile).toMatchObject({ code: "apex.compile", line: 2, column: 7, stackTrace: undefined });
      expect(compile.message).toMatch(/^Unexpected token '!'\. \(line 2, column 7\)/);
      const thrown = await failed("insert new Account(); null.x;", options);
      expect(thrown).toMatchObject({
        name: "ApexError",
        code: "apex.exception",
        line: 1,
        stackTrace: "AnonymousBlock: line 1, column 1",
      });
      expect(thrown.message).toContain("System.NullPointerException: Attempt to de-reference <null>");
      expect(inspect(thrown)).not.toContain("log:");
    }
    expect(org.records("Account")).toHaveLength(before);
    expect(await sf.tooling.executeAnonymous("!!", { as: "outcome" })).toEqual({
      success: false,
      compiled: false,
      line: 2,
      column: 7,
      message: "Unexpected token '!'.",
      stackTrace: undefined,
      log: undefined,
    });
  });

  it("renews the session where SOAP says that it has ended", async () => {
    org.expireSessions();
    expect((await sf.tooling.executeAnonymous("Integer i = 1;", { log: true })).log).toContain("USER_DEBUG");
    expect(ran).toHaveLength(1);
    expect(JSON.stringify(traced)).not.toContain(org.credentials.accessToken);
    jsforce.accessToken = org.oauth.openSession(org.credentials.username);
  });

  it("reads the logs that a trace flag has asked for", async () => {
    const DebugLevelId = await sf.tooling
      .sobject("DebugLevel")
      .create({ DeveloperName: "Finest", MasterLabel: "Finest", ApexCode: "FINEST" });
    const user = await sf.tooling.query("SELECT Id FROM User WHERE IsActive = true").first();
    const flag = await sf.tooling.sobject("TraceFlag").create({
      TracedEntityId: user!.Id,
      DebugLevelId,
      LogType: "DEVELOPER_LOG",
      ExpirationDate: new Date(Date.now() + 3_600_000).toISOString(),
    });
    await sf.tooling.executeAnonymous("Integer i = 1;");
    const log = await sf.tooling.query("SELECT Id, LogLength, Status, LogUser.Name FROM ApexLog").first();
    expect(log).toMatchObject({ Status: "Success", LogUser: { Name: "Embedded User" } });
    const text = await sf.tooling.log(log!.Id);
    expect(text).toContain("|USER_DEBUG|[1]|DEBUG|14 & more");
    expect(log?.LogLength).toBe(text.length);
    await sf.tooling.sobject("TraceFlag").delete(flag);
    await expect(sf.tooling.log("07L000000000001AAA")).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it("runs tests in the queue, and tells how far they are", async () => {
    const seen: TestProgress[] = [];
    const before = org.records("Account").length;
    const run = await sf.tooling.runTests(
      { level: "RunLocalTests" },
      { ...soon, onProgress: (progress) => void seen.push(progress) },
    );
    expect(run).toMatchObject({ status: "Completed", passed: false });
    expect(run.tests.map(({ className, method, outcome }) => [className, method, outcome])).toEqual([
      ["InvoiceTest", "sums", "Pass"],
      ["OrderTest", "discounts", "Fail"],
      ["OrderTest", "totals", "Pass"],
    ]);
    expect(run.failures).toMatchObject([
      {
        message: "System.AssertException: Assertion Failed: Expected: 9, Actual: 10",
        stackTrace: "Class.OrderTest.discounts: line 1, column 1",
        runTimeMs: expect.any(Number),
      },
    ]);
    expect(seen.map(({ classesDone }) => classesDone)).toEqual([0, 1, 1, 2]);
    expect(seen.at(-1)).toEqual({
      jobId: run.jobId,
      status: "Completed",
      classesDone: 2,
      classes: 2,
      methodsDone: 3,
      methods: 3,
      methodsFailed: 1,
    });
    expect(org.records("Account")).toHaveLength(before);
  });

  it("runs some tests: by names, ids, methods and suites", async () => {
    const order = (await sf.tooling.query("SELECT Id FROM ApexClass WHERE Name = 'OrderTest'").first())!.Id;
    const byId = await sf.tooling.runTests({ classes: [order, "InvoiceTest"] }, soon);
    expect(byId.tests).toHaveLength(3);
    const some = await sf.tooling.runTests(
      { methods: { OrderTest: ["totals"] }, classes: ["InvoiceTest"] },
      soon,
    );
    expect(some).toMatchObject({ passed: true, failures: [] });
    expect(some.tests.map(({ method }) => method)).toEqual(["sums", "totals"]);
    const ApexTestSuiteId = await sf.tooling.sobject("ApexTestSuite").create({ TestSuiteName: "Nightly" });
    await sf.tooling.sobject("TestSuiteMembership").create({ ApexTestSuiteId, ApexClassId: order });
    const suite = await sf.tooling.runTests({ suites: ["Nightly"] }, { ...soon, maxFailedTests: 0 });
    expect(suite.tests).toHaveLength(2);
    const aborted = await sf.tooling.runTests({ level: "RunLocalTests" }, { ...soon, maxFailedTests: 0 });
    expect(aborted).toMatchObject({ status: "Aborted", passed: false });
    await expect(sf.tooling.runTests({ classes: ["NoTest"] })).rejects.toMatchObject({
      name: "ApiError",
      status: 400,
    });
  });

  it("runs tests while the call waits", async () => {
    const run = await sf.tooling.runTestsSynchronous({ class: "OrderTest" });
    expect(run).toMatchObject({ passed: false, logId: undefined });
    expect(run.tests.map(({ method, outcome }) => [method, outcome])).toEqual([
      ["discounts", "Fail"],
      ["totals", "Pass"],
    ]);
    const totals = await sf.tooling.runTestsSynchronous({ class: "OrderTest", methods: ["totals"] });
    expect(totals).toMatchObject({ passed: true, failures: [] });
  });

  it("answers jsforce the same", async () => {
    const made = await jsforce.tooling.create("ApexClass", { Body: "public class Made {}" } as never);
    const { id = "" } = made as { id?: string };
    const { records, totalSize } = await jsforce.tooling.query(
      "SELECT Id, Name FROM ApexClass WHERE Name = 'Made'",
    );
    expect(totalSize).toBe(1);
    expect(records).toMatchObject([{ Id: id, Name: "Made" }]);
    expect((await jsforce.tooling.describe("ApexClass")).keyPrefix).toBe("01p");
    expect(await jsforce.tooling.executeAnonymous("!!")).toMatchObject({
      compiled: false,
      success: false,
      line: 2,
      column: 7,
      compileProblem: "Unexpected token '!'.",
    });
    const tests = [{ className: "OrderTest", testMethods: ["totals"] }];
    const request = { tests, skipCodeCoverage: true } as never;
    const job = await jsforce.tooling.runTestsAsynchronous(request);
    expect(job).toMatch(/^707/);
    expect(await jsforce.tooling.runTestsSynchronous(request)).toMatchObject({
      numTestsRun: 1,
      numFailures: 0,
    });
    await jsforce.tooling.destroy("ApexClass", id);
  });
});
