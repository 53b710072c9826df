import { type GraphQLError, type GraphQLErrorEntry, type GraphQLResult, isOrgtypeError } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;

/** As `@graphql-typed-document-node/core` declares it, whose `DocumentNode` is of the package `graphql`. */
interface TypedDocumentNode<Result, Variables> {
  readonly kind: Kind.DOCUMENT;
  readonly definitions: readonly { readonly kind: Kind.FIELD }[];
  readonly loc?: { readonly source: { readonly body: string } };
  __apiType?: (variables: Variables) => Result;
}
declare enum Kind {
  DOCUMENT = "Document",
  FIELD = "Field",
}

/** As gql.tada declares its documents. */
interface TadaDocumentNode<Result, Variables> extends TypedDocumentNode<Result, Variables> {
  __ensureTypesOfVariablesAndResultMatching?: (variables: Variables) => Result;
}

/** As GraphQL Code Generator writes it. */
declare class TypedDocumentString<Result, Variables> extends String {
  __apiType?: (variables: Variables) => Result;
  private value: string;
  constructor(value: string);
  override toString(): string & { __apiType?: (variables: Variables) => Result };
}

interface Accounts {
  uiapi: {
    query: {
      Account?: {
        edges?: ({ node?: { Id: string; Name?: { value?: string | null } | null } | null } | null)[] | null;
        pageInfo: { hasNextPage: boolean; endCursor?: string | null };
      } | null;
    };
  };
}
type ByIndustry = { industry: string; first?: number | null; after?: string | null };

declare const node: TypedDocumentNode<Accounts, ByIndustry>;
declare const tada: TadaDocumentNode<Accounts, ByIndustry>;
declare const text: TypedDocumentString<Accounts, ByIndustry>;
declare const unbound: TypedDocumentString<Accounts, { [key: string]: never }>;
declare const untyped: Omit<TypedDocumentNode<Accounts, ByIndustry>, "__apiType">;

describe("a typed document", () => {
  it("gives its result, and takes its variables", async () => {
    expectTypeOf(await sf.graphql(node, { industry: "Banking" })).toEqualTypeOf<Accounts>();
    expectTypeOf(await sf.graphql(tada, { industry: "Banking", first: 5 })).toEqualTypeOf<Accounts>();
    expectTypeOf(await sf.graphql(text, { industry: "Banking" }, { timeout: 1 })).toEqualTypeOf<Accounts>();
    expectTypeOf(await sf.graphql(unbound)).toEqualTypeOf<Accounts>();
    expectTypeOf(await sf.graphql(unbound, {}, { operationName: "A" })).toEqualTypeOf<Accounts>();
    expectTypeOf(await sf.graphql.result(node, { industry: "Banking" })).toEqualTypeOf<
      GraphQLResult<Accounts>
    >();
  });

  it("refuses variables that are missing or of another type", () => {
    // @ts-expect-error asks for variables
    sf.graphql(node);
    // @ts-expect-error asks for `industry`
    sf.graphql(tada, { first: 5 });
    // @ts-expect-error is text
    sf.graphql(text, { industry: 5 });
    // @ts-expect-error no such variable
    sf.graphql(node, { industry: "Banking", last: 5 });
    // @ts-expect-error takes none
    sf.graphql(unbound, { industry: "Banking" });
    // @ts-expect-error no such option
    sf.graphql(node, { industry: "Banking" }, { operation: "A" });
    // @ts-expect-error asks for variables
    sf.graphql.result(node);
  });
});

describe("a document without types", () => {
  it("gives what it is said to give", async () => {
    expectTypeOf(await sf.graphql("{ uiapi { query { Account { totalCount } } } }")).toEqualTypeOf<unknown>();
    expectTypeOf(await sf.graphql(untyped, { any: [1] })).toEqualTypeOf<unknown>();
    expectTypeOf(await sf.graphql<Accounts>("query { uiapi }", { first: 1 })).toEqualTypeOf<Accounts>();
    expectTypeOf(
      await sf.graphql<Accounts, ByIndustry>("query { uiapi }", { industry: "Banking" }),
    ).toEqualTypeOf<Accounts>();
    // @ts-expect-error asks for `industry`
    sf.graphql<Accounts, ByIndustry>("query { uiapi }", {});
  });

  it("is a document", () => {
    // @ts-expect-error no document
    sf.graphql({ query: "{ uiapi }" });
    // @ts-expect-error no document
    sf.graphql(5);
    // @ts-expect-error no object
    sf.graphql("{ uiapi }", "first");
  });
});

describe("pages", () => {
  it("give the nodes of the connection that is named", async () => {
    const pages = sf.graphql.pages(node, { industry: "Banking" }, (data) => data.uiapi.query.Account);
    for await (const account of pages) {
      expectTypeOf(account).toEqualTypeOf<{ Id: string; Name?: { value?: string | null } | null }>();
    }
    expectTypeOf((await pages.all())[0]!.Id).toEqualTypeOf<string>();
    const told = sf.graphql.pages("query", { first: 5 }, (data: Accounts) => data.uiapi.query.Account);
    expectTypeOf((await told.all())[0]!.Id).toEqualTypeOf<string>();
  });

  it("need `$after`, and a connection", () => {
    const unpaged = {} as TypedDocumentNode<Accounts, { first: number }>;
    // @ts-expect-error takes no `$after`
    sf.graphql.pages(unpaged, { first: 5 }, (data) => data.uiapi.query.Account);
    // @ts-expect-error no connection
    sf.graphql.pages(node, { industry: "Banking" }, (data) => data.uiapi.query);
    // @ts-expect-error asks for `industry`
    sf.graphql.pages(node, {}, (data) => data.uiapi.query.Account);
  });
});

describe("an error of GraphQL", () => {
  it("has every error, and what did not fail", () => {
    const error: unknown = undefined;
    if (!isOrgtypeError(error, "GraphQLError")) return;
    expectTypeOf(error).toEqualTypeOf<GraphQLError>();
    expectTypeOf(error.errors).toEqualTypeOf<readonly GraphQLErrorEntry[]>();
    expectTypeOf(error.errors[0]!.path).toEqualTypeOf<readonly (string | number)[]>();
    expectTypeOf(error.data).toEqualTypeOf<unknown>();
  });
});
