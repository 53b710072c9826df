import type { CallOptions } from "../../http/call-options.js";
import type { Query } from "./query.js";

/** A way in which Salesforce could run a query. */
export interface QueryPlan {
  /** How many records it would look at, as Salesforce guesses. */
  readonly cardinality: number;
  /** The indexed fields it would use; none where it uses no index. */
  readonly fields: readonly string[];
  /** How it would begin. `"TableScan"` reads every record. */
  readonly leadingOperationType: "Index" | "Other" | "Sharing" | "TableScan";
  /** Why something is not used. */
  readonly notes: readonly QueryPlanNote[];
  /** What it costs, next to the limit of what is selective: above 1 it is not. */
  readonly relativeCost: number;
  /** How many records the object has, as Salesforce guesses. */
  readonly sobjectCardinality: number;
  readonly sobjectType: string;
}

/** What kept Salesforce from making a better plan. */
export interface QueryPlanNote {
  readonly description: string;
  readonly fields: readonly string[];
  /** The object the fields are of. */
  readonly tableEnumOrId: string;
}

/**
 * The ways in which Salesforce could run a query, the cheapest first: what to look at where a query is slow. The
 * query is not run. `GET /query?explain=`.
 *
 * @param query SOQL text, a query that was made and not yet asked for rows, or the id of a report or list view
 * @throws SettingsError where it is neither
 * @throws ApiError where the query cannot be run
 *
 * @example
 * const [best] = await sf.explain(sf.Account.find({ select: { Id: true }, where: { Name: "Acme" } }));
 * console.log(best?.leadingOperationType, best?.relativeCost);
 */
export type Explain = (
  query: string | Pick<Query<unknown>, "soql">,
  options?: CallOptions,
) => Promise<QueryPlan[]>;
