import { isCustom } from "../catalog/describe-defaults.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { CUSTOM_COLUMNS, STANDARD_TYPES } from "./report-columns.js";

/** What a report can be about: the records of one object, with those they look up. */
export interface ReportType {
  readonly type: string;
  readonly label: string;
  readonly category: string;
  readonly object: ObjectInfo;
  /** Paths from the object by the names of columns. */
  readonly columns: Readonly<Record<string, string>>;
}

const CUSTOM_PREFIX = "CustomEntity$";

/** The report types that the user can use: one for each object that has pages of its own, and for users. */
export function reportTypes({ catalog }: DataContext): ReportType[] {
  return catalog.objects
    .filter(({ queryable, attributes, name }) => queryable && (attributes.layoutable || name === "User"))
    .map(typeOf);
}

/** By its name or that of its object; undefined where there is none. */
export function findReportType(context: DataContext, name: string): ReportType | undefined {
  return reportTypes(context).find(({ type, object }) => type === name || object.name === name);
}

function typeOf(object: ObjectInfo): ReportType {
  const standard = Object.hasOwn(STANDARD_TYPES, object.name) ? STANDARD_TYPES[object.name] : undefined;
  const custom = isCustom(object.name);
  const named = standard?.columns ?? (custom ? CUSTOM_COLUMNS : {});
  const taken = new Set(Object.values(named));
  const others = object.fields
    .filter(({ name, kind }) => !taken.has(name) && kind !== "compound" && kind !== "binary")
    .map(({ name }) => [`${object.name}.${name}`, name]);
  return {
    type: standard?.type ?? (custom ? CUSTOM_PREFIX + object.name : object.name),
    label: standard?.label ?? String(object.attributes.labelPlural ?? object.label),
    category: standard?.category ?? "Other Reports",
    object,
    columns: { ...named, ...Object.fromEntries(others) },
  };
}

/** The path from the object to what a column shows: also fields that it lists by another name, and of parents. */
export function columnPath({ object, columns }: ReportType, name: string): string | undefined {
  if (Object.hasOwn(columns, name)) return columns[name];
  const prefix = `${object.name}.`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}
