import type { CallOptions } from "../../http/call-options.js";
import type { OpenPicklist } from "../../schema/brand.js";
import type { Fields, ObjectName } from "../../schema/schema.js";
import type { NoExtraReturning, Returning, SearchArgs, SearchResult } from "../../schema/search.js";
import type { UntypedRow } from "../../schema/soql/reading.js";
import type { Suggestion } from "../../schema/suggestion.js";
import type { Where } from "../../schema/where.js";

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

/** What is suggested. */
export interface Suggestions<T> {
  /** The best first. */
  readonly records: T[];
  /** Whether there are more than the limit. */
  readonly hasMore: boolean;
}

/** How much is suggested. */
export interface SuggestLimit {
  /** At most this many. Default: Salesforce's, 5. */
  limit?: number | undefined;
}

/** What is suggested of one object. */
export interface SuggestArgs<S, N extends keyof S, K> extends SuggestLimit {
  /** What to give of each record beside its id and name. */
  fields?: readonly K[] | undefined;
  /** Conditions that must hold, too. */
  where?: Where<S, N> | undefined;
}

/**
 * Records to choose from while a name is being typed: their names hold what was typed so far, the last word of which
 * may be the beginning of one. Salesforce suggests nothing before there are three characters (one of Chinese, Japanese,
 * Korean and Thai). `GET /search/suggestions`.
 */
export interface Suggest<S> {
  /**
   * @throws SettingsError where nothing was typed, or more than 255 characters, or an argument cannot be
   * @throws ApiError where the object cannot be searched
   *
   * @example
   * const { records } = await sf.suggest("Account", "acm", { fields: ["Industry"], limit: 10 });
   */
  <const N extends ObjectName<S>, const K extends keyof Fields<S, N> & string = never>(
    object: N,
    typed: string,
    args?: SuggestArgs<S, N, K>,
    options?: CallOptions,
  ): Promise<Suggestions<Suggestion<S, N, K>>>;

  /** Among several objects, 10 at most: `attributes.type` tells of which a record is. */
  <const N extends ObjectName<S>>(
    objects: readonly N[],
    typed: string,
    args?: SuggestLimit,
    options?: CallOptions,
  ): Promise<Suggestions<Suggestion<S, N>>>;
}

/** Which searches are suggested. */
export interface SuggestQueriesArgs extends SuggestLimit {
  /** That of the searches, as `"en_US"`. */
  language: string;
  /** Where the articles are seen. Default: Salesforce's, by the kind of the user. */
  channel?: "AllChannels" | "App" | "Pkb" | "Csp" | "Prm" | undefined;
}

/** Searches that others made. */
export interface SuggestedQueries {
  readonly queries: string[];
  /** Whether there are more than the limit. */
  readonly hasMore: boolean;
}

/**
 * What others searched Salesforce Knowledge for, with a word that begins as was typed. For orgs with Knowledge.
 * `GET /search/suggestSearchQueries`.
 *
 * @throws SettingsError where nothing was typed, or no language is given
 */
export type SuggestQueries = (
  typed: string,
  args: SuggestQueriesArgs,
  options?: CallOptions,
) => Promise<SuggestedQueries>;

/** The objects that the user's global search looks among, those used most first. `GET /search/scopeOrder`. */
export type SearchScopeOrder<S> = (options?: CallOptions) => Promise<OpenPicklist<ObjectName<S>>[]>;
