import * as fc from "fast-check";
import { clientCredentials, custom, jsDates, type SearchScope, type TracedRequest } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Searches over a real socket. */
describe("the client", () => {
  const org = createOrg();
  const traced: TracedRequest[] = [];
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    const { Account } = org.seed({
      Account: [
        { Name: "Acme (Wool)", Industry: "Banking", Phone: "0315550100" },
        { Name: "Acme Steel", Industry: "Energy" },
        { Name: "AT&T or Sons" },
      ],
    });
    org.seed({
      Contact: [
        { LastName: "Acme", Email: "ada@wool.example", AccountId: Account![0], Birthdate: "1980-02-29" },
        { LastName: "Edge", Department: "Acme sales" },
      ],
    });
    server = await org.listen();
    const options = { environment: custom(server.url), auth: clientCredentials(org.credentials) };
    sf = await connect({ ...options, trace: (request) => traced.push(request) });
  });
  afterAll(() => server.close());

  it("finds records of several objects, with what was selected of each", async () => {
    const found = await sf.search({
      find: "acme",
      returning: {
        Account: { select: { Name: true }, orderBy: { Name: "desc" } },
        Contact: { select: { LastName: true, Account: { select: { Name: true } } } },
        Lead: { select: { Id: true } },
      },
    });
    expect(found).toEqual({
      Account: [{ Name: "Acme Steel" }, { Name: "Acme (Wool)" }],
      Contact: [
        { LastName: "Acme", Account: { Name: "Acme (Wool)" } },
        { LastName: "Edge", Account: null },
      ],
      Lead: [],
    });
  });

  it("keeps to the fields, conditions and counts that were asked for", async () => {
    const counts = async (args: { in?: SearchScope; limit?: number }) => {
      const { Account, Contact } = await sf.search({
        find: "acme",
        returning: { Account: { select: { Name: true } }, Contact: { select: { LastName: true } } },
        ...args,
      });
      return [Account.length, Contact.length];
    };
    expect(await counts({ in: "name" })).toEqual([2, 1]);
    expect(await counts({ in: "email" })).toEqual([0, 0]);
    expect(await counts({ limit: 1 })).toEqual([1, 0]);
    const banks = await sf.search({
      find: "acme",
      returning: { Account: { select: { Name: true }, where: { Industry: "Banking" } } },
    });
    expect(banks).toEqual({ Account: [{ Name: "Acme (Wool)" }] });
  });

  it.each([
    ["AT&T or Sons", 1],
    ["acme or sons", 0],
    ["acme (wool)", 1],
    ["acm*", 0],
  ])("looks for %s as it is", async (find, count) => {
    const { Account } = await sf.search({
      find,
      in: "name",
      returning: { Account: { select: { Id: true } } },
    });
    expect(Account).toHaveLength(count);
  });

  it("takes wildcards and operators as SOSL", async () => {
    const returning = { Account: { select: { Name: true } } } as const;
    const some = await sf.search({ find: { sosl: "acm* AND NOT steel" }, returning });
    expect(some.Account).toEqual([{ Name: "Acme (Wool)" }]);
    const either = await sf.search({ find: { sosl: "steel OR sons" }, returning });
    expect(either.Account).toHaveLength(2);
  });

  it("runs SOSL text", async () => {
    const [first] = await sf.sosl<{ Id: string; Name: string }>("FIND {steel} RETURNING Account(Id, Name)");
    expect(first).toMatchObject({ Name: "Acme Steel", attributes: { type: "Account" } });
    await expect(sf.sosl("FIND acme")).rejects.toMatchObject({
      name: "ApiError",
      errorCode: "MALFORMED_SEARCH",
    });
  });

  it("gives dates as the client does", async () => {
    const { Contact } = await sf.with({ decode: jsDates }).search({
      find: "ada",
      returning: { Contact: { select: { Birthdate: true } } },
    });
    expect(Contact[0]!.Birthdate).toEqual(new Date("1980-02-29T00:00:00Z"));
  });

  it("sends in a batch what is too long for a URL", async () => {
    traced.length = 0;
    const ids = (await sf.Account.find({ select: { Id: true } }).all()).map(({ Id }) => Id);
    const many = Array.from({ length: 900 }, (_, index) => ids[index % ids.length]!);
    const returning = { Account: { select: { Name: true as const }, where: { Id: { in: many } } } };
    const { Account } = await sf.search({ find: "acme", returning });
    expect(Account).toHaveLength(2);
    expect(traced.at(-1)).toMatchObject({ method: "GET", status: 200 });
    const wrong = {
      Account: { select: { Name: true as const }, where: { Id: { in: many } }, limit: 3_000_000 },
    };
    await expect(sf.search({ find: "a", returning: wrong })).rejects.toMatchObject({
      errorCode: "MALFORMED_SEARCH",
      status: 400,
    });
  });

  it("never makes more of a term than its words: any text is a search", async () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const mark = fc.constantFrom(..."?&|!{}[]()^~*:\\\"'+-", " or ", " AND ", " not ");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(word, mark), { maxLength: 6 }), async (parts) => {
        const find = `acme ${parts.join("")}`;
        const { Account } = await sf.search({ find, returning: { Account: { select: { Name: true } } } });
        for (const { Name } of Account) expect(Name).toContain("Acme");
      }),
      { numRuns: 200 },
    );
  });
});
