import { ApiFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";

/** As many queries as one document may hold. */
const MOST_QUERIES = 10;

/** What the parts of one document share while it is run. */
export interface GraphQLCall {
  readonly context: OrgContext;
  /** `/services/data/v66.0`. */
  readonly dataPath: string;
  /** Variables as they came, in the order in which they came. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** How many queries were run. */
  queries: number;
  /** Whether a failure undoes everything else of a mutation. */
  allOrNone: boolean;
  /** The ids of what a mutation created, by the names of its parts. */
  readonly created: Map<string, string>;
}

/** Counts a query of a document. The first one was counted with the request. */
export function countQuery(call: GraphQLCall): void {
  call.queries++;
  if (call.queries > MOST_QUERIES) {
    throw graphqlFault(`A document can hold up to ${MOST_QUERIES} queries.`);
  }
  if (call.queries > 1 && !call.context.limits.count()) {
    throw graphqlFault("TotalRequests Limit exceeded.");
  }
}

/** A part of a document that fails while it is run. */
export function graphqlFault(message: string): ApiFault {
  return new ApiFault(400, [{ errorCode: "DataFetchingException", message }]);
}
