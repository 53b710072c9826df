import { readdirSync, readFileSync } from "node:fs";
import { createClient, isOrgtypeError } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg } from "../support/fake-org.js";
import { hasOrgdata, orgdata } from "../support/orgdata.js";
import { optionsFor, smallClient } from "../support/small-org.js";

interface Recorded {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

const names = hasOrgdata ? readdirSync(orgdata("responses")).map((file) => file.replace(/\.json$/, "")) : [];
const named = (pattern: RegExp) => names.filter((name) => pattern.test(name));

function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(orgdata(`responses/${name}.json`), "utf8"));
}

/** An org that gives the recorded answer to everything. */
function orgOf({ status = 200, headers = {}, body }: Recorded, defaultStatus = status) {
  return fakeOrg(() => {
    const text = defaultStatus === 204 ? null : JSON.stringify(body);
    return new Response(text, { status: defaultStatus, headers });
  });
}

describe.skipIf(!hasOrgdata)("recorded responses (skipped where ../shared/orgdata is absent)", () => {
  it.each(named(/^(query|write|search|delete|upsert|sobject-\w+)-error/))(
    "%s is an ApiError with its code",
    async (name) => {
      const answer = recorded(name);
      const [first] = answer.body as { errorCode: string; message: string }[];
      const sf = createClient({ ...optionsFor(orgOf(answer, answer.status ?? 400)), apiVersion: "66.0" });
      const error = await sf.limits.get().catch((reason: unknown) => reason);
      expect(isOrgtypeError(error, "ApiError")).toBe(true);
      expect(error).toMatchObject({
        errorCode: first?.errorCode,
        message: expect.stringContaining(first?.message ?? ""),
      });
    },
  );

  it("several matches of an upsert", async () => {
    const org = orgOf(recorded("upsert-multiple-error--restforce"), 300);
    await expect(smallClient(org).Account.upsert("Key__c", "x", { Name: "x" })).rejects.toMatchObject({
      errorCode: "MULTIPLE_RECORDS_FOUND",
      message: expect.stringContaining("/sobjects/Whizbang/foo"),
    });
  });

  it("an expired session is renewed once, then told", async () => {
    const org = orgOf(recorded("expired-session--restforce"), 401);
    await expect(smallClient(org).Account.retrieve("001")).rejects.toMatchObject({
      name: "SessionExpiredError",
    });
    expect([org.logins.length, org.sent.length]).toEqual([2, 2]);
  });

  it.each(named(/^composite-sobjects-(post|patch)/))("%s gives a result for each record", async (name) => {
    const answer = recorded(name);
    const body = answer.body as { success: boolean; id?: string; errors: { statusCode: string }[] }[];
    const records = body.map((_, index) => ({ Name: `n${index}` }));
    const results = await smallClient(orgOf(answer)).Account.createMany(records);
    expect(results.map((result) => (result.success ? result.id : result.error.errorCode))).toEqual(
      body.map(({ success, id, errors }) => (success ? id : errors[0]?.statusCode)),
    );
  });

  it.each(named(/^sobject-(post|patch)/))("%s is read", async (name) => {
    const { Account } = smallClient(orgOf(recorded(name)));
    if (recorded(name).status === 204)
      return expect(await Account.update("001", { Name: "x" })).toBeUndefined();
    const { id, created } = await Account.upsert("Key__c", "x", { Name: "x" });
    expect(id).toBe((recorded(name).body as { id: string }).id);
    expect(created).toBe(recorded(name).status === 201);
  });

  it.each(
    named(/^query-(subquery|typeof|aggregate|count)|^query(All)?--/).filter(
      (name) => (recorded(name).body as { done?: boolean }).done,
    ),
  )("%s keeps its rows as they are", async (name) => {
    const answer = recorded(name);
    const rows = await smallClient(orgOf(answer)).query("SELECT Id FROM Account").all();
    expect(rows).toEqual((answer.body as { records: unknown[] }).records);
  });

  it("limits, some of which hold further ones", async () => {
    const limits = await smallClient(orgOf(recorded("limits--nango-get-limits"))).limits.get();
    expect(Object.keys(limits).length).toBeGreaterThan(50);
    expect(limits.DailyApiRequests).toMatchObject({ Max: expect.any(Number), Remaining: expect.any(Number) });
  });

  it("a whole org's describe", async () => {
    const answer: unknown = JSON.parse(readFileSync(orgdata("global/nango-devorg.json"), "utf8"));
    const sf = createClient({
      ...optionsFor(orgOf({ body: answer })),
      apiVersion: "59.0",
    });
    expect((await sf.describe.global()).sobjects.length).toBeGreaterThan(1000);
  });
});
