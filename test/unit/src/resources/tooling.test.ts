import { readFileSync } from "node:fs";
import { isOrgtypeError, type TestProgress } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json, refusal, type SentRequest } from "../../../support/fake-org.js";
import { hasOrgdata, orgdata } from "../../../support/orgdata.js";
import { smallClient } from "../../../support/small-org.js";

const JOB = "7071700002rbUCv";
const soon = { pollMs: 1, maxPollMs: 1 };
const rows = (...records: object[]) =>
  json({ size: records.length, totalSize: records.length, done: true, records });
const same = (error: unknown) => error;
const soqlOf = ({ url }: SentRequest) => url.searchParams.get("q") ?? "";

/** What is said to a call before anything is sent. */
async function refused(call: (sf: ReturnType<typeof smallClient>) => Promise<unknown>): Promise<unknown> {
  const org = fakeOrg(() => json({}));
  const failure = await call(smallClient(org)).catch(same);
  expect(org.sent).toEqual([]);
  return failure;
}

describe("sf.tooling", () => {
  it("writes binds as the fields want them, and takes options", async () => {
    const org = fakeOrg(() => rows());
    const { tooling } = smallClient(org);
    const since = "2026-01-01T00:00:00Z";
    const query = tooling.query("SELECT Id FROM ApexLog WHERE StartTime > :since AND Operation = :what", {
      since,
      what: "it's",
    });
    expect(query.soql).toBe(`SELECT Id FROM ApexLog WHERE StartTime > ${since} AND Operation = 'it\\'s'`);
    const ofParent = tooling.query(
      "SELECT Id FROM ApexTestResult r WHERE r.ApexClass.CreatedDate > :since AND RunTime > :ms",
      {
        since: new Date(since),
        ms: 5,
      },
    );
    expect(ofParent.soql).toContain(
      "WHERE r.ApexClass.CreatedDate > 2026-01-01T00:00:00.000Z AND RunTime > 5",
    );
    await query.all();
    await tooling.queryAll("SELECT Id FROM ApexLog", { headers: { "X-A": "b" } }).all();
    expect(org.sent.map(({ path }) => path)).toEqual([
      "/services/data/v66.0/tooling/query",
      "/services/data/v66.0/tooling/queryAll",
    ]);
    expect(org.sent[1]?.headers.get("X-A")).toBe("b");
  });

  it("gives completions and searches", async () => {
    const tree = { publicDeclarations: { System: {} } };
    const org = fakeOrg(({ path }) =>
      json(path.endsWith("/search") ? { searchRecords: [{ Id: "1" }] } : tree),
    );
    const { tooling } = smallClient(org);
    expect(await tooling.completions("apex")).toEqual(tree);
    expect(org.sent[0]?.url.search).toBe("?type=apex");
    expect(await tooling.search("FIND {x} RETURNING ApexClass(Id)")).toEqual([{ Id: "1" }]);
  });

  it.each([
    ["no code", (sf) => sf.tooling.executeAnonymous(" "), /`code` is empty/],
    ["no text", (sf) => sf.tooling.executeAnonymous(7 as never), /`code` is 7/],
    ["control characters", (sf) => sf.tooling.executeAnonymous("a\u0000"), /cannot be sent/],
    ["half a character", (sf) => sf.tooling.executeAnonymous("\ud800"), /cannot be sent/],
    ["another form", (sf) => sf.tooling.executeAnonymous("x", { as: "json" as never }), /`as` is/],
    ["another log", (sf) => sf.tooling.executeAnonymous("x", { log: 1 as never }), /`log` is 1/],
    [
      "another category",
      (sf) => sf.tooling.executeAnonymous("x", { log: { Apex: "Fine" } as never }),
      /`log.Apex` is no category/,
    ],
    [
      "another level",
      (sf) => sf.tooling.executeAnonymous("x", { log: { Db: "All" as never } }),
      /`log.Db` is no level/,
    ],
    ["no SOSL", (sf) => sf.tooling.search(""), /no SOSL text/],
    ["another language", (sf) => sf.tooling.completions("lwc" as never), /`type` is/],
    ["no id", (sf) => sf.tooling.log(""), /`id` is empty/],
    ["no tests", (sf) => sf.tooling.runTests({}), /`tests` names none/],
    ["a list of tests", (sf) => sf.tooling.runTests(["A"] as never), /`tests` is a list/],
    [
      "no text as a class",
      (sf) => sf.tooling.runTests({ classes: [7 as never] }),
      /`classes` is no list of names/,
    ],
    ["odd names", (sf) => sf.tooling.runTests({ classes: ["A,B"] }), /`classes` is no list of names/],
    ["odd methods", (sf) => sf.tooling.runTests({ methods: { A: "b" as never } }), /`methods.A` is/],
    [
      "suites and methods",
      (sf) => sf.tooling.runTests({ suites: ["S"], methods: { A: ["b"] } }),
      /`suites` stands beside/,
    ],
    ["no level", (sf) => sf.tooling.runTests({ level: "All" as never }), /`level` is/],
    [
      "level and classes",
      (sf) => sf.tooling.runTests({ level: "RunLocalTests", classes: ["A"] } as never),
      /`classes` stands beside/,
    ],
    [
      "failures below none",
      (sf) => sf.tooling.runTests({ classes: ["A"] }, { maxFailedTests: -1 }),
      /`maxFailedTests`/,
    ],
    ["waits below none", (sf) => sf.tooling.runTests({ classes: ["A"] }, { pollMs: -1 }), /`pollMs`/],
    ["no time", (sf) => sf.tooling.runTests({ classes: ["A"] }, { testTimeout: 0 }), /`testTimeout`/],
    ["no class", (sf) => sf.tooling.runTestsSynchronous({} as never), /`class` is no list/],
  ] satisfies [string, (sf: ReturnType<typeof smallClient>) => Promise<unknown>, RegExp][])(
    "refuses %s before anything is sent",
    async (_, call, message) => {
      expect(await refused(call)).toMatchObject({
        name: "SettingsError",
        message: expect.stringMatching(message),
        hint: expect.any(String),
      });
    },
  );

  it("sends all that tests are asked for by", async () => {
    const org = fakeOrg(({ method }) =>
      method === "POST" ? json(JOB) : rows({ Status: "Completed", ClassesCompleted: 1, ClassesEnqueued: 1 }),
    );
    const { tooling } = smallClient(org);
    const id = "01p1700000PXJMTAA5";
    await tooling.runTests(
      { classes: [id, "A", "ns.B"], suites: ["S"] },
      { ...soon, skipCodeCoverage: true },
    );
    await tooling.runTests({ classes: [id], methods: { A: ["b"] } }, { ...soon, maxFailedTests: 3 });
    const bodies = org.sent.flatMap(({ body }) => body ?? []);
    expect(bodies).toEqual([
      { classids: id, classNames: "A,ns.B", suiteNames: "S", skipCodeCoverage: true },
      { tests: [{ classId: id }, { className: "A", testMethods: ["b"] }], maxFailedTests: 3 },
    ]);
  });

  it("never runs code or tests twice", async () => {
    const org = fakeOrg(() => json({}));
    const sent: string[] = [];
    const transport: typeof org.transport = async (url, init) => {
      if (url.includes("/oauth2/")) return org.transport(url, init);
      sent.push(new URL(url).pathname);
      throw new TypeError("cut");
    };
    const { tooling } = smallClient(org, { transport });
    await tooling.executeAnonymous("x();").catch(same);
    await tooling.executeAnonymous("x();", { log: true }).catch(same);
    await tooling.runTests({ level: "RunLocalTests" }).catch(same);
    await tooling.runTestsSynchronous({ class: "A" }).catch(same);
    expect(sent).toEqual([
      "/services/data/v66.0/tooling/executeAnonymous",
      "/services/Soap/s/66.0",
      "/services/data/v66.0/tooling/runTestsAsynchronous",
      "/services/data/v66.0/tooling/runTestsSynchronous",
    ]);
  });

  it("gives up waiting, or is told to", async () => {
    const org = fakeOrg(({ method }) => (method === "POST" ? json(JOB) : rows({ Status: "Queued" })));
    const { tooling } = smallClient(org);
    const late = await tooling.runTests({ level: "RunLocalTests" }, { ...soon, testTimeout: 30 }).catch(same);
    expect(late).toMatchObject({ name: "TimeoutError", afterMs: 30, message: expect.stringContaining(JOB) });
    const signal = AbortSignal.timeout(30);
    const aborted = await tooling.runTests({ level: "RunLocalTests" }, { ...soon, signal }).catch(same);
    expect(aborted).toBe(signal.reason);
  });

  it("says where an answer is none", async () => {
    const org = fakeOrg(({ path }) => json(path.endsWith("/runTestsSynchronous") ? {} : { id: "x" }));
    const { tooling } = smallClient(org);
    for (const call of [tooling.runTests({ classes: ["A"] }), tooling.runTestsSynchronous({ class: "A" })]) {
      await expect(call).rejects.toMatchObject({ name: "DecodeError", code: "decode.tests" });
    }
    const transport: typeof org.transport = async (url, init) =>
      url.includes("/Soap/") ? new Response("<html>no</html>") : org.transport(url, init);
    const soap = smallClient(org, { transport }).tooling.executeAnonymous("x();", { log: true });
    await expect(soap).rejects.toMatchObject({ name: "DecodeError", code: "decode.soap" });
  });

  it("tells of what SOAP refuses as of what REST does, and keeps the token to itself", async () => {
    const fault = (code: string, message: string) =>
      new Response(
        `<?xml version="1.0"?><e:Envelope xmlns:e="x"><e:Body><e:Fault><faultcode>sf:${code}</faultcode>` +
          `<faultstring>${code}: ${message}</faultstring></e:Fault></e:Body></e:Envelope>`,
        { status: 500, headers: { "content-type": "text/xml" } },
      );
    const bodies: string[] = [];
    const org = fakeOrg(() => json({}));
    const transport: typeof org.transport = async (url, init) => {
      if (!url.includes("/Soap/")) return org.transport(url, init);
      bodies.push(String(init.body));
      return fault("INSUFFICIENT_ACCESS", "Author Apex &lt;is&gt; needed &#38; &#x41;");
    };
    const failure = await smallClient(org, { transport })
      .tooling.executeAnonymous("x();", { log: true })
      .catch(same);
    expect(isOrgtypeError(failure, "ForbiddenError")).toBe(true);
    expect(failure).toMatchObject({
      errorCode: "INSUFFICIENT_ACCESS",
      status: 500,
      request: "POST /services/Soap/s/66.0",
      message: expect.stringContaining("Author Apex <is> needed & A"),
    });
    expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain("token-1");
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain("<sessionId>token-1</sessionId>");
  });

  it("asks once more at most where SOAP says that the session has ended", async () => {
    let asked = 0;
    const org = fakeOrg(({ headers }) =>
      headers.get("authorization") === "Bearer token-1" ? refusal(401, "INVALID_SESSION_ID") : json({}),
    );
    const ended = "<e><faultcode>INVALID_SESSION_ID</faultcode><faultstring>gone</faultstring></e>";
    const transport: typeof org.transport = async (url, init) => {
      if (!url.includes("/Soap/")) return org.transport(url, init);
      asked += 1;
      return new Response(ended, { status: 500 });
    };
    const failure = await smallClient(org, { transport })
      .tooling.executeAnonymous("x();", { log: true })
      .catch(same);
    expect(isOrgtypeError(failure, "SessionExpiredError")).toBe(true);
    expect([asked, org.logins.length]).toEqual([2, 2]);
  });
});

describe.skipIf(!hasOrgdata)("recorded runs of tests (needs ../shared/orgdata)", () => {
  const recorded = (name: string) =>
    JSON.parse(readFileSync(orgdata(`responses/${name}.json`), "utf8")) as { body: { records: object[] } };

  it("are followed to their end, where the run as a whole is not told of", async () => {
    const [first, second] = ["tooling-query--cumulusci-2", "tooling-query--cumulusci-3"].map(recorded);
    const done = second!.body.records.map((item) => ({ ...item, Status: "Completed" }));
    const polls = [first!.body, second!.body, { ...second!.body, records: done }];
    const result = {
      ApexClassId: "01p1700000PXJMTAA5",
      ApexClass: { Name: "SamplePage_CTRL_TEST", NamespacePrefix: null },
      MethodName: "test",
      Outcome: "Pass",
      Message: null,
      StackTrace: null,
      RunTime: 12,
    };
    const org = fakeOrg((request) => {
      if (request.method === "POST") return json(recorded("tooling-runTests--cumulusci").body);
      if (soqlOf(request).includes("FROM ApexTestQueueItem")) return json(polls.shift());
      return soqlOf(request).includes("FROM ApexTestResult") ? rows(result) : rows();
    });
    const seen: TestProgress[] = [];
    const classes = ["01p1700000PXJMTAA5", "01p1700000PXJMRAA5", "01p1700000PXUjaAAH"];
    const run = await smallClient(org).tooling.runTests(
      { classes },
      { ...soon, onProgress: (progress) => void seen.push(progress) },
    );
    expect(org.sent[0]?.body).toEqual({ classids: classes.join(",") });
    expect(seen.map(({ status, classesDone, classes: all }) => [status, classesDone, all])).toEqual([
      ["Processing", 1, 3],
      ["Processing", 2, 3],
      ["Completed", 3, 3],
    ]);
    expect(run).toMatchObject({ jobId: JOB, passed: true, tests: [{ className: "SamplePage_CTRL_TEST" }] });
  });

  it("find their classes", async () => {
    const { body } = recorded("tooling-query--cumulusci");
    const org = fakeOrg(() => json(body));
    const found = smallClient(org).tooling.query("SELECT Id, Name FROM ApexClass WHERE Name LIKE '%_TEST%'");
    expect(await found.all()).toEqual(body.records);
  });
});
