import fc from "fast-check";
import { clientCredentials, custom } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The client of the standard objects against the embedded org, over a real socket. */
describe("the client", () => {
  const org = createOrg();
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  const tokenRequests = () => org.requests.filter(({ path }) => path === "/services/oauth2/token").length;

  it("finds a record by any text it was created with", async () => {
    const text = fc
      .string({ unit: "binary", minLength: 1, maxLength: 80 })
      // Salesforce trims text, keeps no NUL, and counts in UTF-16.
      .filter((value) => value === value.trim() && !value.includes("\0"))
      .filter((value) => value.length <= 80);
    await fc.assert(
      fc.asyncProperty(text, async (Description) => {
        const id = await sf.Account.create({ Name: "any text", Site: Description });
        const where = { Id: id, Site: Description };
        const found = await sf.Account.find({ select: { Site: true }, where }).all();
        expect(found).toEqual([{ Site: Description }]);
      }),
      { numRuns: 200 },
    );
  });

  it("follows pages to their end, of rows and of children, and starts at an offset", async () => {
    const accountId = await sf.Account.create({ Name: "many" });
    const people = Array.from({ length: 2_300 }, (_, n) => ({ LastName: `P${n}`, AccountId: accountId }));
    const results = await sf.Contact.createMany(people);
    expect(results.filter(({ success }) => success)).toHaveLength(2_300);

    const where = { AccountId: accountId };
    const rows = await sf.Contact.find({ select: { LastName: true }, where }).all();
    expect(new Set(rows.map(({ LastName }) => LastName)).size).toBe(2_300);
    expect(await sf.Contact.find({ select: { LastName: true }, where, offset: 1_999 }).all()).toHaveLength(
      301,
    );

    const account = await sf.Account.find({
      select: { Contacts: { select: { LastName: true } } },
      where: { Id: accountId },
    }).first();
    expect(account?.Contacts).toHaveLength(2_300);
  });

  it("asks what is too long for a URL in a body", async () => {
    const id = await sf.Account.create({ Name: "long" });
    const others = Array.from({ length: 900 }, (_, n) => `001ZZ00000${String(n).padStart(5, "0")}`);
    const found = await sf.Account.find({
      select: { Name: true },
      where: { Id: { in: [...others, id] } },
    }).all();
    expect(found).toEqual([{ Name: "long" }]);
    expect(org.requests.at(-1)).toMatchObject({ method: "POST", path: "/services/data/v66.0/composite" });
  });

  it("logs in once for forty calls whose session has ended", async () => {
    const before = tokenRequests();
    org.expireSessions();
    const calls = Array.from({ length: 40 }, () => sf.Account.find({ select: { Id: true }, limit: 1 }).all());
    expect((await Promise.all(calls)).every((rows) => rows.length === 1)).toBe(true);
    expect(tokenRequests() - before).toBe(1);
  });
});
