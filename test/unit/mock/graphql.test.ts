import { buildClientSchema, getIntrospectionQuery, parse, validate, validateSchema } from "graphql";
import { createOrg, type Org } from "orgtype/mock";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "./api.js";
import { graphqlOf } from "./graphql-of.js";

interface Named {
  readonly node: { readonly Name: { readonly value: string } };
}

describe("the embedded org's GraphQL", () => {
  let org: Org;
  let run: ReturnType<typeof graphqlOf>;
  let acme: string;
  const ask = async (text: string, variables?: object) => {
    const { data, errors } = await run(text, variables);
    expect(errors).toEqual([]);
    return data.uiapi;
  };
  const inQuery = async (text: string) => (await ask(`{ uiapi { query { ${text} } } }`)).query;
  /** The names of the accounts that a filter, or another argument, lets through. */
  const namesOf = async (args: string) => {
    const { Account } = await inQuery(`Account(${args}) { edges { node { Name { value } } } }`);
    return (Account.edges as Named[]).map(({ node }) => node.Name.value);
  };
  const failed = async (text: string) => {
    const { errors } = await run(`{ uiapi { query { ${text} } } }`);
    return errors;
  };

  beforeAll(() => {
    org = createOrg({
      timeZone: "UTC",
      now: () => new Date("2026-03-04T05:06:07Z"),
      profiles: { Blind: {} },
    });
    run = graphqlOf(org);
    const { Account: [first = ""] = [] } = org.seed({
      Account: [
        { Name: "Acme", Industry: "Banking", AnnualRevenue: 1_000_000, NumberOfEmployees: 5 },
        { Name: "Bolt", Industry: "Energy", AnnualRevenue: 500 },
        { Name: 'It\'s 100% \\ "fine"', Industry: "Energy" },
      ],
    });
    acme = first;
    const [contact = ""] =
      org.seed({
        Contact: [
          { LastName: "One", FirstName: "A", AccountId: acme, Email: "one@example.com" },
          { LastName: "Two", AccountId: acme },
          { LastName: "Alone", Birthdate: "2000-01-02" },
        ],
      }).Contact ?? [];
    org.seed({
      Task: [{ Subject: "Call", WhoId: contact, WhatId: acme }, { Subject: "Wait" }],
    });
  });

  it("answers values with what users see of them", async () => {
    const { Account } = await inQuery(`Account(where: { Name: { eq: "acme" } }) {
      totalCount
      edges { node {
        Id ApiName DisplayValue WeakEtag
        Name { value displayValue label }
        Industry { value displayValue label }
        AnnualRevenue { value displayValue }
        CreatedDate { value displayValue }
        RecordTypeId(fallback: true) { value }
        Parent { Id }
        Owner { Name { value } }
        ... on Record { SystemModstamp { value } }
      } }
    }`);
    expect(Account).toMatchObject({
      totalCount: 1,
      edges: [
        {
          node: {
            Id: acme,
            ApiName: "Account",
            DisplayValue: "Acme",
            WeakEtag: Date.parse("2026-03-04T05:06:07Z"),
            Name: { value: "Acme", displayValue: null, label: null },
            Industry: { value: "Banking", displayValue: "Banking", label: "Banking" },
            AnnualRevenue: { value: 1_000_000, displayValue: "$1,000,000" },
            CreatedDate: { value: "2026-03-04T05:06:07.000Z", displayValue: "3/4/2026, 5:06 AM" },
            RecordTypeId: { value: "012000000000000AAA" },
            Parent: null,
            Owner: { Name: { value: expect.any(String) } },
            SystemModstamp: { value: "2026-03-04T05:06:07.000Z" },
          },
        },
      ],
    });
  });

  it.each([
    ['where: { Industry: { in: ["Energy", "Banking"] }, AnnualRevenue: { gt: 600 } }', ["Acme"]],
    ["where: { AnnualRevenue: { eq: null } }", ['It\'s 100% \\ "fine"']],
    ['where: { Name: { eq: "It\'s 100% \\\\ \\"fine\\"" } }', ['It\'s 100% \\ "fine"']],
    ['where: { Name: { like: "%ol%" } }', ["Bolt"]],
    [
      'where: { or: [{ Name: { eq: "Bolt" } }, { and: [{ Name: { ne: "Bolt" } }, { NumberOfEmployees: { gte: 5, lt: 6 } }] }] }',
      ["Acme", "Bolt"],
    ],
    ['where: { not: { Industry: { eq: "Energy" } } }', ["Acme"]],
    ['where: { Name: { nin: ["Bolt", "Acme"] } }', ['It\'s 100% \\ "fine"']],
    ["where: { CreatedDate: { eq: { literal: TODAY } } }, first: 1", ["Acme"]],
    ["where: { CreatedDate: { lt: { range: { last_n_days: 3 } } } }", []],
    ['where: { CreatedDate: { gte: { value: "2026-03-05T00:00:00Z" } } }', []],
    ['where: { Id: { inq: { Contact: { LastName: { eq: "One" } }, ApiName: "AccountId" } } }', ["Acme"]],
    [
      'where: { Id: { ninq: { Contact: { AccountId: { ne: null } }, ApiName: "AccountId" } } }, first: 1',
      ["Bolt"],
    ],
    ["orderBy: { AnnualRevenue: { order: DESC, nulls: LAST } }", ["Acme", "Bolt", 'It\'s 100% \\ "fine"']],
    ["orderBy: { Name: { order: DESC }, Industry: {} }", ['It\'s 100% \\ "fine"', "Bolt", "Acme"]],
    [
      "orderBy: { Industry: { order: DESC }, Name: { order: DESC } }",
      ['It\'s 100% \\ "fine"', "Bolt", "Acme"],
    ],
    ["scope: MINE, first: 2", ["Acme", "Bolt"]],
    ["scope: QUEUE_OWNED", []],
    ["where: {}, orderBy: {}, first: 1", ["Acme"]],
  ])("finds what is asked for: %s", async (args, names) => {
    expect(await namesOf(args)).toEqual(names);
  });

  it("takes the keys of an order as they were given, as a variable too", async () => {
    const document = `query ($order: Account_OrderBy, $to: ResultOrder) { uiapi { query {
      a: Account(orderBy: $order) { edges { node { Name { value } } } }
      b: Account(orderBy: { Name: { order: $to } }) { edges { node { Name { value } } } }
    } } }`;
    const order = { Industry: { order: "DESC" }, Name: { order: "ASC" } };
    const { query } = await ask(document, { order, to: "DESC" });
    const names = (edges: Named[]) => edges.map(({ node }) => node.Name.value);
    expect(names(query.a.edges)).toEqual(["Bolt", 'It\'s 100% \\ "fine"', "Acme"]);
    expect(names(query.b.edges)).toEqual(['It\'s 100% \\ "fine"', "Bolt", "Acme"]);
  });

  it("follows relationships, to parents of several objects and to children", async () => {
    const query = await inQuery(`
      Task(orderBy: { Subject: { order: ASC } }) { edges { node {
        Who { __typename ... on Contact { LastName { value } Account { Name { value } } } }
        What { ... on Record { Id } }
      } } }
      Account(first: 2) { edges { node {
        Contacts(first: 1, where: { LastName: { ne: "None" } }, orderBy: { LastName: { order: DESC } }) {
          totalCount pageResultCount pageInfo { hasNextPage } edges { node { LastName { value } } }
        }
      } } }
      contacts: Contact(where: { Account: { Name: { eq: "Acme" } } }, orderBy: { Account: { Name: {} }, LastName: {} }) {
        totalCount edges { node { LastName { value } } }
      }
      tasks: Task(where: { Who: { Contact: { LastName: { eq: "One" } } } }) { totalCount }
    `);
    expect(query.Task.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        Who: { __typename: "Contact", LastName: { value: "One" }, Account: { Name: { value: "Acme" } } },
        What: { Id: acme },
      },
      { Who: null, What: null },
    ]);
    expect(query.Account.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        Contacts: {
          totalCount: 2,
          pageResultCount: 1,
          pageInfo: { hasNextPage: true },
          edges: [{ node: { LastName: { value: "Two" } } }],
        },
      },
      { Contacts: { totalCount: 0, pageResultCount: 0, pageInfo: { hasNextPage: false }, edges: [] } },
    ]);
    expect(query.contacts.edges).toEqual([
      { node: { LastName: { value: "One" } } },
      { node: { LastName: { value: "Two" } } },
    ]);
    expect(query.tasks.totalCount).toBe(1);
  });

  it("gives a page after a cursor", async () => {
    const page =
      "{ pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { DisplayValue } } }";
    const { Account } = await inQuery(`Account(first: 2) ${page}`);
    expect(Account.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: Account.edges[0].cursor,
      endCursor: Account.edges[1].cursor,
    });
    const next = await inQuery(`Account(first: 2, after: "${Account.pageInfo.endCursor}") ${page}`);
    expect(next.Account).toMatchObject({
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
      edges: [{ node: { DisplayValue: expect.stringContaining("fine") } }],
    });
  });

  it("gives 10 records where it is not told how many, and no more than 4,000 without an upper bound", async () => {
    const many = createOrg();
    many.seed({ Lead: Array.from({ length: 4_100 }, (_, n) => ({ LastName: `L${n}`, Company: "C" })) });
    const answer = async (args: string) => {
      const text = `{ uiapi { query { Lead${args} { totalCount pageResultCount pageInfo { hasNextPage } } } } }`;
      return (await graphqlOf(many)(text)).data.uiapi.query.Lead;
    };
    expect(await answer("")).toEqual({
      totalCount: 4_100,
      pageResultCount: 10,
      pageInfo: { hasNextPage: true },
    });
    const after = btoa("v1:1999");
    expect(await answer(`(first: 2000, after: "${after}")`)).toMatchObject({
      pageResultCount: 2_000,
      pageInfo: { hasNextPage: false },
    });
    expect(await answer(`(first: 2000, after: "${after}", upperBound: 10000)`)).toMatchObject({
      pageInfo: { hasNextPage: true },
    });
  });

  it.each([
    ["Account(first: 2001) { totalCount }", "first"],
    ["Account(first: 0) { totalCount }", "first"],
    ["Account(first: 10, upperBound: 1000) { totalCount }", "200"],
    ["Account(first: 300, upperBound: 200) { totalCount }", "upperBound"],
    ['Account(after: "x") { totalCount }', "cursor"],
    ["Account(where: { Name: { in: [] } }) { totalCount }", "empty"],
    [
      'Account(where: { CreatedDate: { eq: { literal: TODAY, value: "2026-01-01T00:00:00Z" } } }) { totalCount }',
      "one of",
    ],
    ['Account(where: { Id: { inq: { ApiName: "AccountId" } } }) { totalCount }', "join"],
    ['Account(where: { Id: { eq: "none" } }) { totalCount }', "invalid ID field"],
  ])("fails in the part that cannot be: %s", async (text, said) => {
    const { data, errors } = await run(`{ uiapi { query { ${text} Contact(first: 1) { totalCount } } } }`);
    expect(data.uiapi.query).toMatchObject({ Account: null, Contact: { totalCount: 3 } });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(said),
        path: ["uiapi", "query", "Account"],
        extensions: { ErrorType: "DataFetchingException" },
      },
    ]);
  });

  it("runs up to 10 queries, each of which counts as a request", async () => {
    const limited = createOrg();
    const queries = (count: number) =>
      `{ uiapi { query { ${Array.from({ length: count }, (_, n) => `q${n}: Account { totalCount }`).join(" ")} } } }`;
    const used = async () => (await api(limited).get("/limits")).headers.get("Sforce-Limit-Info") ?? "";
    const before = Number(/=(\d+)/.exec(await used())?.[1]);
    expect((await graphqlOf(limited)(queries(10))).errors).toEqual([]);
    // The look itself, and ten.
    expect(Number(/=(\d+)/.exec(await used())?.[1])).toBe(before + 11);
    expect((await graphqlOf(limited)(queries(11))).errors).toMatchObject([
      { path: ["uiapi", "query", "q10"] },
    ]);
  });

  it.each([
    ["{ uiapi { query { Account { ", "InvalidSyntax"],
    ["{ uiapi { query { Account { edges { node { Nam { value } } } } } } }", "ValidationError"],
    [
      '{ uiapi { query { Account(where: { AnnualRevenue: { gt: "much" } }) { totalCount } } } }',
      "ValidationError",
    ],
    ["query ($first: Int!) { uiapi { query { Account(first: $first) { totalCount } } } }", "ValidationError"],
    ["query A { uiapi { __typename } } query B { uiapi { __typename } }", "OperationNotSupported"],
  ])("says why a document is not run: %s", async (text, ErrorType) => {
    const { data, errors } = await run(text);
    expect(data).toEqual({});
    expect(errors[0]).toMatchObject({ extensions: { ErrorType }, message: expect.any(String) });
  });

  it("runs the operation that is named, with fragments, aliases and directives", async () => {
    const text = `
      query A { uiapi { query { Account { totalCount } } } }
      query B($skip: Boolean = true) { uiapi { query { all: Contact { ...Count edges @skip(if: $skip) { cursor } } } } }
      fragment Count on ContactConnection { totalCount }`;
    expect((await run(text, {}, "B")).data).toEqual({ uiapi: { query: { all: { totalCount: 3 } } } });
    expect((await run(text, {}, "C")).errors).toMatchObject([
      { extensions: { ErrorType: "OperationNotSupported" } },
    ]);
  });

  it("refuses what is no request for it", async () => {
    const rest = api(org);
    expect((await rest.post("/graphql", { text: "{ uiapi }" })).status).toBe(400);
    expect((await rest.post("/graphql", "[]")).status).toBe(400);
    expect((await rest.get("/graphql")).status).toBe(405);
    expect((await api(org, "none").post("/graphql", { query: "{ uiapi }" })).status).toBe(401);
  });

  it("tells tools its schema, in which documents can be checked", async () => {
    const { data, errors } = await run(getIntrospectionQuery());
    expect(errors).toEqual([]);
    const schema = buildClientSchema(data);
    expect(validateSchema(schema)).toEqual([]);
    expect(
      validate(schema, parse("{ uiapi { query { Contact { edges { node { Email { value } } } } } } }")),
    ).toEqual([]);
    expect(
      validate(schema, parse("{ uiapi { query { Contact { edges { node { Mail } } } } } }")),
    ).toHaveLength(1);
  });

  it("tells what objects there are", async () => {
    const { objectInfos, currentUser } = await ask(`{ uiapi {
      objectInfos(apiNames: ["Account", "None"]) {
        ApiName label labelPlural keyPrefix nameFields createable fields { ApiName dataType required }
      }
      currentUser { Username { value } }
    } }`);
    expect(objectInfos).toMatchObject([
      { ApiName: "Account", label: "Account", keyPrefix: "001", nameFields: ["Name"], createable: true },
      null,
    ]);
    expect(objectInfos[0].fields).toContainEqual({ ApiName: "Name", dataType: "String", required: true });
    expect(objectInfos[0].fields).toContainEqual({
      ApiName: "OwnerId",
      dataType: "Reference",
      required: false,
    });
    expect(currentUser.Username.value).toBeTypeOf("string");
  });

  it("does not know what the user may not see", async () => {
    const blind = createOrg({
      profiles: {
        Blind: { objects: { Lead: { read: false } }, fields: { "Account.Industry": { read: false } } },
      },
    });
    const { accessToken } = blind.addUser({ profile: "Blind", username: "blind@example.com" });
    const asked =
      "{ uiapi { query { Account { edges { node { Industry { value } } } } Lead { totalCount } } } }";
    expect((await graphqlOf(blind, accessToken)(asked)).errors).toHaveLength(2);
    expect((await graphqlOf(blind)(asked)).errors).toEqual([]);
  });

  it("groups and sums up", async () => {
    const { aggregate } = await ask(`{ uiapi { aggregate {
      all: Account { totalCount edges { node { aggregate {
        ApiName AnnualRevenue { sum { value displayValue } avg { value } min { value } max { value } count { value } }
        Industry { countDistinct { value } value }
      } } } }
      Account(groupBy: { Industry: { group: true } }, orderBy: { Industry: { order: DESC } }, where: { Name: { ne: "x" } }) {
        totalCount edges { node { aggregate { Industry { value displayValue } Id { count { value } } } } }
      }
      Contact(groupBy: { CreatedDate: { function: CALENDAR_YEAR } }) {
        edges { node { aggregate { CreatedDate { value displayValue } Id { count { value } } } } }
      }
    } } }`);
    expect(aggregate.all).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            aggregate: {
              ApiName: "Account",
              AnnualRevenue: {
                sum: { value: 1_000_500, displayValue: "$1,000,500" },
                avg: { value: 500_250 },
                min: { value: 500 },
                max: { value: 1_000_000 },
                count: { value: 2 },
              },
              Industry: { countDistinct: { value: 2 }, value: null },
            },
          },
        },
      ],
    });
    expect(aggregate.Account).toEqual({
      totalCount: 2,
      edges: [
        {
          node: {
            aggregate: { Industry: { value: "Energy", displayValue: "Energy" }, Id: { count: { value: 2 } } },
          },
        },
        {
          node: {
            aggregate: {
              Industry: { value: "Banking", displayValue: "Banking" },
              Id: { count: { value: 1 } },
            },
          },
        },
      ],
    });
    expect(aggregate.Contact.edges).toEqual([
      {
        node: {
          aggregate: { CreatedDate: { value: 2026, displayValue: "2026" }, Id: { count: { value: 3 } } },
        },
      },
    ]);
    const rollup =
      "{ uiapi { aggregate { Account(groupBy: { Industry: { group: true }, type: ROLLUP }) { totalCount } } } }";
    expect((await run(rollup)).errors[0].message).toContain("does not evaluate");
  });

  it("has no more of a query than SOQL has", async () => {
    expect(await failed("Account(scope: EVERYTHING) { totalCount }")).toEqual([]);
    expect(await failed("Accounts { totalCount }")).toHaveLength(1);
  });
});
