import { readFileSync } from "node:fs";
import { composeOrg } from "orgtype/compose";
import { quickActions } from "orgtype/features";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { hasOrgdata, orgdata } from "../../../support/orgdata.js";
import { metadata, optionsFor, type SmallSchema } from "../../../support/small-org.js";

const ACCOUNT = "001000000000001AAA";
const CONTACT = "003000000000001AAA";

type Answer = Parameters<typeof fakeOrg>[0];
/** A client that has quick actions, and nothing else. */
function clientOf(answer: Answer) {
  const org = fakeOrg(answer);
  const definition = { contract: 1, apiVersion: "66.0", metadata } as const;
  const { createClient } = composeOrg<SmallSchema, "quickActions">({
    ...definition,
    features: { quickActions },
  });
  return { org, sf: createClient(optionsFor(org, { retry: { times: 0 } })) };
}

describe("a quick action", () => {
  it("is run at a record, with names that need escaping", async () => {
    const { org, sf } = clientOf(() => json({ success: true, ids: [CONTACT], created: true }, 201));
    await sf.Account.quickActions.run("New Contact", { contextId: ACCOUNT, record: { LastName: "Reed" } });
    await sf.quickActions.run("Any", { record: {} });
    expect(org.sent.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      {
        method: "POST",
        path: "/services/data/v66.0/sobjects/Account/quickActions/New%20Contact",
        body: { record: { LastName: "Reed" }, contextId: ACCOUNT },
      },
      { method: "POST", path: "/services/data/v66.0/quickActions/Any", body: { record: {} } },
    ]);
  });

  it("gives one form of result, whichever Salesforce gave", async () => {
    const empty = { created: false, contextId: null, feedItemIds: [], successMessage: null };
    const cases = [
      [
        { success: true, ids: [CONTACT] },
        { ...empty, ids: [CONTACT] },
      ],
      [
        { success: true, id: CONTACT, created: true, feedItemIds: null },
        { ...empty, ids: [CONTACT], created: true },
      ],
      [
        { success: true, ids: null, contextId: ACCOUNT },
        { ...empty, ids: [], contextId: ACCOUNT },
      ],
    ] as const;
    for (const [answer, result] of cases) {
      const { sf } = clientOf(() => json(answer, 201));
      expect(await sf.quickActions.run("Any", { record: {} })).toEqual(result);
    }
  });

  it("throws where it did not succeed, in either form of refusal", async () => {
    const errors = [{ statusCode: "REQUIRED_FIELD_MISSING", message: "Last Name", fields: ["LastName"] }];
    const { sf } = clientOf(() => json({ success: false, errors }, 201));
    await expect(sf.quickActions.run("Any", { record: {} })).rejects.toMatchObject({
      name: "ValidationError",
      errorCode: "REQUIRED_FIELD_MISSING",
      fields: ["LastName"],
      request: "POST /services/data/v66.0/quickActions/Any",
    });
    const refused = clientOf(() => json([{ errorCode: "NOT_FOUND", message: "no" }], 404)).sf;
    await expect(refused.quickActions.run("Any", { record: {} })).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  it("is never run twice by itself", async () => {
    const { org, sf } = clientOf(() => json([{ errorCode: "SERVER_UNAVAILABLE", message: "busy" }], 500));
    await expect(sf.quickActions.run("Any", { record: {} })).rejects.toMatchObject({ status: 500 });
    expect(org.sent).toHaveLength(1);
  });

  it("refuses bad input before anything is sent", async () => {
    const { org, sf } = clientOf(() => json({ success: true }));
    const { run, defaultValues } = sf.quickActions;
    const wrong = { name: "SettingsError", code: "settings.quick-action" };
    await expect(run("Any", undefined as never)).rejects.toMatchObject(wrong);
    await expect(run("Any", { record: {}, context: ACCOUNT } as never)).rejects.toMatchObject(wrong);
    await expect(run("Any", { record: {}, contextId: 7 as never })).rejects.toMatchObject(wrong);
    await expect(run("Any", { record: {}, contextId: "" })).rejects.toMatchObject(wrong);
    await expect(run("Any", { record: [] as never })).rejects.toMatchObject({ code: "settings.record" });
    await expect(run("Any", { record: { n: Number.NaN } })).rejects.toMatchObject({
      code: "settings.record",
    });
    await expect(run("Any", { target: "Lead" as never, record: {} as never })).rejects.toMatchObject({
      code: "settings.object",
    });
    await expect(run("", { record: {} })).rejects.toMatchObject({ code: "settings.path" });
    await expect(defaultValues("Any", { record: {} } as never)).rejects.toMatchObject(wrong);
    expect(org.sent).toEqual([]);
  });
});

describe.skipIf(!hasOrgdata)("recorded quick actions (needs ../shared/orgdata)", () => {
  const recorded = (name: string) =>
    JSON.parse(readFileSync(orgdata(`responses/quickActions--nango-${name}.json`), "utf8"));

  it("are listed", async () => {
    const { sf } = clientOf(() => json(recorded("list-quick-actions").body));
    const actions = await sf.quickActions.list();
    expect(actions).toHaveLength(17);
    expect(actions[0]).toEqual({ name: "LogACall", label: "Log a Call", type: "LogACall" });
  });

  it("tell what a record begins with", async () => {
    const { org, sf } = clientOf(() => json(recorded("get-quick-action-defaults").body));
    const defaults = await sf.quickActions.defaultValues("NewTask");
    expect(defaults).toMatchObject({ attributes: { type: "Task" }, Subject: null, Status: "Not Started" });
    await sf.quickActions.defaultValues("NewTask", { contextId: ACCOUNT });
    expect(org.sent.map(({ path }) => path.split("v66.0")[1])).toEqual([
      "/quickActions/NewTask/defaultValues",
      `/quickActions/NewTask/defaultValues/${ACCOUNT}`,
    ]);
    await expect(sf.quickActions.defaultValues("NewTask", { target: "Account" })).rejects.toMatchObject({
      code: "settings.quick-action",
    });
  });
});
