import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import { requestFault } from "../http/fault.js";
import { layoutFields } from "../layouts/page-layout.js";
import { fieldColumns } from "../layouts/related-lists.js";
import type { OrgContext } from "../org-context.js";
import { nameEntityField } from "../soql/name-entity.js";

/** What is read of a record. */
export interface UiSelection {
  readonly fields: readonly FieldInfo[];
  /** By the name of the relationship. */
  readonly parents: ReadonlyMap<string, { readonly reference: FieldInfo; readonly selection: UiSelection }>;
  /** Whether it is of several objects: then it has those fields only that all have. */
  readonly isNameEntity: boolean;
}

/** A selection while it is put together. */
interface Building extends UiSelection {
  readonly fields: FieldInfo[];
  readonly parents: Map<string, { readonly reference: FieldInfo; readonly selection: Building }>;
}

/** SOQL follows no more. */
const MOST_PARENTS = 5;
const LAYOUTS = ["Compact", "Full"];
const MODES = ["Create", "Edit", "View"];

/**
 * What the query of a request selects.
 *
 * @throws ApiFault where it selects nothing, or a required field that is not there
 */
export function readSelection(context: OrgContext, object: ObjectInfo, query: URLSearchParams): UiSelection {
  const fields = listOf(query, "fields");
  const optional = listOf(query, "optionalFields");
  const layouts = enumsOf(query, "layoutTypes", LAYOUTS, "LayoutType");
  const modes = enumsOf(query, "modes", MODES, "Mode");
  if (fields.length + optional.length + layouts.length === 0) {
    throw requestFault(400, "MISSING_PARAM", "Provide either fields or layoutTypes.");
  }
  const selection = emptySelection();
  for (const path of layouts.length > 0 ? [] : fields) {
    if (!add(context, object, selection, path)) throw noSuchField(object, path);
  }
  for (const layout of layouts) addLayout(context, object, selection, { layout, modes });
  for (const path of optional) add(context, object, selection, path);
  return selection;
}

/** What a page of the object shows, as the answers to writes do. */
export function layoutSelection(context: OrgContext, object: ObjectInfo, mode = "View"): UiSelection {
  const selection = emptySelection();
  addLayout(context, object, selection, { layout: "Full", modes: [mode] });
  return selection;
}

function emptySelection(isNameEntity = false): Building {
  return { fields: [], parents: new Map(), isNameEntity };
}

function addLayout(
  context: OrgContext,
  object: ObjectInfo,
  selection: Building,
  { layout, modes }: { readonly layout: string; readonly modes: readonly string[] },
): void {
  const shown =
    layout === "Compact"
      ? fieldColumns(object).flatMap(({ name }) => object.field(name) ?? [])
      : (modes.length === 0 ? ["View"] : modes).flatMap((mode) =>
          layoutFields(object).filter(
            (field) => mode === "View" || (mode === "Create" ? field.createable : field.updateable),
          ),
        );
  for (const field of shown) {
    add(context, object, selection, `${object.name}.${field.name}`);
    if (field.type !== "reference" || field.relationshipName === null) continue;
    // References are shown as the names they lead to.
    for (const name of ["Id", nameOf(context, field)]) {
      add(context, object, selection, `${object.name}.${field.relationshipName}.${name}`);
    }
  }
}

function nameOf({ catalog }: OrgContext, { referenceTo }: FieldInfo): string {
  const [target = "", ...others] = referenceTo;
  return (others.length === 0 && catalog.find(target)?.nameField?.name) || "Name";
}

/** Adds the field at a path that begins with the object; false where the user sees none there. */
function add(context: OrgContext, object: ObjectInfo, selection: Building, path: string): boolean {
  const [first = "", ...names] = path.trim().split(".");
  const last = names.pop();
  if (first.toLowerCase() !== object.name.toLowerCase() || last === undefined) return false;
  const references = referencesAt(context, object, names);
  const end = references === undefined ? undefined : targetOf(context, object, references.at(-1));
  const field = end === "several" ? nameEntityField(last) : end?.field(last);
  if (references === undefined || field === undefined || field.kind === "compound") return false;
  let into = selection;
  for (const reference of references) {
    const name = reference.relationshipName ?? "";
    const parent = into.parents.get(name) ?? {
      reference,
      selection: emptySelection(reference.referenceTo.length > 1),
    };
    into.parents.set(name, parent);
    into = parent.selection;
  }
  if (!into.fields.includes(field)) into.fields.push(field);
  return true;
}

/** The references behind the names of relationships; undefined where one is not there, or leads on from several objects. */
function referencesAt(
  context: OrgContext,
  object: ObjectInfo,
  names: readonly string[],
): FieldInfo[] | undefined {
  if (names.length > MOST_PARENTS) return undefined;
  const references: FieldInfo[] = [];
  for (const name of names) {
    const at = targetOf(context, object, references.at(-1));
    const reference = at === "several" ? undefined : at?.parent(name);
    if (reference === undefined) return undefined;
    references.push(reference);
  }
  return references;
}

/** Where a reference leads to; the object itself where there is none. */
function targetOf(
  { catalog }: OrgContext,
  object: ObjectInfo,
  reference: FieldInfo | undefined,
): ObjectInfo | "several" | undefined {
  if (reference === undefined) return object;
  return reference.referenceTo.length > 1 ? "several" : catalog.find(reference.referenceTo[0] ?? "");
}

function listOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((text) => text.split(","))
    .filter((text) => text !== "");
}

function enumsOf(query: URLSearchParams, name: string, known: readonly string[], type: string): string[] {
  const list = listOf(query, name);
  const wrong = list.find((value) => !known.includes(value));
  if (wrong === undefined) return list;
  const message = `Value: ${wrong} could not be parsed into a valid enum value of type: ${type}`;
  throw requestFault(400, "ILLEGAL_QUERY_PARAMETER_VALUE", message);
}

function noSuchField(object: ObjectInfo, path: string) {
  const name = path.trim().split(".").at(-1) ?? "";
  const message =
    `No such column '${name}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to ` +
    "append the '__c' after the custom field name. Please reference your WSDL or the describe call for the " +
    "appropriate names.";
  return requestFault(400, "INVALID_FIELD", message);
}
