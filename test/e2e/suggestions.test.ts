import { clientCredentials, custom, jsDates } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Suggestions over a real socket. */
describe("suggestions", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org = createOrg();
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    const names = ["First National University", "National Utility", "National Urban Company", "Nationwide"];
    org.seed({
      Account: names.map((Name, index) => ({ Name, Industry: index > 1 ? "Banking" : "Energy" })),
      Contact: [{ LastName: "National", FirstName: "Ann" }],
      Case: [{ Subject: "National" }],
    });
  });
  afterAll(() => server.close());

  it("are the records whose names hold what was typed so far", async () => {
    const { records, hasMore } = await sf.suggest("Account", "national u");
    expect(records.map(({ Name }) => Name)).toEqual([
      "National Utility",
      "National Urban Company",
      "First National University",
    ]);
    expect(hasMore).toBe(false);
    const [first] = records;
    expect(first?.attributes.type).toBe("Account");
    expect((await sf.Account.retrieve(first!.Id)).Name).toBe("National Utility");
    expect((await sf.suggest("Account", "na")).records).toEqual([]);
    expect((await sf.suggest("Account", "ational")).records).toEqual([]);
  });

  it("have the fields that were asked for, and fit the conditions", async () => {
    const args = { fields: ["Industry", "CreatedDate"], where: { Industry: "Banking" }, limit: 1 } as const;
    const { records, hasMore } = await sf.suggest("Account", "nation", args);
    expect(records).toMatchObject([{ Name: "National Urban Company", Industry: "Banking" }]);
    expect(hasMore).toBe(true);

    const decoding = sf.with({ decode: jsDates });
    const [decoded] = (await decoding.suggest("Account", "nation", args)).records;
    expect(decoded?.CreatedDate).toBeInstanceOf(Date);
  });

  it("are of several objects", async () => {
    const { records } = await sf.suggest(["Contact", "Account"], "national", { limit: 2 });
    expect(records.map(({ attributes, Name }) => [attributes.type, Name])).toEqual([
      ["Account", "National Utility"],
      ["Account", "National Urban Company"],
    ]);
    const { records: all } = await sf.suggest(["Contact", "Account"], "national", { limit: 10 });
    expect(all.map(({ attributes }) => attributes.type)).toContain("Contact");
  });

  it("name records by what their object calls the name", async () => {
    const [{ CaseNumber } = {}] = await sf.Case.find({ select: { CaseNumber: true } }).all();
    const { records } = await sf.suggest("Case", CaseNumber!);
    expect(records).toMatchObject([{ CaseNumber }]);
  });

  it("are refused by the org where an object cannot be searched", async () => {
    await expect(sf.suggest("OpportunityLineItem", "National")).rejects.toMatchObject({
      errorCode: "INVALID_TYPE",
    });
  });

  it("tell where global search looks, what the user wrote most first", async () => {
    const scope = await sf.searchScope();
    expect(scope[0]).toBe("Account");
    expect(scope).toContain("Invoice__c");
    expect(scope).not.toContain("RecordType");
  });

  it("of searches need Salesforce Knowledge", async () => {
    await expect(sf.suggestQueries("app", { language: "en_US" })).rejects.toMatchObject({
      status: 501,
      errorCode: "NOT_IMPLEMENTED",
    });
  });
});
