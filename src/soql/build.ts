import { SettingsError } from "../errors.js";
import type { ObjectMetadata, OrgMetadata } from "../schema/metadata.js";
import { checkName, entriesOf, metadataOf, polymorphicTarget } from "./names.js";
import { orderByText } from "./order-by.js";
import { whereText } from "./where.js";

/** What `find` takes, as run time sees it. */
export interface FindInput {
  readonly select: unknown;
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly limit?: unknown;
  readonly offset?: unknown;
}

/** What a row of the query is to look like: the selected keys, with what stands below a relationship. */
export type RowShape = readonly (readonly [key: string, below: Below | null])[];
interface Below {
  readonly relationship: "parent" | "children";
  readonly shape: RowShape;
}

export interface BuiltQuery {
  readonly soql: string;
  readonly shape: RowShape;
}

const clauses: readonly (keyof FindInput)[] = ["select", "where", "orderBy", "limit", "offset"];
/** Salesforce counts no higher. */
const LARGEST_COUNT = 2 ** 31 - 1;

/**
 * SOQL text for the arguments of `find`.
 *
 * @throws SettingsError that names the path of what is wrong, before anything is sent
 */
export function buildFind(object: string, args: FindInput, metadata: OrgMetadata): BuiltQuery {
  return buildQuery(args, { from: object, object, metadata, path: "" });
}

interface Scope {
  /** The object, or in a subquery the child relationship. */
  readonly from: string;
  readonly object: string;
  readonly metadata: OrgMetadata;
  /** Before the names of arguments, as `select.Contacts.`. */
  readonly path: string;
}

function buildQuery(args: FindInput, { from, object, metadata, path }: Scope): BuiltQuery {
  for (const [key] of entriesOf(args, path === "" ? "find" : path.slice(0, -1))) {
    if (!clauses.some((clause) => clause === key)) {
      throw wrong(`${path}${key}`, "is not known", `Known: ${clauses.join(", ")}.`);
    }
  }
  const selected = selectOf(args.select, {
    columns: "",
    object: metadataOf(object, metadata, `${path}select`),
    metadata,
    path: `${path}select`,
  });
  const parts = [
    `SELECT ${selected.columns.join(", ")} FROM ${checkName(from, path || "find")}`,
    args.where !== undefined && `WHERE ${whereText(args.where, object, metadata, `${path}where`)}`,
    args.orderBy !== undefined && `ORDER BY ${orderByText(args.orderBy, object, metadata, `${path}orderBy`)}`,
    args.limit !== undefined && `LIMIT ${count(args.limit, `${path}limit`)}`,
    args.offset !== undefined && `OFFSET ${count(args.offset, `${path}offset`)}`,
  ];
  return { soql: parts.filter((part) => part !== false).join(" "), shape: selected.shape };
}

interface SelectPlace {
  /** As `Owner.`, before field names; empty on the object itself. */
  readonly columns: string;
  readonly object: ObjectMetadata;
  readonly metadata: OrgMetadata;
  readonly path: string;
}

interface Selected {
  readonly columns: readonly string[];
  readonly shape: RowShape;
}

function selectOf(select: unknown, place: SelectPlace): Selected {
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
    const below = relatedOf(key, value, column, { ...place, path });
    columns.push(...below.columns);
    shape.push([key, { relationship: below.relationship, shape: below.shape }]);
  }
  return { columns, shape };
}

function relatedOf(key: string, value: unknown, column: string, place: SelectPlace): Selected & Below {
  const { object, metadata, path } = place;
  if (typeof value !== "object" || value === null) {
    throw wrong(path, "is neither true nor { select }", "Leave out what is not wanted.");
  }
  const parent = Object.hasOwn(object.parents, key) ? object.parents[key] : undefined;
  if (parent !== undefined)
    return { relationship: "parent", ...parentSelect(value, parent, { ...place, columns: `${column}.` }) };
  const child = Object.hasOwn(object.children, key) ? object.children[key] : undefined;
  if (child === undefined) {
    throw wrong(path, "is no relationship", "Fields take true; only relationships take { select }.");
  }
  if (place.columns !== "") {
    throw wrong(path, "are children of a parent", "SOQL reads children of the queried object only.");
  }
  const { soql, shape } = buildQuery(value as FindInput, {
    from: key,
    object: child,
    metadata,
    path: `${path}.`,
  });
  return { relationship: "children", columns: [`(${soql})`], shape };
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

function count(value: unknown, path: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT)
    return value;
  throw wrong(path, "is no count", "Give a whole number of at least 0.");
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.find", `\`${path}\` ${problem}.`, { hint });
}
