import type { ResultSet } from "../soql/result-set.js";
import { runQuery } from "../soql/run-query.js";
import { type GraphQLCall, graphqlFault } from "./graphql-call.js";

const DEFAULT_FIRST = 10;
const MOST = 2_000;
/** As many records as can be paged through. */
const MOST_IN_ALL = 4_000;
/** What an upper bound asks of `first`, so that more can be paged through. */
const LEAST_OF_BOUNDED = 200;

/** Which part of a connection is asked for. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly upperBound?: number | null;
}

/** A page as resolvers have it: what its nodes are is for their types. */
export interface ConnectionPage<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
  readonly pageResultCount: number;
}

/** A page of something counted. */
export function pageOf<Node>(
  total: number,
  args: PageArguments,
  nodes: (from: number, to: number) => readonly Node[],
): ConnectionPage<Node> {
  const { first, start, most } = checkPage(args);
  const end = Math.min(start + first, total, most);
  const edges = nodes(start, end).map((node, index) => ({ node, cursor: cursorOf(start + index) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: end < Math.min(total, most),
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: total,
    pageResultCount: edges.length,
  };
}

function checkPage({ first, after, upperBound }: PageArguments) {
  const count = first ?? DEFAULT_FIRST;
  const least = upperBound == null ? 1 : LEAST_OF_BOUNDED;
  if (count < least || count > MOST) {
    throw graphqlFault(`The argument first is ${count}: it can be from ${least} to ${MOST}.`);
  }
  if (upperBound != null && upperBound < count) {
    throw graphqlFault(`The argument upperBound is ${upperBound}: it cannot be less than first.`);
  }
  return { first: count, start: placeAfter(after), most: upperBound ?? MOST_IN_ALL };
}

function cursorOf(place: number): string {
  return btoa(`v1:${place}`);
}

function placeAfter(cursor: string | null | undefined): number {
  if (cursor == null) return 0;
  const place = /^v1:(\d+)$/.exec(decoded(cursor))?.[1];
  if (place === undefined) throw graphqlFault("The argument after is no cursor.");
  return Number(place) + 1;
}

function decoded(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return "";
  }
}

/** The records a query finds. */
export function queryRecords({ context, dataPath }: GraphQLCall, soql: string): ResultSet {
  const { cursors } = context;
  return runQuery({ context, cursors, includeDeleted: false, dataPath, batchSize: MOST }, soql);
}
