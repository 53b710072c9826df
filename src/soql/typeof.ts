import { SettingsError } from "../errors.js";
import type { OrgMetadata } from "../schema/metadata.js";
import { checkName, entriesOf, metadataOf } from "./names.js";
import type { Below, RowShape } from "./rows.js";

/**
 * A polymorphic parent with what to read of each object it may be, as TYPEOF.
 *
 * @throws SettingsError that names the path of what is wrong
 */
export function typeofText(
  column: string,
  value: object,
  metadata: OrgMetadata,
  path: string,
): { columns: string[]; below: Below } {
  const { on, else: otherwise, ...rest } = value as { on?: unknown; else?: unknown };
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw wrong(`${path}.${unknown}`, "is not known", "Give { on: { Account: { select } } }.");
  if (column.includes(".")) {
    throw wrong(path, "is the parent of a parent", "TYPEOF reads parents of the queried object only.");
  }
  const branches = entriesOf(on, `${path}.on`).map(([object, branch]) => {
    metadataOf(object, metadata, `${path}.on.${object}`);
    return [object, fieldsOf(branch, `${path}.on.${object}`)] as const;
  });
  if (branches.length === 0) throw wrong(`${path}.on`, "names no object", "Give one at least.");
  const others = otherwise === undefined ? [] : fieldsOf(otherwise, `${path}.else`);
  const whens = branches.map(([object, fields]) => `WHEN ${object} THEN ${fields.join(", ")}`);
  // Without ELSE a parent of any other object would be null, as if there were none.
  const last = ` ELSE ${others.length === 0 ? "Id" : others.join(", ")}`;
  const shapes = Object.fromEntries(branches.map(([object, fields]) => [object, shapeOf(fields)]));
  return {
    columns: [`TYPEOF ${column} ${whens.join(" ")}${last} END`],
    below: { relationship: "polymorphic", shapes, otherwise: shapeOf(others) },
  };
}

function fieldsOf(branch: unknown, path: string): string[] {
  const { select, ...rest } = Object.fromEntries(entriesOf(branch, path));
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw wrong(`${path}.${unknown}`, "is not known", "A branch takes { select } only.");
  const fields = entriesOf(select, `${path}.select`).map(([field, wanted]) => {
    const here = `${path}.select.${field}`;
    if (wanted !== true) throw wrong(here, "is not true", "Below `on` only fields can be read.");
    return checkName(field, here);
  });
  if (fields.length > 0) return fields;
  throw wrong(`${path}.select`, "names no field", "Give { Id: true } at least.");
}

function shapeOf(fields: readonly string[]): RowShape {
  return fields.map((field) => [field, null]);
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.find", `\`${path}\` ${problem}.`, { hint });
}
