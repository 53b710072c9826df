import type { CallOptions } from "../../http/call-options.js";
import type { NoExtraReturning, Returning, SearchArgs, SearchResult } from "../../schema/search.js";
import type { UntypedRow } from "../../schema/soql/reading.js";

/**
 * Finds records by words, among several objects at a time, and gives those of each object, with exactly what was
 * selected; an object of which nothing was found has an empty list. Salesforce gives at most 2,000 records in all;
 * of an object without conditions and order 250, and fewer where many are searched. What was just written is found
 * some time later. `GET /search`.
 *
 * @throws SettingsError where there is nothing to look for, or the arguments fit no search
 * @throws ApiError where an object cannot be searched
 *
 * @example
 * const { Account, Contact } = await sf.search({
 *   find: "acme",
 *   in: "name",
 *   returning: {
 *     Account: { select: { Name: true }, where: { Industry: "Banking" }, limit: 10 },
 *     Contact: { select: { Name: true, Account: { select: { Name: true } } } },
 *   },
 * });
 */
export type Search<S> = <const R>(
  args: SearchArgs<Returning<S> & NoExtraReturning<S, R> & R>,
  options?: CallOptions,
) => Promise<SearchResult<S, R>>;

/**
 * Runs SOSL text. Records keep the form they have on the wire, `attributes` included, and the order they come in.
 * `GET /search`.
 *
 * @throws ApiError where the text is no search
 *
 * @example
 * const found = await sf.sosl<{ Id: string }>("FIND {acm*} IN NAME FIELDS RETURNING Account(Id)");
 */
export type RunSosl = <Row = UntypedRow>(sosl: string, options?: CallOptions) => Promise<Row[]>;
