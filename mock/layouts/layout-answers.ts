import type { ObjectInfo } from "../catalog/object-info.js";
import type { OrgContext } from "../org-context.js";
import { offeredValues } from "../ui-api/record-type-picklists.js";
import { isPicklist } from "../ui-api/ui-picklists.js";
import { itemMaker } from "./layout-items.js";
import { globalLayout, layoutId, pageLayout } from "./page-layout.js";
import { fieldColumns } from "./related-lists.js";

/** The layouts of an object, and which record type has which: all the one that there is. */
export function layoutsAnswer(
  context: OrgContext,
  object: ObjectInfo,
  path: string,
): Record<string, unknown> {
  const types = object.attributes.recordTypeInfos ?? [];
  const own = types.filter(({ master, available }) => master !== true && available !== false);
  return {
    // Where there are several, each is to be asked for by itself.
    layouts: types.length > 1 ? null : [pageLayout(context, object)],
    recordTypeMappings: types.map((type) => ({
      active: type.active ?? true,
      available: type.available ?? true,
      defaultRecordTypeMapping: type.defaultRecordTypeMapping ?? false,
      developerName: type.developerName ?? type.name,
      layoutId: layoutId(object),
      master: type.master ?? false,
      name: type.name,
      picklistsForRecordType: picklistsOf(context, object, type.developerName ?? type.name ?? ""),
      recordTypeId: type.recordTypeId,
      urls: { layout: `${path}/${type.recordTypeId ?? ""}` },
    })),
    recordTypeSelectorRequired: [own.length > 1],
  };
}

/** The picklists with the values that the record type offers. */
function picklistsOf(
  { recordTypePicklists }: OrgContext,
  object: ObjectInfo,
  developerName: string,
): object[] {
  return object
    .describedFields()
    .filter(isPicklist)
    .map(({ name, picklistValues }) => {
      const offered = offeredValues(recordTypePicklists, object, { developerName }, String(name));
      const values = picklistValues as readonly { readonly value: string }[];
      return {
        picklistName: name,
        picklistValues: values.filter(({ value }) => offered?.includes(value) ?? true),
      };
    });
}

export function globalLayoutsAnswer(context: OrgContext): Record<string, unknown> {
  return { layouts: [globalLayout(context)], recordTypeMappings: [], recordTypeSelectorRequired: [false] };
}

/** The compact layout that Salesforce brings along, which is the only one here. */
export function compactLayout(object: ObjectInfo): Record<string, unknown> {
  const item = itemMaker(object);
  return {
    actions: [],
    fieldItems: fieldColumns(object).map(({ name }) => item([object.field(name) ?? []].flat())),
    id: null,
    imageItems: [],
    label: "System Default",
    name: "SYSTEM",
    objectType: object.name,
  };
}

export function compactLayoutsAnswer(object: ObjectInfo, path: string): Record<string, unknown> {
  return {
    compactLayouts: [compactLayout(object)],
    defaultCompactLayoutId: null,
    recordTypeCompactLayoutMappings: (object.attributes.recordTypeInfos ?? []).map((type) => ({
      available: type.available ?? true,
      compactLayoutId: null,
      compactLayoutName: "SYSTEM",
      recordTypeId: type.recordTypeId,
      recordTypeName: type.name,
      urls: { compactLayout: `${path}/${type.recordTypeId ?? ""}` },
    })),
    urls: { primary: `${path}/primary` },
  };
}

/** What approvers are shown of a record: its name, by each active process of its object. */
export function approvalLayouts({ store }: OrgContext, object: ObjectInfo): object[] {
  const processes = [...store.table("ProcessDefinition").all()].filter(
    ({ values }) => values.State === "Active" && values.TableEnumOrId === object.name,
  );
  return processes.map(({ id, values }) => ({
    id,
    label: values.Name,
    layoutItems: [itemMaker(object)([object.nameField ?? []].flat())],
    name: values.DeveloperName,
  }));
}

const SEARCH_ROWS = 25;

/** What search results show of an object. */
export function searchLayout(object: ObjectInfo): Record<string, unknown> {
  return {
    errorMsg: null,
    label: "Search Results",
    limitRows: SEARCH_ROWS,
    objectType: object.name,
    searchColumns: fieldColumns(object).map(({ field, format, label, name }) => ({
      field,
      format,
      label,
      name,
    })),
  };
}
