import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { OrgContext } from "../org-context.js";
import { quickActionsFor } from "../quick-actions/quick-action.js";
import { withChecksum } from "../store/record-id.js";
import { EMPTY, itemMaker, type LayoutItem } from "./layout-items.js";
import { relatedLists } from "./related-lists.js";

/** The one layout of an object, made of its describe. */
export function pageLayout(context: OrgContext, object: ObjectInfo): Record<string, unknown> {
  return {
    ...EMPTY_LAYOUT,
    detailLayoutSections: sectionsOf(object, () => true),
    editLayoutSections: sectionsOf(object, (field) => field.createable || field.updateable),
    id: layoutId(object),
    quickActionList: quickActionList(context, object.name),
    relatedLists: relatedLists(context, object),
  };
}

/** The layout of the page that is of no object. */
export function globalLayout(context: OrgContext): Record<string, unknown> {
  return { ...EMPTY_LAYOUT, quickActionList: quickActionList(context, undefined) };
}

const EMPTY_LAYOUT = {
  buttonLayoutSection: null,
  detailLayoutSections: [],
  editLayoutSections: [],
  feedView: null,
  highlightsPanelLayoutSection: null,
  id: null,
  multirowEditLayoutSections: [],
  offlineLinks: [],
  quickActionList: { quickActionListItems: [] },
  relatedContent: null,
  relatedLists: [],
  saveOptions: [],
};

/** The same each time, though layouts are no records here. */
export function layoutId({ keyPrefix }: ObjectInfo): string {
  return withChecksum(`00hOt${(keyPrefix ?? "").padStart(10, "0")}`);
}

function quickActionList(context: OrgContext, object: string | undefined) {
  return {
    quickActionListItems: quickActionsFor(context, object).map(({ label, fullName, targetObject, type }) => ({
      accessLevelRequired: null,
      colors: [],
      iconUrl: null,
      icons: [],
      label,
      miniIconUrl: null,
      quickActionName: fullName,
      targetSobjectType: targetObject,
      type,
      urls: {},
    })),
  };
}

const STAMPS = ["CreatedById", "LastModifiedById"];
const LONG = 255;

/** Sections as Salesforce lays out a new object: what it is, where, at length, and who wrote it. */
function sectionsOf(object: ObjectInfo, isShown: (field: FieldInfo) => boolean): object[] {
  const item = itemMaker(object);
  const fields = object.fields.filter((field) => isOnPages(object, field) && isShown(field));
  const isLong = (field: FieldInfo) => field.type === "textarea" && field.length > LONG;
  const plain = fields.filter((field) => field.kind !== "compound" && !isLong(field));
  const stamps = STAMPS.flatMap((name) => {
    const by = object.field(name);
    const date = object.field(name.replace("ById", "Date"));
    return by && date && isShown(by) ? [item([by, date], ", ")] : [];
  });
  const addresses = fields.filter((field) => field.kind === "compound");
  return [
    section(
      object,
      `${object.label} Information`,
      [...nameItems(object, item), ...plain.map((field) => item([field]))],
      2,
    ),
    section(
      object,
      "Address Information",
      addresses.map((field) => item([field])),
      2,
    ),
    section(
      object,
      "Description Information",
      fields.filter(isLong).map((field) => item([field])),
      1,
    ),
    section(object, "System Information", stamps, 2),
  ].flat();
}

/** The fields that a page shows one by one: names and addresses are taken apart. */
export function layoutFields(object: ObjectInfo): FieldInfo[] {
  const shown = object.fields.filter((field) => isNamePart(object, field) || isOnPages(object, field));
  const stamps = STAMPS.flatMap((name) => [name, name.replace("ById", "Date")]);
  return [
    ...shown.flatMap((field) =>
      field.kind === "compound" ? object.parts(field.name).map((part) => part.field) : [field.name],
    ),
    ...stamps,
  ].flatMap((name) => object.field(name) ?? []);
}

/** The name of a person stands in one place, in its parts. */
function nameItems(object: ObjectInfo, item: ReturnType<typeof itemMaker>): LayoutItem[] {
  const parts = object.fields.filter((field) => isNamePart(object, field));
  return parts.length === 0 ? [] : [item(parts)];
}

function isNamePart({ nameField }: ObjectInfo, field: FieldInfo): boolean {
  return nameField !== undefined && field !== nameField && field.compoundFieldName === nameField.name;
}

/** What belongs on no page: what only the system reads, and the parts of what is shown as a whole. */
function isOnPages(object: ObjectInfo, field: FieldInfo): boolean {
  const isPart = field.compoundFieldName !== null && field.compoundFieldName !== field.name;
  const hasParts = object.fields.some((part) => isNamePart(object, part));
  if (field.type === "id" || field.kind === "binary" || isPart) return false;
  if (field === object.nameField) return !hasParts;
  return field.kind === "compound" || field.createable || field.updateable || field.autoNumber !== null;
}

function section(
  object: ObjectInfo,
  heading: string,
  items: readonly LayoutItem[],
  columns: 1 | 2,
): object[] {
  if (items.length === 0) return [];
  const rows: object[] = [];
  for (let place = 0; place < items.length; place += columns) {
    const layoutItems = items.slice(place, place + columns);
    while (layoutItems.length < columns) layoutItems.push(EMPTY);
    rows.push({ layoutItems, numItems: columns });
  }
  return [
    {
      collapsed: false,
      columns,
      heading,
      layoutRows: rows,
      layoutSectionId: null,
      parentLayoutId: layoutId(object),
      rows: rows.length,
      tabOrder: "LeftToRight",
      useCollapsibleSection: false,
      useHeading: true,
    },
  ];
}
