import type { ApexError, ApexTestRun, DateTimeString, Id, OpenPicklist, ToolingSchema } from "orgtype";
import { isOrgtypeError } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const classId: Id<"ApexClass">;
declare const accountId: Id<"Account">;

describe("tooling queries", () => {
  it("infer the row from the text", async () => {
    const [result] = await sf.tooling
      .query("SELECT Id, Outcome, TestTimestamp, ApexClass.CreatedBy.Username FROM ApexTestResult")
      .all();
    expectTypeOf(result!.Id).toEqualTypeOf<Id<"ApexTestResult">>();
    expectTypeOf(result!.TestTimestamp).toEqualTypeOf<DateTimeString>();
    expectTypeOf(result!.Outcome).toEqualTypeOf<OpenPicklist<"CompileFail" | "Fail" | "Pass" | "Skip">>();
    expectTypeOf(result!.ApexClass.CreatedBy.Username).toEqualTypeOf<string>();
  });

  it("ask for binds, and refuse what is not there", () => {
    sf.tooling.query("SELECT Id FROM ApexLog WHERE StartTime > :since", { since: new Date() });
    // @ts-expect-error a bind without a value
    sf.tooling.query("SELECT Id FROM ApexLog WHERE StartTime > :since");
    // @ts-expect-error no such field
    sf.tooling.query("SELECT Nmae FROM ApexClass");
    // @ts-expect-error not among the main objects: name the row
    sf.tooling.query("SELECT Id FROM Layout");
    expectTypeOf(sf.tooling.query<{ Id: string }>("SELECT Id FROM Layout").first()).resolves.toEqualTypeOf<{
      Id: string;
    } | null>();
  });
});

describe("tooling records", () => {
  it("ask for what a new one needs", () => {
    expectTypeOf(sf.tooling.sobject("ApexClass").create({ Body: "" })).resolves.toEqualTypeOf<
      Id<"ApexClass">
    >();
    // @ts-expect-error the code is needed
    sf.tooling.sobject("ApexClass").create({ Name: "A" });
    // @ts-expect-error Salesforce finds it out
    sf.tooling.sobject("ApexClass").create({ Body: "", IsValid: true });
    // @ts-expect-error Salesforce alone writes logs
    sf.tooling.sobject("ApexLog").create({ Status: "Success" });
    // @ts-expect-error and keeps them as they are
    sf.tooling.sobject("ApexLog").update("07L000000000001AAA", { Status: "Success" });
    sf.tooling.sobject("ApexLog").delete("07L000000000001AAA");
    // @ts-expect-error the id of another object
    sf.tooling.sobject("ApexClass").delete(accountId);
    sf.tooling.sobject("TraceFlag").update("7tf000000000001AAA", { ExpirationDate: null });
    // @ts-expect-error only on create
    sf.tooling.sobject("TraceFlag").update("7tf000000000001AAA", { LogType: "USER_DEBUG" });
    const fields = sf.tooling.sobject("ApexClass").retrieve(classId, { fields: ["Name"] });
    expectTypeOf(fields).resolves.toEqualTypeOf<Pick<ToolingSchema["ApexClass"]["fields"], "Name">>();
  });

  it("of other objects are not known", () => {
    expectTypeOf(sf.tooling.sobject("Layout").create({ FullName: "A" })).resolves.toEqualTypeOf<Id>();
    expectTypeOf(sf.tooling.sobject("Layout").retrieve("00h")).resolves.toEqualTypeOf<
      Record<string, unknown>
    >();
  });
});

describe("Apex", () => {
  it("leaves a log, or has an outcome", async () => {
    const { log } = await sf.tooling.executeAnonymous("x();", { log: true });
    expectTypeOf(log).toEqualTypeOf<string | undefined>();
    const outcome = await sf.tooling.executeAnonymous("x();", { as: "outcome", log: { Apex_code: "Fine" } });
    // @ts-expect-error it may be fine
    void outcome.line;
    if (!outcome.success) expectTypeOf(outcome.line).toEqualTypeOf<number>();
    // @ts-expect-error no such category
    sf.tooling.executeAnonymous("x();", { log: { Apex: "Fine" } });
    // @ts-expect-error no such form
    sf.tooling.executeAnonymous("x();", { as: "json" });
    const error: unknown = undefined;
    if (isOrgtypeError(error, "ApexError")) expectTypeOf(error).toEqualTypeOf<ApexError>();
  });

  it("has tests", () => {
    expectTypeOf(
      sf.tooling.runTests({ classes: [classId, "OrderTest"] }),
    ).resolves.toEqualTypeOf<ApexTestRun>();
    sf.tooling.runTests({ methods: { OrderTest: ["totals"] } }, { maxFailedTests: 0 });
    // @ts-expect-error a level is of all tests
    sf.tooling.runTests({ level: "RunLocalTests", classes: ["OrderTest"] });
    // @ts-expect-error no such level
    sf.tooling.runTests({ level: "Local" });
    // @ts-expect-error one class at a time
    sf.tooling.runTestsSynchronous({ classes: ["OrderTest"] });
    // @ts-expect-error not of the queue
    sf.tooling.runTestsSynchronous({ class: "OrderTest" }, { pollMs: 1 });
  });
});
