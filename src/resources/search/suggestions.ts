import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { WireRecord } from "../../http/schemas.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { kindOf } from "../../settings/kind-of.js";
import { checkClauses } from "../../soql/build.js";
import { isSendable } from "../../soql/is-sendable.js";
import { checkName } from "../../soql/names.js";
import { whereText } from "../../soql/where.js";
import type { SuggestedQueries, Suggestions, SuggestQueriesArgs } from "./search.js";

/** Salesforce takes no more. */
const LONGEST_TEXT = 255;
const MOST_OBJECTS = 10;

/** What `suggest` takes, as run time sees it. */
export interface SuggestInput {
  readonly fields?: unknown;
  readonly where?: unknown;
  readonly limit?: unknown;
}

export function createSuggestions(send: Send, metadata: OrgMetadata) {
  return {
    suggest: async (objects: unknown, typed: unknown, args: SuggestInput = {}, options?: CallOptions) =>
      send(suggestRecords(objects, typed, args, metadata), options),

    suggestQueries: async (typed: unknown, args: SuggestQueriesArgs, options?: CallOptions) =>
      send(suggestQueries(typed, args), options),

    searchScope: async (options?: CallOptions) =>
      send(
        operation("get", "/search/scopeOrder", {}, (objects) => objects.map(({ type }) => type)),
        options,
      ),
  };
}

/** `GET /search/suggestions`. */
function suggestRecords(
  objects: unknown,
  typed: unknown,
  args: SuggestInput,
  metadata: OrgMetadata,
): Operation<Suggestions<WireRecord>> {
  const several = Array.isArray(objects);
  const sobject = several ? checkObjects(objects) : [nameOf(objects, "object")];
  checkClauses(args, several ? ["limit"] : ["fields", "where", "limit"], "suggest");
  const fields = namesOf(args.fields ?? [], "fields");
  const query = {
    q: checkText(typed),
    sobject,
    ...(fields.length > 0 && { fields }),
    ...(args.where !== undefined && { where: whereText(args.where, sobject[0] ?? "", metadata, "where") }),
    ...limitOf(args.limit),
  };
  return operation("get", "/search/suggestions", { query }, ({ autoSuggestResults, hasMoreResults }) => ({
    records: autoSuggestResults,
    hasMore: hasMoreResults === true,
  }));
}

/** `GET /search/suggestSearchQueries`. */
function suggestQueries(typed: unknown, args: SuggestQueriesArgs): Operation<SuggestedQueries> {
  checkClauses(args, ["language", "channel", "limit"], "suggestQueries");
  const { language, channel, limit } = args;
  if (typeof language !== "string" || language === "")
    throw wrong("language", `is ${language === "" ? "empty" : kindOf(language)}`, 'Give one, as "en_US".');
  const query = {
    q: checkText(typed),
    language,
    ...(channel !== undefined && { channel }),
    ...limitOf(limit),
  };
  return operation("get", "/search/suggestSearchQueries", { query }, (body) => ({
    // The guide shows each query in an object of its own.
    queries: body.autoSuggestResults.flatMap((each) =>
      typeof each === "string" ? [each] : Object.values(each).filter((text) => typeof text === "string"),
    ),
    hasMore: body.hasMoreResults === true,
  }));
}

function checkText(typed: unknown): string {
  if (typeof typed !== "string") throw wrong("typed", `is ${kindOf(typed)}`, "Give what was typed so far.");
  if (typed.trim() === "")
    throw wrong("typed", "is empty", "Ask for nothing before there are a few characters.");
  if (typed.length > LONGEST_TEXT)
    throw wrong("typed", "is too long", `Salesforce takes ${LONGEST_TEXT} characters.`);
  if (!isSendable(typed))
    throw wrong(
      "typed",
      "holds half of a surrogate pair",
      "It was probably cut in the middle of a character.",
    );
  return typed;
}

function checkObjects(objects: readonly unknown[]): string[] {
  if (objects.length >= 1 && objects.length <= MOST_OBJECTS) return namesOf(objects, "objects");
  throw wrong(
    "objects",
    objects.length === 0 ? "is empty" : `has ${objects.length} of them`,
    `Name 1 to ${MOST_OBJECTS} objects.`,
  );
}

function namesOf(names: unknown, path: string): string[] {
  if (!Array.isArray(names)) throw wrong(path, "is no list", 'Give API names, as ["Industry"].');
  return names.map((name, index) => nameOf(name, `${path}[${index}]`));
}

function nameOf(name: unknown, path: string): string {
  if (typeof name !== "string") throw wrong(path, `is ${kindOf(name)}`, 'Give an API name, as "Account".');
  return checkName(name, path);
}

function limitOf(limit: unknown): { limit?: number } {
  if (limit === undefined) return {};
  if (typeof limit === "number" && Number.isInteger(limit) && limit >= 1) return { limit };
  throw wrong("limit", `is ${kindOf(limit)}`, "Give a whole number of at least 1.");
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.search", `\`${path}\` ${problem}.`, { hint });
}
