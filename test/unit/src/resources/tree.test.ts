import { clientCredentials, custom, PartialFailureError, SettingsError, ValidationError } from "orgtype";
import { createOrg } from "orgtype/mock";
import { createClient } from "orgtype/standard";
import { beforeEach, describe, expect, it } from "vitest";

let org: ReturnType<typeof createOrg>;
let sf: ReturnType<typeof createClient>;

beforeEach(() => {
  org = createOrg();
  sf = createClient({
    environment: custom(org.url),
    auth: clientCredentials(org.credentials),
    transport: org.fetch,
  });
});

const trees = () => org.requests.filter(({ path }) => path.includes("/composite/tree"));

describe("createTree", () => {
  it("creates records with their children and theirs, and gives their ids in that shape", async () => {
    const [acme, bolt] = await sf.Account.createTree([
      {
        Name: "Acme",
        Contacts: [{ LastName: "Reed" }, { LastName: "Lind" }],
        Opportunities: [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2030-01-01" }],
        ChildAccounts: [{ Name: "Acme South", Contacts: [{ LastName: "Moss" }] }],
      },
      { Name: "Bolt", Contacts: [] },
    ]);
    const contacts = org.records("Contact");
    expect(contacts.map(({ LastName, AccountId }) => [LastName, AccountId])).toEqual([
      ["Reed", acme?.id],
      ["Lind", acme?.id],
      ["Moss", acme?.ChildAccounts?.[0]?.id],
    ]);
    expect(acme?.Contacts?.map(({ id }) => id)).toEqual(contacts.slice(0, 2).map(({ Id }) => Id));
    expect(acme?.ChildAccounts?.[0]?.Contacts).toEqual([{ id: contacts[2]?.Id }]);
    expect(bolt).toEqual({
      id: org.records("Account").find(({ Name }) => Name === "Bolt")?.Id,
      Contacts: [],
    });
    expect(trees()).toHaveLength(1);
  });

  it("is split at 200 records, children counted, and never within a tree", async () => {
    const records = Array.from({ length: 90 }, (_, n) => ({
      Name: `T${n}`,
      Contacts: Array.from({ length: 4 }, (_, m) => ({ LastName: `C${n}.${m}` })),
    }));
    const made = await sf.Account.createTree(records);
    expect(made.map(({ Contacts }) => Contacts?.length)).toEqual(records.map(() => 4));
    expect(org.records("Contact")).toHaveLength(360);
    expect(trees()).toHaveLength(3);
  });

  it("names the place of what is refused, and creates nothing of its request", async () => {
    const refusal = await sf.Account.createTree([
      { Name: "Good" },
      { Name: "Bad", Contacts: [{ LastName: "Fine" }, { LastName: "Wrong", Email: "no address" }] },
    ]).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ValidationError);
    expect(refusal).toMatchObject({ errorCode: "INVALID_EMAIL_ADDRESS", fields: ["Email"] });
    expect(String(refusal)).toContain("`records[1].Contacts[1]`: ");
    expect(org.records("Account")).toEqual([]);
  });

  it("tells what was created before a request that failed", async () => {
    const records = Array.from({ length: 250 }, (_, n) => ({ Name: n === 240 ? "x".repeat(300) : `P${n}` }));
    const failure = await sf.Account.createTree(records).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PartialFailureError);
    const { succeeded, unanswered, cause } = failure as PartialFailureError & { cause: Error };
    expect([succeeded.length, unanswered.length, unanswered[0]?.index]).toEqual([200, 50, 200]);
    expect(cause.message).toContain("`records[240]`");
  });

  it("refuses trees that Salesforce does not take, before anything is sent", async () => {
    const wide = { Name: "Wide", Contacts: Array.from({ length: 200 }, () => ({ LastName: "C" })) };
    await expect(sf.Account.createTree([wide])).rejects.toThrow("`records[0]` has 201 records.");
    const level = (depth: number): { Name: string; ChildAccounts?: object[] } =>
      depth === 0 ? { Name: "leaf" } : { Name: "node", ChildAccounts: [level(depth - 1)] };
    await expect(sf.Account.createTree([level(5) as { Name: string }])).rejects.toThrow("has 6 levels");
    await expect(sf.Account.createTree([{ Name: "A", Contacts: {} as never }])).rejects.toThrow(
      SettingsError,
    );
    await expect(
      sf.Account.createTree([{ Name: "A", Contacts: [{ LastName: "B", Birthdate: Number.NaN as never }] }]),
    ).rejects.toThrow("`records[0].Contacts[0].Birthdate` is NaN");
    expect(trees()).toEqual([]);
  });
});
