import { SettingsError } from "../errors.js";
import type { OrgMetadata } from "../schema/metadata.js";
import { checkClauses, clausesText, filterClauses, selectOf } from "./build.js";
import { count } from "./count.js";
import { checkName, entriesOf, metadataOf } from "./names.js";
import type { RowShape } from "./rows.js";
import { termText } from "./search-term.js";

/** What `search` takes, as run time sees it. */
export interface SearchInput {
  readonly find: unknown;
  readonly in?: unknown;
  readonly returning: unknown;
  readonly limit?: unknown;
}

export interface BuiltSearch {
  readonly sosl: string;
  /** How the rows of each object are given, in the order they were asked for. */
  readonly shapes: ReadonlyMap<string, RowShape>;
}

const scopes: Readonly<Record<string, string>> = {
  all: "ALL FIELDS",
  name: "NAME FIELDS",
  email: "EMAIL FIELDS",
  phone: "PHONE FIELDS",
  sidebar: "SIDEBAR FIELDS",
};

/**
 * SOSL text for the arguments of `search`.
 *
 * @throws SettingsError that names the path of what is wrong, before anything is sent
 */
export function buildSearch(args: SearchInput, metadata: OrgMetadata): BuiltSearch {
  checkClauses(args, ["find", "in", "returning", "limit"], "search");
  const returned = entriesOf(args.returning, "returning").map(([object, value]) =>
    returningText(object, value, metadata),
  );
  if (returned.length === 0)
    throw wrong("returning", "names no object", "Give { Account: { select: { Id: true } } } at least.");
  const sosl = clausesText([
    `FIND {${termText(args.find)}}`,
    args.in !== undefined && `IN ${scopeText(args.in)}`,
    `RETURNING ${returned.map(({ text }) => text).join(", ")}`,
    args.limit !== undefined && `LIMIT ${count(args.limit, "limit")}`,
  ]);
  return { sosl, shapes: new Map(returned.map(({ object, shape }) => [object, shape])) };
}

interface Returned {
  readonly object: string;
  readonly text: string;
  readonly shape: RowShape;
}

function returningText(object: string, value: unknown, metadata: OrgMetadata): Returned {
  const path = `returning.${checkName(object, "returning")}`;
  checkClauses(value, ["select", "where", "orderBy", "limit", "offset"], path, `${path}.`);
  const { select, limit, offset, ...filters } = value as Record<string, unknown>;
  const selected = selectOf(select, {
    columns: "",
    object: metadataOf(object, metadata, path),
    metadata,
    path: `${path}.select`,
    level: undefined,
  });
  const text = clausesText([
    selected.columns.join(", "),
    ...filterClauses(filters, object, metadata, `${path}.`),
    limit !== undefined && `LIMIT ${count(limit, `${path}.limit`)}`,
    offset !== undefined && `OFFSET ${count(offset, `${path}.offset`)}`,
  ]);
  return { object, text: `${object}(${text})`, shape: selected.shape };
}

function scopeText(scope: unknown): string {
  const text = typeof scope === "string" && Object.hasOwn(scopes, scope) ? scopes[scope] : undefined;
  if (text !== undefined) return text;
  throw wrong("in", "is no scope", `Known: ${Object.keys(scopes).join(", ")}.`);
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.search", `\`${path}\` ${problem}.`, { hint });
}
