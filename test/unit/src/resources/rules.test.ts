import { PartialFailureError } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json, refusal } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const idOf = (prefix: string, number: number) => `${prefix}${String(number).padStart(12, "0")}`;
const manyIds = (count: number) => Array.from({ length: count }, (_, index) => idOf("001", index));
const done = () => json({ errors: null, success: true });

describe("triggered rules", () => {
  it("are those of 200 records a request", async () => {
    const org = fakeOrg(done);
    await smallClient(org).rules.trigger(manyIds(401));
    expect(org.sent.map(({ body }) => body.contextIds.length)).toEqual([200, 200, 1]);
  });

  it("tell what was done where a later request is refused", async () => {
    const answers = [done, () => refusal(400, "UNABLE_TO_LOCK_ROW"), done];
    const org = fakeOrg(() => answers.shift()!());
    const ids = manyIds(500);
    const error = await smallClient(org, { retry: { times: 0 } })
      .rules.trigger(ids)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PartialFailureError);
    const { succeeded, failed, unanswered } = error as PartialFailureError<string>;
    expect([succeeded.length, failed.length, unanswered.length]).toEqual([200, 200, 100]);
    expect(failed[0]).toMatchObject({ index: 200, input: ids[200], error: { code: "UNABLE_TO_LOCK_ROW" } });
    expect(unanswered[0]).toEqual({ index: 400, input: ids[400] });
    expect(org.sent).toHaveLength(2);
  });

  it("do not claim to know what became of a request that was not answered", async () => {
    const answers = [done, () => new Response("", { status: 200 })];
    const org = fakeOrg(() => answers.shift()!());
    const error = await smallClient(org)
      .rules.trigger(manyIds(201))
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "PartialFailureError",
      failed: [],
      unanswered: [{ index: 200 }],
      cause: { name: "DecodeError" },
    });
  });

  it.each([
    ["as an answer", () => json({ success: false, errors: [{ statusCode: "FIELD_INTEGRITY_EXCEPTION" }] })],
    [
      "with a status",
      () => json({ success: false, errors: [{ statusCode: "FIELD_INTEGRITY_EXCEPTION" }] }, 400),
    ],
    ["as all else is", () => refusal(400, "FIELD_INTEGRITY_EXCEPTION")],
  ])("throw where they are refused %s", async (_, answer) => {
    const { rules } = smallClient(fakeOrg(answer));
    await expect(rules.trigger(idOf("001", 1))).rejects.toMatchObject({
      name: "ValidationError",
      errorCode: "FIELD_INTEGRITY_EXCEPTION",
    });
  });

  it("are not sent twice where no answer came", async () => {
    const org = fakeOrg(() => refusal(503, "SERVER_UNAVAILABLE"));
    await expect(smallClient(org).rules.trigger(idOf("001", 1))).rejects.toMatchObject({ status: 503 });
    expect(org.sent).toHaveLength(1);
  });

  type Rules = ReturnType<typeof smallClient>["rules"];
  it.each<[string, (rules: Rules) => Promise<unknown>, string]>([
    ["no id", (rules) => rules.trigger("Acme"), "`recordIds` is no id"],
    ["not even text", (rules) => rules.trigger([idOf("001", 1), 7 as never]), "`recordIds[1]` is 7"],
    [
      "several objects",
      (rules) => rules.trigger([idOf("001", 1), idOf("003", 1)]),
      "`recordIds[1]` is of another object",
    ],
    ["no rule", (rules) => rules.get("Account", "Hot"), "`ruleId` is no id"],
    ["no object", (rules) => rules.list(7 as never), "`object` is 7"],
    ["another path", (rules) => rules.list("../limits"), "that is no API name"],
  ])("are not sent: %s", async (_, run, message) => {
    const org = fakeOrg(done);
    await expect(run(smallClient(org).rules)).rejects.toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(message),
    });
    expect(org.sent).toEqual([]);
  });
});
