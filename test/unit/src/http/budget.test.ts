import { LimitError } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

/** An org of 100 requests a day of which so many are used; each answer tells of the next number. */
function orgUsed(...used: number[]) {
  let count = 0;
  return fakeOrg(() => {
    const now = used[Math.min(count++, used.length - 1)];
    return json({ attributes: { type: "Account", url: "" }, Name: "a" }, 200, {
      "sforce-limit-info": `api-usage=${now}/100`,
    });
  });
}

const read = (sf: ReturnType<typeof smallClient>, timeout = 60_000) =>
  sf.Account.retrieve("001000000000001AAA", { fields: ["Name"], timeout });

describe("a budget", () => {
  it("refuses, and sends nothing, where its reserve is reached", async () => {
    const org = orgUsed(88, 90);
    const sf = smallClient(org, { budget: { reserve: 10 } });
    await read(sf);
    await read(sf);
    expect(sf.limits.usage).toEqual({ used: 90, max: 100 });
    const refusal = await read(sf).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LimitError);
    expect(refusal).toMatchObject({ code: "API_RESERVE_REACHED" });
    expect(String(refusal)).toContain("90 of the org's 100 API requests");
    expect(org.sent).toHaveLength(2);
  });

  it("counts what is under way", async () => {
    const org = orgUsed(87);
    const sf = smallClient(org, { budget: { reserve: 10 } });
    await read(sf);
    const outcomes = await Promise.allSettled([read(sf), read(sf), read(sf), read(sf), read(sf)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  });

  it("lets one request ask again after a while", async () => {
    const org = orgUsed(95, 50);
    const sf = smallClient(org, { budget: { reserve: 10, askAgainMs: 300 } });
    await read(sf);
    await expect(read(sf)).rejects.toThrow(LimitError);
    await new Promise((resolve) => setTimeout(resolve, 350));
    await read(sf);
    await read(sf);
    expect(org.sent).toHaveLength(3);
  });

  it("waits where it is told to, as long as the call's time", async () => {
    const org = orgUsed(95, 95, 50);
    const sf = smallClient(org, { budget: { reserve: 10, askAgainMs: 20, whenReached: "wait" } });
    await read(sf);
    await Promise.all([read(sf), read(sf)]);
    expect(org.sent.length).toBeGreaterThanOrEqual(3);
    const full = smallClient(orgUsed(99), {
      budget: { reserve: 10, askAgainMs: 10_000, whenReached: "wait" },
    });
    await read(full);
    await expect(read(full, 50)).rejects.toThrow("no answer within 50 ms");
  });

  it("is checked", () => {
    expect(() => smallClient(orgUsed(1), { budget: { reserve: -1 } })).toThrow("`budget.reserve` is -1.");
    // @ts-expect-error there is no such way
    expect(() => smallClient(orgUsed(1), { budget: { reserve: 1, whenReached: "pray" } })).toThrow(
      "`budget.whenReached`",
    );
  });
});
