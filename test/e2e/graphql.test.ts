import { Connection } from "@jsforce/jsforce-node";
import { parse } from "graphql";
import { clientCredentials, custom, isOrgtypeError } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Contacts {
  uiapi: {
    query: {
      Contact: {
        edges: { node: { Id: string; LastName: { value: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
  };
}

const text = `query Contacts($like: String, $first: Int, $after: String) { uiapi { query {
  Contact(where: { LastName: { like: $like } }, orderBy: { LastName: { order: ASC } }, first: $first, after: $after) {
    edges { node { Id ...Names } } pageInfo { hasNextPage endCursor }
  }
} } }`;
const fragment = "fragment Names on Contact { LastName { value } }";

/** GraphQL over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org = createOrg();
    org.seed({ Contact: Array.from({ length: 25 }, (_, n) => ({ LastName: `C${100 + n}` })) });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  const contactsOf = (data: Contacts) => data.uiapi.query.Contact;

  it("runs text, and what tools make of it", async () => {
    const variables = { like: "C10_", first: 3 };
    const whole = `${text} ${fragment}`;
    const parsed = {
      ...parse(text),
      definitions: [...parse(text).definitions, ...parse(fragment).definitions],
    };
    for (const document of [whole, parse(whole), parsed, Object(whole) as object & string]) {
      const found = contactsOf(await sf.graphql<Contacts>(document, variables));
      expect(found.edges.map(({ node }) => node.LastName.value)).toEqual(["C100", "C101", "C102"]);
      expect(found.pageInfo.hasNextPage).toBe(true);
    }
  });

  it("reads every record of a connection once, a page at a time", async () => {
    const before = org.requests.length;
    const names: string[] = [];
    for await (const { LastName } of sf.graphql.pages(`${text} ${fragment}`, { first: 10 }, contactsOf)) {
      names.push(LastName.value);
    }
    expect(names).toEqual(Array.from({ length: 25 }, (_, n) => `C${100 + n}`));
    expect(org.requests.length - before).toBe(3);
  });

  it("tells errors of a document, and what did not fail", async () => {
    const failure = await sf.graphql(text).catch((error: unknown) => error);
    expect(isOrgtypeError(failure, "GraphQLError") && failure).toMatchObject({
      errorCode: "ValidationError",
      data: null,
      errors: [{ locations: [{ line: 3 }] }],
    });
    const partly =
      "{ uiapi { query { Contact(first: 1) { totalCount } Account(first: 0) { totalCount } } } }";
    const { data, errors } = await sf.graphql.result(partly);
    expect(data).toEqual({ uiapi: { query: { Contact: { totalCount: 25 }, Account: null } } });
    expect(errors).toMatchObject([
      { errorCode: "DataFetchingException", path: ["uiapi", "query", "Account"] },
    ]);
  });

  it("writes, and reads what it wrote", async () => {
    const created = await sf.graphql<{ uiapi: { LeadCreate: { Record: { Id: string } } } }>(
      "mutation ($lead: LeadCreateInput!) { uiapi { LeadCreate(input: $lead) { Record { Id } } } }",
      { lead: { Lead: { LastName: "One", Company: "Acme" } } },
    );
    const lead = await sf.Lead.retrieve(created.uiapi.LeadCreate.Record.Id, { fields: ["Company"] });
    expect(lead.Company).toBe("Acme");
  });

  it("is answered as others are: by plain fetch, and by jsforce", async () => {
    const { accessToken } = org.credentials;
    const body = {
      query: "query A($n: Int) { uiapi { query { Contact(first: $n) { pageResultCount } } } }",
      variables: { n: 5 },
    };
    const expected = { data: { uiapi: { query: { Contact: { pageResultCount: 5 } } } }, errors: [] };
    const url = `${server.url}/services/data/v66.0/graphql`;
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    expect(await response.json()).toEqual(expected);
    const connection = new Connection({ instanceUrl: server.url, accessToken, version: "66.0" });
    expect(await connection.requestPost("/services/data/v66.0/graphql", body)).toEqual(expected);
  });
});
