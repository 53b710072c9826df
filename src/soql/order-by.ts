import { SettingsError } from "../errors.js";
import type { OrgMetadata } from "../schema/metadata.js";
import { checkName, entriesOf, metadataOf, parentPrefix, polymorphicTarget } from "./names.js";

const directions: Readonly<Record<string, string>> = { asc: "ASC", desc: "DESC" };
const nullPlaces: Readonly<Record<string, string>> = { first: " NULLS FIRST", last: " NULLS LAST" };

/** The ORDER BY clause, without the words themselves. */
export function orderByText(orderBy: unknown, object: string, metadata: OrgMetadata, path: string): string {
  const keys = Array.isArray(orderBy) ? orderBy : [orderBy];
  const columns = keys.flatMap((key, index) =>
    columnsOf(key, object, metadata, Array.isArray(orderBy) ? `${path}[${index}]` : path, ""),
  );
  if (columns.length > 0) return columns.join(", ");
  throw wrong(path, "names no field");
}

function columnsOf(
  orderBy: unknown,
  object: string,
  metadata: OrgMetadata,
  path: string,
  prefix: string,
): string[] {
  const { parents } = object === "" ? polymorphicTarget : metadataOf(object, metadata, path);
  return entriesOf(orderBy, path).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    const column = prefix + checkName(key, here);
    const parent = Object.hasOwn(parents, key) ? parents[key] : undefined;
    if (parent !== undefined) return columnsOf(value, parent, metadata, here, parentPrefix(column, here));
    return [`${column} ${orderText(value, here)}`];
  });
}

/**
 * The direction of a sort, and where empty values go.
 *
 * @throws SettingsError where it is none
 */
export function orderText(order: unknown, path: string): string {
  const { direction, nulls, ...rest } =
    typeof order === "string" ? { direction: order } : Object.fromEntries(entriesOf(order, path));
  const direct =
    typeof direction === "string" && Object.hasOwn(directions, direction) ? directions[direction] : undefined;
  const place =
    nulls === undefined
      ? ""
      : typeof nulls === "string" && Object.hasOwn(nullPlaces, nulls)
        ? nullPlaces[nulls]
        : undefined;
  if (direct === undefined || place === undefined || Object.keys(rest).length > 0)
    throw wrong(path, "is no order");
  return direct + place;
}

function wrong(path: string, problem: string): SettingsError {
  return new SettingsError("settings.order-by", `\`${path}\` ${problem}.`, {
    hint: 'Give "asc", "desc" or { direction, nulls: "first" or "last" }.',
  });
}
