import { SettingsError } from "../errors.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import { count } from "./count.js";
import { checkName, entriesOf, metadataOf, parentPrefix, polymorphicTarget } from "./names.js";
import { orderByText } from "./order-by.js";
import type { Below, RowShape } from "./rows.js";
import { typeofText } from "./typeof.js";
import { whereText } from "./where.js";

/** What `find` takes, as run time sees it. */
export interface FindInput {
  readonly select: unknown;
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly limit?: unknown;
  readonly offset?: unknown;
  readonly scope?: unknown;
}

export interface BuiltQuery {
  readonly soql: string;
  /** The same, of which one record at most is wanted. */
  readonly firstSoql: string;
  readonly shape: RowShape;
}

/** Below the queried object. */
const LEVELS_OF_CHILDREN = 4;

const clauses: readonly (keyof FindInput)[] = ["select", "scope", "where", "orderBy", "limit", "offset"];

/**
 * SOQL text for the arguments of `find`.
 *
 * @throws SettingsError that names the path of what is wrong, before anything is sent
 */
export function buildFind(object: string, args: FindInput, metadata: OrgMetadata): BuiltQuery {
  return buildQuery(args, { from: object, object, metadata, path: "", level: 0 });
}

/**
 * SOQL text that counts the records that fit.
 *
 * @throws SettingsError that names the path of what is wrong, before anything is sent
 */
export function buildCount(
  object: string,
  args: { readonly where?: unknown },
  metadata: OrgMetadata,
): string {
  const { where, ...rest } = Object.fromEntries(entriesOf(args, "count"));
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw wrong(unknown, "is not known", "Known: where, allRows.");
  const text = `SELECT COUNT() FROM ${checkName(object, "count")}`;
  return Object.hasOwn(args, "where") ? `${text} WHERE ${whereText(where, object, metadata, "where")}` : text;
}

interface Scope {
  /** The object, or in a subquery the child relationship. */
  readonly from: string;
  readonly object: string;
  readonly metadata: OrgMetadata;
  /** Before the names of arguments, as `select.Contacts.`. */
  readonly path: string;
  /** 0 for the query itself, 1 for its children, and so on. */
  readonly level: number;
}

function buildQuery(args: FindInput, { from, object, metadata, path, level }: Scope): BuiltQuery {
  checkClauses(args, clauses, path === "" ? "find" : path.slice(0, -1), path);
  const selected = selectOf(args.select, {
    columns: "",
    object: metadataOf(object, metadata, `${path}select`),
    metadata,
    path: `${path}select`,
    level,
  });
  const limit = args.limit === undefined ? undefined : count(args.limit, `${path}limit`);
  const before = [
    `SELECT ${selected.columns.join(", ")} FROM ${checkName(from, path || "find")}`,
    args.scope !== undefined && `USING SCOPE ${checkName(String(args.scope), `${path}scope`)}`,
    ...filterClauses(args, object, metadata, path),
  ];
  const offset = args.offset !== undefined && `OFFSET ${count(args.offset, `${path}offset`)}`;
  return {
    soql: clausesText([...before, limit !== undefined && `LIMIT ${limit}`, offset]),
    firstSoql: clausesText([...before, `LIMIT ${limit === 0 ? 0 : 1}`, offset]),
    shape: selected.shape,
  };
}

/** @throws SettingsError where an argument is given that is none of those known */
export function checkClauses(args: unknown, known: readonly string[], whole: string, path = ""): void {
  for (const [key] of entriesOf(args, whole)) {
    if (!known.includes(key)) throw wrong(`${path}${key}`, "is not known", `Known: ${known.join(", ")}.`);
  }
}

/** WHERE and ORDER BY; false in the place of one that is not asked for. */
export function filterClauses(
  args: Pick<FindInput, "where" | "orderBy">,
  object: string,
  metadata: OrgMetadata,
  path: string,
): (string | false)[] {
  return [
    Object.hasOwn(args, "where") && `WHERE ${whereText(args.where, object, metadata, `${path}where`)}`,
    args.orderBy !== undefined && `ORDER BY ${orderByText(args.orderBy, object, metadata, `${path}orderBy`)}`,
  ];
}

export function clausesText(parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(" ");
}

export interface SelectPlace {
  /** As `Owner.`, before field names; empty on the object itself. */
  readonly columns: string;
  readonly object: ObjectMetadata;
  readonly metadata: OrgMetadata;
  readonly path: string;
  /** As of the scope; undefined where neither children nor parents by type can be read. */
  readonly level: number | undefined;
}

export interface Selected {
  readonly columns: readonly string[];
  readonly shape: RowShape;
}

/** The columns of a `select`, and how their values are given. */
export function selectOf(select: unknown, place: SelectPlace): Selected {
  const entries = entriesOf(select, place.path);
  if (entries.length === 0) throw wrong(place.path, "names no field", "Give { Id: true } at least.");
  const columns: string[] = [];
  const shape: [string, Below | null][] = [];
  for (const [key, value] of entries) {
    const path = `${place.path}.${key}`;
    const column = place.columns + checkName(key, path);
    if (value === true) {
      columns.push(column);
      shape.push([key, null]);
      continue;
    }
    const related = relatedOf(key, value, column, { ...place, path });
    columns.push(...related.columns);
    shape.push([key, related.below]);
  }
  return { columns, shape };
}

interface Related {
  readonly columns: readonly string[];
  readonly below: Below;
}

function relatedOf(key: string, value: unknown, column: string, place: SelectPlace): Related {
  const { object, path, level } = place;
  if (typeof value !== "object" || value === null) {
    throw wrong(path, "is neither true nor { select }", "Leave out what is not wanted.");
  }
  const parent = Object.hasOwn(object.parents, key) ? object.parents[key] : undefined;
  if (parent === "" && "on" in value) {
    if (level === undefined)
      throw wrong(path, "is read by type", "A search gives { select: { Name: true } }.");
    return typeofText(column, value, place.metadata, path);
  }
  if (parent !== undefined) {
    const { columns, shape } = parentSelect(value, parent, { ...place, columns: parentPrefix(column, path) });
    return { columns, below: { relationship: "parent", shape } };
  }
  const child = Object.hasOwn(object.children, key) ? object.children[key] : undefined;
  if (child !== undefined) return childrenOf(key, child, value, place);
  throw wrong(path, "is no relationship", "Fields take true; only relationships take { select }.");
}

function childrenOf(key: string, child: string, value: object, place: SelectPlace): Related {
  const { metadata, path, level } = place;
  if (level === undefined)
    throw wrong(path, "are children", "A search gives fields and parents: use `find`.");
  if (level === LEVELS_OF_CHILDREN) {
    throw wrong(path, "are children of the fifth level", "Read these by another query.");
  }
  if (place.columns !== "") {
    throw wrong(path, "are children of a parent", "SOQL reads children of the queried object only.");
  }
  for (const clause of ["scope", "offset"]) {
    if (clause in value) throw wrong(`${path}.${clause}`, "is not known", "Only the whole query takes it.");
  }
  const scope = { from: key, object: child, metadata, path: `${path}.`, level: level + 1 };
  const { soql, shape } = buildQuery(value as FindInput, scope);
  return { columns: [`(${soql})`], below: { relationship: "children", shape } };
}

function parentSelect(value: object, parent: string, place: SelectPlace): Selected {
  for (const [key] of entriesOf(value, place.path)) {
    if (key !== "select")
      throw wrong(`${place.path}.${key}`, "is not known", "A parent takes { select } only.");
  }
  const path = `${place.path}.select`;
  const object = parent === "" ? polymorphicTarget : metadataOf(parent, place.metadata, path);
  return selectOf((value as { select?: unknown }).select, { ...place, object, path });
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.find", `\`${path}\` ${problem}.`, { hint });
}
