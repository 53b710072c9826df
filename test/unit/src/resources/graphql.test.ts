import { inspect } from "node:util";
import { parse } from "graphql";
import { composeOrg, createClient, isOrgtypeError } from "orgtype";
import { graphql as graphqlFeature } from "orgtype/features";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { optionsFor } from "../../../support/small-org.js";

type Answer = Parameters<typeof fakeOrg>[0];
function clientOf(answer: Answer) {
  const org = fakeOrg(answer);
  const options = optionsFor(org, { retry: { times: 2, firstDelayMs: 0 } });
  return { org, graphql: createClient({ ...options, apiVersion: "66.0" }).graphql };
}

const fine = () => json({ data: { uiapi: { query: {} } }, errors: [] });
const wrongField = {
  message: "Validation error (FieldUndefined@[uiapi]) : Field 'x' in type 'Query' is undefined",
  locations: [{ line: 1, column: 3, sourceName: null }],
  extensions: { ErrorType: "ValidationError" },
};
const same = (error: unknown) => error;
/** As GraphQL Code Generator writes it. */
class TypedDocumentString extends String {}

describe("a document", () => {
  it("is sent with its variables and the name of its operation", async () => {
    const { org, graphql } = clientOf(fine);
    const when = new Date("2026-01-02T03:04:05Z");
    const variables = { when, none: null, left: undefined, list: [1, "a"] };
    const data = await graphql("query A { uiapi { query } }", variables, { operationName: "A" });
    expect(data).toEqual({ uiapi: { query: {} } });
    expect(org.sent).toMatchObject([{ method: "POST", path: "/services/data/v66.0/graphql" }]);
    expect(org.sent[0]?.body).toEqual({
      query: "query A { uiapi { query } }",
      variables: { when: "2026-01-02T03:04:05.000Z", none: null, list: [1, "a"] },
      operationName: "A",
    });
  });

  it("is text, a text object, or parsed", async () => {
    const { org, graphql } = clientOf(fine);
    const text =
      'query A($n: Int = 1) { a: uiapi(x: "q\\"", l: [1, {b: E}]) @skip(if: true) { ...F } } fragment F on UIAPI { b }';
    await graphql(text);
    await graphql(new TypedDocumentString(text));
    await graphql(parse(text));
    await graphql(parse(text, { noLocation: true }));
    expect(org.sent.map(({ body }) => parse(body.query, { noLocation: true }))).toEqual(
      Array.from({ length: 4 }, () => parse(text, { noLocation: true })),
    );
  });

  it("has fragments that tools put to it after it was parsed", async () => {
    const { org, graphql } = clientOf(fine);
    const fragment = parse("fragment F on Account { Id }");
    const query = parse("{ uiapi { query { Account { edges { node { ...F } } } } } }");
    const definitions = [...query.definitions, ...fragment.definitions];
    await graphql({ ...query, definitions, loc: query.loc });
    expect(org.sent[0]?.body.query).toContain("fragment F on Account { Id }");
  });

  it.each([
    ["nothing", undefined],
    ["a number", 5],
    ["an object", { query: "{ uiapi }" }],
    ["spaces", "  "],
    ["a type", { kind: "Document", definitions: [{ kind: "ObjectTypeDefinition" }] }],
    ["a part without a kind", { kind: "Document", definitions: [null] }],
  ])("cannot be %s", async (_, document) => {
    const { org, graphql } = clientOf(fine);
    await expect(graphql(document as string)).rejects.toMatchObject({
      code: "settings.graphql",
      message: expect.stringContaining("`document`"),
    });
    expect(org.sent).toEqual([]);
  });

  it.each([
    ["`variables` is", [1]],
    ["`variables` is", "secret"],
    ["`variables.a[1].b` is", { a: [0, { b: Number.NaN }] }],
    ["`variables.a` is an invalid Date", { a: new Date(Number.NaN) }],
    ["`variables.a` is", { a: 1n }],
    ["`variables.a` is", { a: () => 1 }],
  ])("takes no variables of which JSON loses something: %s", async (said, variables) => {
    const { org, graphql } = clientOf(fine);
    const failure = await graphql("{ uiapi }", variables as object).catch(same);
    expect(failure).toMatchObject({ code: "settings.graphql", message: expect.stringContaining(said) });
    expect(inspect(failure)).not.toContain("secret");
    expect(org.sent).toEqual([]);
  });

  it("takes no variables that hold themselves, and no operation that is no name", async () => {
    const { graphql } = clientOf(fine);
    const ring: { inner?: object } = {};
    ring.inner = { ring };
    await expect(graphql("{ uiapi }", ring)).rejects.toMatchObject({
      message: expect.stringContaining("`variables.inner.ring` refers to what holds it."),
    });
    await expect(graphql("{ uiapi }", {}, { operationName: "a b" })).rejects.toMatchObject({
      code: "settings.graphql",
      message: expect.stringContaining("`operationName`"),
    });
  });
});

describe("errors in an answer", () => {
  const part = {
    ...wrongField,
    path: ["uiapi", "query", 0],
    extensions: { ErrorType: "DataFetchingException" },
  };
  const partly = () => json({ data: { uiapi: { Name: "Jo" } }, errors: [part, wrongField] });

  it("are thrown as one that has them all, and what did not fail", async () => {
    const failure = await clientOf(partly).graphql("{ uiapi }").catch(same);
    expect(isOrgtypeError(failure, "GraphQLError")).toBe(true);
    expect(isOrgtypeError(failure, "ApiError")).toBe(true);
    expect(failure).toMatchObject({
      name: "GraphQLError",
      code: "DataFetchingException",
      status: 200,
      data: { uiapi: { Name: "Jo" } },
      request: "POST /services/data/v66.0/graphql",
      errors: [
        { path: ["uiapi", "query", 0], locations: [{ line: 1, column: 3 }] },
        { errorCode: "ValidationError", path: [], extensions: { ErrorType: "ValidationError" } },
      ],
    });
    expect(String(failure)).toContain("(and 1 more)");
    expect(inspect(failure) + JSON.stringify(failure)).not.toContain("Jo");
  });

  it("are told beside the data where that is asked for", async () => {
    const { data, errors } = await clientOf(partly).graphql.result<{ uiapi: object }>("{ uiapi }");
    expect(data).toEqual({ uiapi: { Name: "Jo" } });
    expect(errors.map(({ errorCode }) => errorCode)).toEqual(["DataFetchingException", "ValidationError"]);
    expect(await clientOf(fine).graphql.result("{ uiapi }")).toMatchObject({ errors: [] });
  });

  it("come with what to do about them, where that is known", async () => {
    const refused = () => json({ data: {}, errors: [wrongField] });
    await expect(clientOf(refused).graphql("{ uiapi }")).rejects.toMatchObject({
      data: null,
      hint: expect.stringContaining("The schema does not have it"),
    });
    const org = fakeOrg(refused);
    const { createClient: create } = composeOrg<object, "graphql">({
      contract: 1,
      apiVersion: "66.0",
      metadata: {},
      features: { graphql: graphqlFeature },
    });
    await expect(create(optionsFor(org)).graphql("{ uiapi }")).rejects.toMatchObject({
      hint: "`npx orgtype explain ValidationError` tells what to do.",
    });
  });

  it("are read in every form", async () => {
    const older = { message: "Invalid", paths: ["uiapi"], locations: null };
    const { graphql } = clientOf(() =>
      json({ data: {}, errors: [older, { extensions: { code: "X" } }] }, 400),
    );
    const failure = await graphql("{ uiapi }").catch(same);
    expect(failure).toMatchObject({
      code: "GRAPHQL_ERROR",
      errors: [
        { path: ["uiapi"], locations: [] },
        { errorCode: "X", message: "no message given" },
      ],
    });
  });

  it("are those of every call where the request is refused as a whole", async () => {
    const { graphql } = clientOf(() => json([{ errorCode: "NOT_FOUND", message: "gone" }], 404));
    await expect(graphql.result("{ uiapi }")).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it.each([[{}], [{ data: null, errors: [] }], ["text"]])("are no errors, and no data: %o", async (body) => {
    await expect(clientOf(() => json(body)).graphql("{ uiapi }")).rejects.toMatchObject({
      name: "DecodeError",
      code: "decode.graphql",
    });
  });
});

describe("a request that fails in passing", () => {
  const unavailable = (_: unknown, count: number) =>
    count < 3 ? json([{ errorCode: "INTERNAL_ERROR", message: "busy" }], 503) : fine();
  const cut = (_: unknown, count: number) => {
    if (count < 3) throw new TypeError("fetch failed");
    return fine();
  };

  it("is sent again where it writes nothing", async () => {
    const { org, graphql } = clientOf(cut);
    await graphql('# mutation\nquery mutation { a: mutation(text: "mutation { x }") { b } }');
    expect(org.sent).toHaveLength(3);
  });

  it("is not where it may write", async () => {
    for (const document of ["mutation { uiapi }", "query A { a } mutation B { b }", "what is this"]) {
      const { org, graphql } = clientOf(cut);
      await expect(graphql(document)).rejects.toMatchObject({ name: "ConnectionError" });
      expect(org.sent).toHaveLength(1);
    }
    const { org, graphql } = clientOf(unavailable);
    await graphql("query A { a } mutation B { b }", {}, { operationName: "A" }).catch(same);
    expect(org.sent.length).toBeGreaterThan(0);
  });

  it("is sent again where the operation that is run writes nothing", async () => {
    const { org, graphql } = clientOf(cut);
    await graphql(parse("query A { a } mutation B { b }"), {}, { operationName: "A" });
    expect(org.sent).toHaveLength(3);
  });
});

describe("pages", () => {
  const document = "query ($after: String) { uiapi { query { Account(after: $after) { edges } } } }";
  const at = (data: {
    page: { edges: { node: { n: number } }[]; pageInfo: { hasNextPage: boolean } } | null;
  }) => data.page;
  const page = (nodes: number[], pageInfo: unknown) =>
    json({ data: { page: { edges: nodes.map((n) => ({ node: { n } })), pageInfo } } });

  it("follow the cursor, and ask for no page before it is read", async () => {
    const { org, graphql } = clientOf(({ body }) =>
      body.variables.after === undefined
        ? page([1, 2], { hasNextPage: true, endCursor: "two" })
        : page([3], { hasNextPage: false, endCursor: null }),
    );
    const variables = { first: 2 };
    const pages = graphql.pages(document, variables, at);
    variables.first = 9;
    expect(org.sent).toEqual([]);
    for await (const { n } of pages) if (n === 2) break;
    expect(org.sent).toHaveLength(1);
    expect(await pages.all()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(org.sent.map(({ body }) => body.variables)).toEqual([
      { first: 2 },
      { first: 2 },
      { first: 2, after: "two" },
    ]);
  });

  it("are none where there is no connection", async () => {
    const { graphql } = clientOf(() => json({ data: { page: null } }));
    expect(await graphql.pages(document, {}, at).all()).toEqual([]);
  });

  it("end with an error where there is no way on", async () => {
    for (const [pageInfo, said] of [
      [{ hasNextPage: true, endCursor: "same" }, "after: $after"],
      [{ hasNextPage: true }, "endCursor"],
      [undefined, "pageInfo"],
    ] as const) {
      const { org, graphql } = clientOf(() => page([1], pageInfo));
      await expect(graphql.pages(document, {}, at).all()).rejects.toMatchObject({
        code: "decode.graphql",
        message: expect.stringContaining(said),
      });
      expect(org.sent.length).toBeLessThan(3);
    }
  });

  it("need `$after` and a function", async () => {
    const { org, graphql } = clientOf(fine);
    await expect(graphql.pages("{ uiapi }", {}, at).all()).rejects.toMatchObject({
      code: "settings.graphql",
    });
    const none = undefined as unknown as typeof at;
    await expect(graphql.pages(document, {}, none).all()).rejects.toMatchObject({
      message: expect.stringContaining("`connection`"),
    });
    expect(org.sent).toEqual([]);
  });
});
