import {
  type ActionRecord,
  type Client,
  clientCredentials,
  createClient,
  custom,
  defineOrg,
  type Id,
  isOrgtypeError,
  jsDates,
  LockedError,
  type RecordOf,
  type TracedRequest,
} from "orgtype";
import { type ActionHandlers, createOrg, type Listening, type Org } from "orgtype/mock";
import type { Schema } from "orgtype/standard";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { metadata } from "../../generated/standard/metadata.js";

/** As `orgtype generate` would write it. */
interface Actions {
  "flow/Discount_Calculator": {
    inputs: { amount: number; coupon?: string | null };
    outputs: { net: number | null; Flow__InterviewStatus: string | null };
  };
  "flow/ns__Rename": {
    inputs: { account: RecordOf<"Account">; others?: readonly RecordOf<"Account">[] | null };
    outputs: { renamed: RecordOf<"Account"> | null };
  };
  "apex/ns__Namer": { inputs: { name: string }; outputs: { accountId: Id<"Account"> | null } };
  "emailAlert/Account/Welcome": { inputs: { SObjectRowId: string }; outputs: Record<never, never> };
  "standard/emailSimple": { inputs: { emailAddresses?: string | null }; outputs: Record<never, never> };
}

const LOCKED = { errorCode: "UNABLE_TO_LOCK_ROW", message: "unable to obtain exclusive access", fields: [] };
const named = (input: Readonly<Record<string, unknown>>) => String((input.account as { Name?: string }).Name);

function handlers(org: () => Org): ActionHandlers {
  return {
    "custom/flow/Discount_Calculator": {
      label: "Discount",
      description: "What is to be paid.",
      inputs: [
        { name: "amount", type: "DOUBLE", required: true },
        { name: "coupon", type: "STRING" },
      ],
      outputs: [{ name: "net", type: "DOUBLE" }],
      run: ({ amount, coupon }) => ({ net: Number(amount) * (coupon === "HALF" ? 0.5 : 0.9) }),
    },
    "custom/flow/ns__Rename": {
      inputs: [
        { name: "account", type: "SOBJECT", sobjectType: "Account", required: true },
        { name: "others", type: "SOBJECT", sobjectType: "Account", maxOccurs: 2000 },
      ],
      outputs: [{ name: "renamed", type: "SOBJECT", sobjectType: "Account" }],
      run: (input) => ({
        renamed: {
          attributes: { type: "Account" },
          Name: `${named(input)}!`,
          CreatedDate: "2026-01-01T00:00:00.000+0000",
          ...(input.account as object),
        },
      }),
    },
    "custom/apex/ns__Namer": ({ name }) => {
      if (name === "locked") throw new LockedError({ errors: [LOCKED] });
      return {
        accountId: org().seed({ Account: [{ Name: name === "" ? null : name }] }).Account?.[0] ?? null,
      };
    },
    "custom/emailAlert/Account/Welcome": () => null,
    "standard/emailSimple": ({ emailAddresses }) => {
      if (emailAddresses === undefined) throw new Error("Missing required input parameter: emailAddresses");
      return null;
    },
  };
}

/** Actions over a real socket. */
describe("sf.actions", () => {
  const org: Org = createOrg({ actions: handlers(() => org) });
  const traced: TracedRequest[] = [];
  let onTrace = () => {};
  let server: Listening;
  let sf: Client<Schema, Actions>;

  beforeAll(async () => {
    server = await org.listen();
    sf = await defineOrg<Schema, Actions>({ contract: 1, apiVersion: "66.0", metadata }).connect({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      trace: (request) => {
        traced.push(request);
        onTrace();
      },
      retry: { firstDelayMs: 1 },
    });
  });
  afterEach(() => {
    org.faults.clear();
    traced.length = 0;
    onTrace = () => {};
  });
  afterAll(() => server.close());
  const posts = () => traced.filter(({ method }) => method === "POST");

  it("runs a flow, Apex, an email alert and a standard action, and gives what they give", async () => {
    const { net, Flow__InterviewStatus } = await sf.actions.run("flow/Discount_Calculator", { amount: 10 });
    expect([net, Flow__InterviewStatus]).toEqual([9, "Finished"]);
    const { accountId } = await sf.actions.run("apex/ns__Namer", { name: "Acme" });
    expect((await sf.Account.retrieve(accountId!, { fields: ["Name"] })).Name).toBe("Acme");
    expect(await sf.actions.run("emailAlert/Account/Welcome", { SObjectRowId: accountId! })).toEqual({});
    expect(await sf.actions.run("standard/emailSimple", { emailAddresses: "a@example.com" })).toEqual({});
    expect(org.requests.slice(-2).map(({ path }) => path)).toEqual([
      "/services/data/v66.0/actions/custom/emailAlert/Account/Welcome",
      "/services/data/v66.0/actions/standard/emailSimple",
    ]);
  });

  it("throws the error of the action, with Salesforce's code, message and the request", async () => {
    await expect(sf.actions.run("standard/emailSimple", {})).rejects.toMatchObject({
      name: "ApiError",
      errorCode: "UNKNOWN_EXCEPTION",
      message: expect.stringContaining("Missing required input parameter: emailAddresses"),
      request: "POST /services/data/v66.0/actions/standard/emailSimple",
    });
    await expect(sf.actions.run("apex/ns__Namer", { name: "" })).rejects.toMatchObject({
      name: "ValidationError",
      errorCode: "REQUIRED_FIELD_MISSING",
      fields: ["Name"],
    });
    expect(posts()).toHaveLength(2);
  });

  it("runs an action for many inputs, 200 to a request, with an outcome for each in order", async () => {
    const inputs = Array.from({ length: 450 }, (_, index) => ({ amount: index }));
    const outcomes = await sf.actions.runMany("flow/Discount_Calculator", inputs);
    expect(outcomes.map((outcome) => outcome.success && outcome.value.net)).toEqual(
      inputs.map(({ amount }) => amount * 0.9),
    );
    expect(posts()).toHaveLength(3);
    expect(await sf.actions.runMany("flow/Discount_Calculator", [])).toEqual([]);
    expect(posts()).toHaveLength(3);
  });

  it("tells which of many failed, and why, and undoes nothing of the others", async () => {
    const outcomes = await sf.actions.runMany("apex/ns__Namer", [
      { name: "One" },
      { name: "" },
      { name: "Two" },
    ]);
    expect(outcomes.map(({ success }) => success)).toEqual([true, false, true]);
    const [, failed] = outcomes;
    expect(failed?.success === false && isOrgtypeError(failed.error, "ValidationError")).toBe(true);
    expect(org.records("Account").map(({ Name }) => Name)).toEqual(expect.arrayContaining(["One", "Two"]));
  });

  it("gives the outcomes of earlier requests where a later one fails as a whole, and is not sent twice", async () => {
    const inputs = Array.from({ length: 201 }, () => ({ amount: 1 }));
    onTrace = () => org.faults.always({ path: "/actions/", html: true });
    const outcomes = await sf.actions.runMany("flow/Discount_Calculator", inputs);
    expect(outcomes.slice(0, 200).every(({ success }) => success)).toBe(true);
    expect(outcomes[200]).toMatchObject({ success: false, error: { code: "HTTP_503" } });
    expect(posts()).toHaveLength(2);
  });

  it("takes and gives records, with their dates as the client has them", async () => {
    const account: ActionRecord<Schema, "Account"> = { attributes: { type: "Account" }, Name: "Acme" };
    const { renamed } = await sf.actions.run("flow/ns__Rename", { account, others: [account] });
    expect(renamed).toMatchObject({ Name: "Acme", CreatedDate: "2026-01-01T00:00:00.000+0000" });
    const dated = sf.with({ decode: jsDates });
    const changed = await dated.actions.run("flow/ns__Rename", {
      account: { attributes: { type: "Account" }, Name: "Acme", LastModifiedDate: new Date(0) },
    });
    expect(changed.renamed?.CreatedDate).toEqual(new Date("2026-01-01T00:00:00Z"));
    expect(changed.renamed?.LastModifiedDate).toEqual(new Date(0));
  });

  it("runs actions that were not pulled, of the type that is named", async () => {
    const untyped = createClient({
      apiVersion: "66.0",
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
    });
    const { net } = await untyped.actions.run<{ net: number }>("flow/Discount_Calculator", {
      amount: 10,
      coupon: "HALF",
    });
    expect(net).toBe(5);
    const given = await untyped.actions.run("flow/Discount_Calculator", { amount: 10 });
    expect(given.net).toBe(9);
    await expect(sf.actions.run<{ done: boolean }>("flow/Nowhere", {})).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  it("lists and describes", async () => {
    const all = (await sf.actions.list()).map(({ name }) => name);
    expect(all.sort()).toEqual([
      "apex/ns__Namer",
      "emailAlert/Account/Welcome",
      "flow/Discount_Calculator",
      "flow/ns__Rename",
      "standard/emailSimple",
    ]);
    expect(await sf.actions.list("standard")).toEqual([
      { name: "standard/emailSimple", label: "Send Email", type: "EMAILSIMPLE" },
    ]);
    await expect(sf.actions.list("nowhere")).rejects.toMatchObject({ name: "NotFoundError" });
    const described = await sf.actions.describe("flow/Discount_Calculator");
    expect(described).toMatchObject({ label: "Discount", description: "What is to be paid.", type: "FLOW" });
    expect(described.inputs[0]).toMatchObject({
      name: "amount",
      type: "DOUBLE",
      required: true,
      maxOccurs: 1,
    });
    expect(await sf.actions.describe("emailAlert/Account/Welcome")).toMatchObject({ name: "Welcome" });
  });

  it("refuses what can be no action and no input, before anything is sent", async () => {
    const wrong = { name: "SettingsError", code: "settings.action" };
    const run = sf.actions.run as unknown as (name: unknown, inputs: unknown) => Promise<unknown>;
    for (const name of ["flow", "", 7, "standard/a/b", "a/b/c/d"]) {
      await expect(run(name, {})).rejects.toMatchObject(wrong);
    }
    await expect(run("flow/", {})).rejects.toMatchObject({ name: "SettingsError", code: "settings.path" });
    await expect(run("flow/..", {})).rejects.toMatchObject({ name: "SettingsError", code: "settings.path" });
    for (const inputs of [undefined, null, [], "x"]) {
      await expect(run("flow/Discount_Calculator", inputs)).rejects.toMatchObject(wrong);
    }
    await expect(run("flow/Discount_Calculator", { amount: Number.NaN })).rejects.toMatchObject({
      ...wrong,
      message: expect.stringContaining("`inputs.amount` is NaN"),
    });
    await expect(
      sf.actions.runMany("flow/Discount_Calculator", [{ amount: 1 }, { amount: 1 / 0 }]),
    ).rejects.toMatchObject({ ...wrong, message: expect.stringContaining("`inputs[1].amount` is Infinity") });
    await expect(sf.actions.runMany("flow/Discount_Calculator", {} as never)).rejects.toMatchObject({
      ...wrong,
      code: "settings.records",
    });
    expect(traced).toEqual([]);
  });

  it("sends nothing again where no answer came", async () => {
    org.forgetRequests();
    org.faults.always({ path: "/actions/", resetAfterBytes: 0, after: true });
    await expect(sf.actions.run("flow/Discount_Calculator", { amount: 1 })).rejects.toMatchObject({
      name: "ConnectionError",
    });
    expect(org.requests).toHaveLength(1);
  });

  it("sends nothing again where records were locked for one of the inputs", async () => {
    org.forgetRequests();
    const outcomes = await sf.actions.runMany("apex/ns__Namer", [{ name: "locked" }, { name: "Three" }]);
    expect(outcomes).toMatchObject([{ success: false, error: { name: "LockedError" } }, { success: true }]);
    expect(org.requests).toHaveLength(1);
  });

  it("is read at once, though its code is loaded later", async () => {
    const other = sf.with({ decode: {} });
    const inputs = [{ amount: 10 }];
    const outcomes = other.actions.runMany("flow/Discount_Calculator", inputs);
    inputs.push({ amount: 20 });
    expect(await outcomes).toHaveLength(1);
  });

  it("ends with the reason of the caller who aborts", async () => {
    const reason = new Error("enough");
    const call = sf.actions.run(
      "flow/Discount_Calculator",
      { amount: 1 },
      { signal: AbortSignal.abort(reason) },
    );
    await expect(call).rejects.toBe(reason);
  });
});
