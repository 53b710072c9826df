import { type Operation, operation } from "../../http/operation.js";
import type { WireListViewResults } from "../../http/schemas.js";
import { kindOf } from "../../settings/kind-of.js";
import type { ListViewResults } from "./list-views.js";
import { wrong } from "./wrong.js";

const LARGEST_PART = 2_000;

/** What is asked for of the results of a list view. */
export interface ResultsQuery {
  readonly limit?: number;
  readonly offset?: number;
}

/** `GET /sobjects/{sObject}/listviews/{id}/results`. */
export function viewResults(sobject: string, id: string, query: ResultsQuery): Operation<ListViewResults> {
  const path = { sobject, id };
  return operation("get", "/sobjects/{sobject}/listviews/{id}/results", { path, query }, toResults);
}

function toResults({ records, ...body }: WireListViewResults): ListViewResults {
  const { id, developerName, label, columns, done } = body;
  const rows = records.map((record) =>
    Object.fromEntries(record.columns.map(({ fieldNameOrPath, value }) => [fieldNameOrPath, value])),
  );
  return { id, developerName, label, columns, rows, done };
}

/** @throws SettingsError where a number is out of range */
export function resultsQuery(part: unknown): ResultsQuery {
  const { limit, offset } = known(part, ["limit", "offset"]);
  return {
    ...(limit !== undefined && { limit: checkNumber(limit, "limit", 1, LARGEST_PART) }),
    ...(offset !== undefined && { offset: checkNumber(offset, "offset", 1) }),
  };
}

/** @throws SettingsError where it is no number of rows */
export function rowLimit(args: unknown, others: readonly string[] = []): number | undefined {
  const { limit } = known(args, ["limit", ...others]);
  return limit === undefined ? undefined : checkNumber(limit, "limit", 1);
}

function known(args: unknown, names: readonly string[]): Record<string, unknown> {
  const given = (args ?? {}) as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (typeof given === "object" && unknown === undefined) return given;
  const problem = unknown === undefined ? `${kindOf(args)} is no object.` : `\`${unknown}\` is not known.`;
  throw wrong(problem, `Known: ${names.join(", ")}.`);
}

function checkNumber(value: unknown, name: string, least: number, most?: number): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= (most ?? value)) {
    return value;
  }
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  throw wrong(`\`${name}\` is ${kindOf(value)}.`, `Give a whole number ${range}.`);
}
