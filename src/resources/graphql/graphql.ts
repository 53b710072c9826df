import type { GraphQLErrorEntry } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";

/** What generated documents say of their result and their variables: types only, there is no such value. */
export interface DocumentTypes<Data, Variables> {
  __apiType?: ((variables: Variables) => Data) | undefined;
}

/** A parsed document, as `parse` of `graphql` gives it: only what can be asked or written, no schema. */
export interface GraphQLDocumentNode {
  readonly kind: string;
  readonly definitions: readonly object[];
  readonly loc?: object | undefined;
}

/** A text that is an object, as `TypedDocumentString` is. */
type TextObject = object & { trim(): string; toString(): string };

/**
 * What is asked: text, or a document that tools made of it, which brings the types of its result and its variables.
 * The documents of gql.tada and of GraphQL Code Generator (`TypedDocumentNode`, `TypedDocumentString`) are such.
 */
export type GraphQLDocument<Data, Variables> =
  | string
  | ((GraphQLDocumentNode | TextObject) & DocumentTypes<Data, Variables>);

/** How a document is run. */
export interface GraphQLOptions extends CallOptions {
  /** Which operation of a document that has several. */
  operationName?: string | undefined;
}

/** The variables and the options: what may be left out is for the document to say. */
export type GraphQLArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: NoInfer<Variables> | undefined, options?: GraphQLOptions]
    : [variables: NoInfer<Variables>, options?: GraphQLOptions];

/** What came of a document: some of it may have failed. */
export interface GraphQLResult<Data> {
  /** Null where nothing came of it. Fields that failed are null in it, whatever their type says. */
  readonly data: Data | null;
  /** Empty where all went well. */
  readonly errors: readonly GraphQLErrorEntry[];
}

/** A page of records, as documents ask for it. */
export interface GraphQLConnection<Node> {
  readonly edges?: readonly ({ readonly node?: Node | null | undefined } | null)[] | null | undefined;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly endCursor?: string | null | undefined;
  };
}

/** Stands where a document is read page by page that takes no `$after`, so that it does not compile. */
export interface NoAfterVariable {
  readonly after: "The document takes no $after: ask as query ($after: String) { … Account(after: $after) … }";
}

/** The variables of the first page. */
export type PagedVariables<Variables> = "after" extends keyof Variables
  ? Variables
  : object extends Required<Variables>
    ? Variables
    : Variables & NoAfterVariable;

/** The records of all pages. They are asked for while they are read, a page at a time; each reading asks anew. */
export interface GraphQLPages<Node> extends AsyncIterable<Node> {
  /** The records of all pages in one list. */
  all(): Promise<Node[]>;
}

/**
 * Runs a document, and gives its data. `POST /graphql`, which every user with the API may ask; of objects it knows
 * those that the UI API supports.
 *
 * Queries are sent again by themselves where that helps; documents that could write, mutations, are not.
 */
export interface RunGraphQL {
  /**
   * @param variables plain data: what is undefined is left out, Dates are sent as moments in UTC
   * @throws GraphQLError where Salesforce answered errors, even of a part: it has the rest as `data`
   * @throws SettingsError where something cannot be sent
   *
   * @example
   * const data = await sf.graphql(AccountsDocument, { first: 10 });
   * const text = `query ($first: Int) { uiapi { query { Account(first: $first) { totalCount } } } }`;
   * const { uiapi } = await sf.graphql<Counted>(text, { first: 10 });
   */
  <Data = unknown, Variables = object>(
    document: GraphQLDocument<Data, Variables>,
    ...args: GraphQLArguments<Variables>
  ): Promise<Data>;

  /**
   * The same, with the errors beside the data instead of thrown. `POST /graphql`.
   *
   * @throws ApiError where the request was refused as a whole
   */
  result<Data = unknown, Variables = object>(
    document: GraphQLDocument<Data, Variables>,
    ...args: GraphQLArguments<Variables>
  ): Promise<GraphQLResult<Data>>;

  /**
   * The records of a connection, page after page: each page is asked for with the `endCursor` of the one before as
   * the variable `$after`, which the document takes, along with `pageInfo { hasNextPage endCursor }`.
   *
   * Salesforce gives up to 2,000 records a page and 4,000 in all; with `upperBound` more, at 200 a page or more.
   *
   * @param connection where the connection is in the data
   * @throws GraphQLError, SettingsError as `sf.graphql`; DecodeError where there are more pages and no way to them
   *
   * @example
   * const accounts = sf.graphql.pages(AccountsDocument, { first: 200 }, (data) => data.uiapi.query.Account);
   * for await (const account of accounts) console.log(account.Name?.value);
   */
  pages<Node, Data = unknown, Variables = object>(
    document: GraphQLDocument<Data, Variables>,
    variables: PagedVariables<NoInfer<Variables>>,
    connection: (data: Data) => GraphQLConnection<Node> | null | undefined,
    options?: GraphQLOptions,
  ): GraphQLPages<Node>;
}
