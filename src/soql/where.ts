import { SettingsError } from "../errors.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import type { Subquery } from "../schema/subquery.js";
import { checkDefined } from "./defined.js";
import { isSendable } from "./is-sendable.js";
import { isIsoValue } from "./iso-value.js";
import { escapeLike, escapePattern, type LiteralKind, soqlLiteral } from "./literal.js";
import { checkName, entriesOf, metadataOf, parentPrefix, polymorphicTarget } from "./names.js";
import { isSubquery } from "./subquery.js";

/** Subqueries of a filter at most. */
const MOST_SUBQUERIES = 2;
/** Objects that SOQL takes no subquery of. */
const NO_SUBQUERY_OF = /^(ActivityHistory|Attachment|Event|EventAttendee|Note|OpenActivity|Task)$/;

/** Where in the arguments and in the query a condition stands. */
interface Place {
  /** As `where.Owner.Name`, for errors. */
  readonly path: string;
  /** As `Owner.`, before field names. */
  readonly prefix: string;
  readonly object: ObjectMetadata;
  readonly metadata: OrgMetadata;
  /** API name of the queried object. */
  readonly queried: string;
  /** Why no subquery may stand here; undefined where one may. */
  readonly noSubquery?: string;
  /** Those of the whole filter. */
  readonly subqueries: Counted;
}

interface Counted {
  count: number;
}

/** What is compared: a field, or an aggregate of one. */
export interface Target {
  readonly column: string;
  readonly kind: LiteralKind;
  readonly path: string;
  readonly metadata: OrgMetadata;
  readonly queried: string;
  readonly noSubquery?: string | undefined;
  /** Those of the whole filter; undefined where there can be none. */
  readonly subqueries?: Counted;
}

type Operator = (value: unknown, target: Target) => string;

const comparison =
  (symbol: string): Operator =>
  (value, { column, kind, path }) =>
    `${column} ${symbol} ${soqlLiteral(value, kind, path)}`;

const ordering =
  (symbol: string): Operator =>
  (value, target) => {
    if (value === null) {
      throw wrong(target.path, "is null, which has no order", "Leave it out, or use `eq` or `ne` with null.");
    }
    return comparison(symbol)(value, target);
  };

const membership =
  (symbol: string): Operator =>
  (value, target) => {
    const { column, kind, path } = target;
    if (isSubquery(value)) return `${column} ${symbol} (${subqueryText(value, target)})`;
    if (!Array.isArray(value)) throw wrong(path, "is no list", "Give the values in an array.");
    if (value.length === 0)
      throw wrong(path, "is an empty list", "Do not send the query where there is nothing to look for.");
    // Not map, which leaves out the holes of an array.
    const literals = Array.from(value, (item, index) => {
      if (item === null) throw wrong(`${path}[${index}]`, "is null", "Use `eq: null` in an OR next to it.");
      return soqlLiteral(item, kind, `${path}[${index}]`);
    });
    return `${column} ${symbol} (${literals.join(", ")})`;
  };

function subqueryText({ object, field, where }: Subquery<unknown>, target: Target): string {
  const { path, metadata } = target;
  const problem = subqueryProblem(object, target);
  if (problem !== undefined) {
    throw wrong(
      path,
      `is a subquery ${problem}`,
      "SOQL knows none there: read the ids first, or say it with `in` or `notIn` of the object's own field.",
    );
  }
  const select = `SELECT ${checkName(field, path)} FROM ${checkName(object, path)}`;
  if (where === undefined) return select;
  const place = placeOn(object, metadata, `${path}.where`);
  return `${select} WHERE ${conditions(where, { ...place, noSubquery: "in a subquery" }).join(" AND ")}`;
}

function subqueryProblem(object: string, { queried, noSubquery, subqueries }: Target): string | undefined {
  if (object === queried) return "of the object that is queried itself";
  if (noSubquery !== undefined) return noSubquery;
  if (NO_SUBQUERY_OF.test(object)) return `of ${object}`;
  const isOneTooMany = subqueries !== undefined && ++subqueries.count > MOST_SUBQUERIES;
  return isOneTooMany ? `after ${MOST_SUBQUERIES} others` : undefined;
}

const like =
  (pattern: (text: string) => string): Operator =>
  (value, { column, path }) => {
    if (typeof value !== "string" || !isSendable(value))
      throw wrong(path, "is no text", "Give the text to compare with.");
    return `${column} LIKE '${pattern(value)}'`;
  };

/** Empty text is a part of every text. */
const part =
  (pattern: (text: string) => string): Operator =>
  (value, target) => {
    if (value !== "") return like(pattern)(value, target);
    throw wrong(target.path, "is empty text, which would fit every text", "Leave it out, or use `ne: null`.");
  };

const operators: Readonly<Record<string, Operator>> = {
  eq: comparison("="),
  ne: comparison("!="),
  gt: ordering(">"),
  gte: ordering(">="),
  lt: ordering("<"),
  lte: ordering("<="),
  in: membership("IN"),
  notIn: membership("NOT IN"),
  includes: membership("INCLUDES"),
  excludes: membership("EXCLUDES"),
  like: like(escapePattern),
  startsWith: part((text) => `${escapeLike(text)}%`),
  endsWith: part((text) => `%${escapeLike(text)}`),
  contains: part((text) => `%${escapeLike(text)}%`),
};

const connectives: Readonly<Record<string, (value: unknown, place: Place) => string[]>> = {
  // Without brackets, in which Salesforce takes no subquery.
  AND: (value, place) => listed(value, place).flat(),
  OR(value, place) {
    const isOne = Array.isArray(value) && value.length === 1;
    const parts = listed(value, isOne ? place : { ...place, noSubquery: "in an OR" });
    return isOne ? parts.flat() : [`(${parts.map(asOne).join(" OR ")})`];
  },
  NOT: (value, place) => [
    `(NOT ${inBrackets(asOne(conditions(value, { ...place, noSubquery: place.noSubquery ?? "in a NOT" })))})`,
  ],
};

/**
 * The WHERE clause for conditions, without the word itself.
 *
 * @throws SettingsError that names the path of what is wrong
 */
export function whereText(where: unknown, object: string, metadata: OrgMetadata, path: string): string {
  return conditions(where, placeOn(object, metadata, path)).join(" AND ");
}

function placeOn(object: string, metadata: OrgMetadata, path: string): Place {
  return {
    path,
    prefix: "",
    object: metadataOf(object, metadata, path),
    metadata,
    queried: object,
    subqueries: { count: 0 },
  };
}

/** The conditions next to each other in one object. Each stands by itself or in brackets. */
function conditions(where: unknown, place: Place): string[] {
  checkDefined(where, place.path);
  const all = entriesOf(where, place.path).flatMap(([key, value]) => {
    const here = { ...place, path: `${place.path}.${key}` };
    checkDefined(value, here.path);
    const connective = Object.hasOwn(connectives, key) ? connectives[key] : undefined;
    return connective === undefined ? condition(key, value, here) : connective(value, here);
  });
  if (all.length === 0) throw wrong(place.path, "holds no condition", "Leave it out to find every record.");
  return all;
}

function condition(key: string, value: unknown, place: Place): string[] {
  const { object, prefix } = place;
  const column = prefix + checkName(key, place.path);
  const kind = kindOf(key, object);
  const { path, metadata, queried, noSubquery, subqueries } = place;
  const field = { column, kind, path, metadata, queried, noSubquery, subqueries };
  if (!isPlainObject(value)) return [comparison("=")(value, field)];
  const parent = Object.hasOwn(object.parents, key) ? object.parents[key] : undefined;
  if (parent !== undefined) {
    const target = parent === "" ? polymorphicTarget : metadataOf(parent, metadata, path);
    const prefixed = { ...place, prefix: parentPrefix(column, path), object: target };
    return conditions(value, { ...prefixed, noSubquery: noSubquery ?? "on the field of a parent" });
  }
  return fieldConditions(value, field);
}

/** How the values of a field are written. */
export function kindOf(field: string, { fields }: ObjectMetadata): LiteralKind {
  return Object.hasOwn(fields, field) ? (fields[field] ?? "text") : "text";
}

/**
 * The conditions on one column, from operators and their values.
 *
 * @throws SettingsError that names the path of what is wrong
 */
export function fieldConditions(value: object, target: Target): string[] {
  const entries = Object.entries(value);
  if (entries.length === 0)
    throw wrong(target.path, "holds no operator", "Leave it out to find every record.");
  return entries.map(([name, operand]) => {
    const path = `${target.path}.${name}`;
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (operator === undefined) {
      throw wrong(
        path,
        "is neither an operator nor a parent's field",
        `Operators: ${Object.keys(operators).join(", ")}.`,
      );
    }
    return operator(operand, { ...target, path });
  });
}

/** The conditions of each item of a list. */
function listed(value: unknown, place: Place): string[][] {
  if (!Array.isArray(value)) throw wrong(place.path, "is no list", "Give the conditions in an array.");
  if (value.length === 0) throw wrong(place.path, "is an empty list", "Leave it out to find every record.");
  return Array.from(value, (item, index) => conditions(item, { ...place, path: `${place.path}[${index}]` }));
}

/** One condition that stands by itself: brackets keep what binds looser together. */
function asOne(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" AND ")})`;
}

function inBrackets(part: string): string {
  return part.startsWith("(") ? part : `(${part})`;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return !Array.isArray(value) && !(value instanceof Date) && !isIsoValue(value);
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.where", `\`${path}\` ${problem}.`, { hint });
}
