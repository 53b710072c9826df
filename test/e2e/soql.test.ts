import { type ChildRows, clientCredentials, custom, type Query } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Every key a row's type has, and no other: the compiler asks for them, the test looks for them. */
type Shape<Row> = { [K in keyof Row]-?: ShapeOf<NonNullable<Row[K]>> };
type ShapeOf<Value> = [Value] extends [ChildRows<infer Child>]
  ? [Shape<Child>]
  : [Value] extends [{ attributes: { url: string } }]
    ? Shape<Value>
    : true;

function expectShape(value: unknown, shape: unknown, path: string): void {
  if (shape === true || value === null) return;
  if (Array.isArray(shape)) {
    const { records, ...rest } = value as ChildRows<unknown>;
    expect(rest, path).toEqual({ totalSize: records.length, done: true });
    records.forEach((record, index) => {
      expectShape(record, shape[0], `${path}[${index}]`);
    });
    return;
  }
  expect(Object.keys(value as object).sort(), path).toEqual(Object.keys(shape as object).sort());
  for (const [key, below] of Object.entries(shape as object)) {
    expectShape((value as Record<string, unknown>)[key], below, `${path}.${key}`);
  }
}

/** The rows of a query, each of exactly the shape its type promises. */
async function rowsOf<Row>(query: Query<Row>, shape: Shape<Row>): Promise<Row[]> {
  const rows = await query.all();
  expect(rows.length).toBeGreaterThan(0);
  rows.forEach((row, index) => {
    expectShape(row, shape, `row ${index}`);
  });
  return rows;
}

describe("SOQL text: rows have exactly the keys that their types promise", () => {
  const org = createOrg();
  let server: Listening;
  let sf: Client;
  let acme: string;

  beforeAll(async () => {
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    acme = await sf.Account.create({ Name: "Acme", Industry: "Banking", AnnualRevenue: 5_000_000 });
    const child = await sf.Account.create({ Name: "O'Brien \\ Sons", ParentId: acme, Industry: "Energy" });
    await sf.Contact.createMany([
      { LastName: "Coyote", AccountId: acme },
      { LastName: "Runner", Email: "r@example.com", AccountId: acme },
    ]);
    const deal = await sf.Opportunity.create({
      Name: "Anvils",
      StageName: "Prospecting",
      CloseDate: "2030-02-28",
      Amount: 100,
      AccountId: acme,
    });
    await sf.Task.createMany([
      { Subject: "Call", WhatId: acme },
      { Subject: "Other", WhatId: deal },
      { Subject: "Nothing" },
    ]);
    expect(child).toMatch(/^001/);
  });
  afterAll(() => server.close());

  it("fields", async () => {
    const rows = await rowsOf(sf.query("SELECT Id, Name, BillingAddress FROM Account WHERE Name = 'Acme'"), {
      attributes: true,
      Id: true,
      Name: true,
      BillingAddress: true,
    });
    expect(rows).toMatchObject([{ attributes: { type: "Account" }, Id: acme, Name: "Acme" }]);
    expect(Object.keys(rows[0]!.attributes)).toEqual(["type", "url"]);
  });

  it("fields in any case, with any white space", async () => {
    const query = sf.query(`
      select id,nAME ,
        OWNER.name
      from ACCOUNT`);
    await rowsOf(query, { attributes: true, Id: true, Name: true, Owner: { attributes: true, Name: true } });
  });

  it("an alias of the object", async () => {
    const query = sf.query("SELECT a.Id, a.Owner.Name, Account.Name FROM Account a WHERE a.Name != null");
    await rowsOf(query, { attributes: true, Id: true, Name: true, Owner: { attributes: true, Name: true } });
  });

  it("parents that are there and parents that are not", async () => {
    const query = sf.query("SELECT Parent.Parent.Name, Parent.Name, Parent.Owner.IsActive FROM Account");
    const parent = { attributes: true, Name: true } as const;
    const rows = await rowsOf(query, {
      attributes: true,
      Parent: { ...parent, Parent: parent, Owner: { attributes: true, IsActive: true } },
    });
    expect(rows.map(({ Parent }) => Parent?.Name ?? null).sort()).toEqual(["Acme", null]);
  });

  it("children, of which some have none", async () => {
    const query = sf.query(
      "SELECT Name, (SELECT LastName, Account.Name FROM Contacts WHERE LastName LIKE :name), (SELECT Amount FROM Opportunities) FROM Account",
      { name: "%o%" },
    );
    const rows = await rowsOf(query, {
      attributes: true,
      Name: true,
      Contacts: [{ attributes: true, LastName: true, Account: { attributes: true, Name: true } }],
      Opportunities: [{ attributes: true, Amount: true }],
    });
    const [found] = rows.filter(({ Name }) => Name === "Acme");
    expect(found?.Contacts?.records.map(({ LastName }) => LastName)).toEqual(["Coyote"]);
    expect(rows.some(({ Contacts }) => Contacts === null)).toBe(true);
  });

  it("parents of several targets", async () => {
    const query = sf.query("SELECT Subject, What.Name, What.Type FROM Task");
    const rows = await rowsOf(query, {
      attributes: true,
      Subject: true,
      What: { attributes: true, Name: true, Type: true },
    });
    expect(rows.map(({ What }) => What?.Type ?? null).sort()).toEqual(["Account", "Opportunity", null]);
  });

  it("TYPEOF, by what the parent turns out to be", async () => {
    const query = sf.query(
      "SELECT TYPEOF What WHEN Account THEN Phone, Industry WHEN Opportunity THEN Amount ELSE Name END FROM Task",
    );
    const rows = await query.all();
    type What = NonNullable<(typeof rows)[number]["What"]>;
    type Branch<W, Key> = W extends unknown ? (Key extends keyof W ? W : never) : never;
    const shapes = {
      Account: { attributes: true, Phone: true, Industry: true } satisfies Shape<Branch<What, "Phone">>,
      Opportunity: { attributes: true, Amount: true } satisfies Shape<Branch<What, "Amount">>,
    };
    const found = rows.flatMap(({ What }) => (What === null ? [] : [What]));
    expect(found.map(({ attributes }) => attributes.type).sort()).toEqual(["Account", "Opportunity"]);
    for (const what of found) {
      expectShape(what, shapes[what.attributes.type as keyof typeof shapes], what.attributes.type);
    }
  });

  it("groups", async () => {
    const query = sf.query(
      "SELECT Industry, COUNT(Id) total, SUM(AnnualRevenue), MAX(CreatedDate) FROM Account GROUP BY Industry",
    );
    const rows = await rowsOf(query, {
      attributes: true,
      Industry: true,
      total: true,
      expr0: true,
      expr1: true,
    });
    expect(rows.map(({ Industry, total, expr0 }) => [Industry, total, expr0]).sort()).toEqual([
      ["Banking", 1, 5_000_000],
      ["Energy", 1, null],
    ]);
    expect(rows[0]?.attributes).toEqual({ type: "AggregateResult" });
  });

  it("groups by a parent and by a date", async () => {
    const query = sf.query(
      "select account.name, calendar_year(closedate) y, count_distinct(id) from opportunity group by account.name, calendar_year(closedate)",
    );
    const rows = await rowsOf(query, { attributes: true, Name: true, y: true, expr0: true });
    expect(rows).toEqual([{ attributes: { type: "AggregateResult" }, Name: "Acme", y: 2030, expr0: 1 }]);
  });

  it("aggregates of everything", async () => {
    await rowsOf(sf.query("SELECT COUNT(Id), MIN(Name) least FROM Account"), {
      attributes: true,
      expr0: true,
      least: true,
    });
  });

  it("COUNT() has no rows", async () => {
    const query = sf.query("SELECT COUNT() FROM Account");
    expect(await query.all()).toEqual([]);
    expect(await query.first()).toBeNull();
  });

  it("labels", async () => {
    await rowsOf(sf.query("SELECT toLabel(Industry), toLabel(Rating) rated, Name FROM Account"), {
      attributes: true,
      Industry: true,
      rated: true,
      Name: true,
    });
  });

  it("FIELDS() has no field that the type does not know", async () => {
    const [row] = await sf.query("SELECT FIELDS(ALL) FROM Opportunity LIMIT 1").all();
    const full = await sf.Opportunity.retrieve(row!.Id!);
    expect(Object.keys(full).filter((key) => !(key in row!))).toEqual([]);
  });

  it("binds of every kind find what they should", async () => {
    const odd = "O'Brien \\ Sons";
    const found = await sf
      .query(
        "SELECT Name FROM Account WHERE Name = :odd AND Id NOT IN :ids AND ParentId = :acme AND AnnualRevenue = :none " +
          "AND CreatedDate > :since AND CreatedDate = LAST_N_DAYS:days AND IsDeleted = :deleted AND Owner.IsActive = :active LIMIT :n",
        {
          odd,
          ids: [acme],
          acme,
          none: null,
          since: new Date(Date.now() - 3_600_000),
          days: 2,
          deleted: false,
          active: true,
          n: 5,
        },
      )
      .all();
    expect(found.map(({ Name }) => Name)).toEqual([odd]);
    const deals = sf.query("SELECT Name FROM Opportunity WHERE CloseDate = :day AND AccountId IN (:acme)", {
      day: new Date(Date.UTC(2030, 1, 28)),
      acme,
    });
    expect((await deals.all()).map(({ Name }) => Name)).toEqual(["Anvils"]);
  });
});
