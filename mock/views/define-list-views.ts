import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { insertOwnRecord } from "../dml/insert-own-record.js";
import { defaultColumns, defaultViews, hasListViews } from "./default-views.js";
import type { ListView, ListViewDefinition, ListViewDefinitions, ListViews } from "./list-view.js";
import { checkListView } from "./view-query.js";

const KEY_PREFIX = "00B";

/**
 * The list views that every object has, and those that an org is made with. Their records are put in, unless the org
 * has them already.
 *
 * @throws TypeError where one cannot be
 */
export function defineListViews(context: DataContext, definitions: ListViewDefinitions): ListViews {
  const views = new Map<string, ListView>();
  for (const object of context.catalog.objects.filter(hasListViews)) {
    for (const [name, definition] of Object.entries(defaultViews(object)))
      add(views, object, name, definition);
  }
  for (const [key, definition] of Object.entries(definitions)) {
    const [objectName = "", name = ""] = key.split(".");
    const object = context.catalog.find(objectName);
    if (object === undefined || name === "") {
      throw new TypeError(`listViews["${key}"]: write object and API name, as "Account.Hot_Accounts".`);
    }
    checkListView(context, key, add(views, object, name, definition));
  }
  const known = new Set<string>();
  for (const { values } of context.store.table("ListView").all()) {
    known.add(`${values.SobjectType}.${values.DeveloperName}`);
  }
  for (const [key, view] of views) if (!known.has(key)) insert(context, view);
  return views;
}

function add(
  views: Map<string, ListView>,
  object: ObjectInfo,
  developerName: string,
  { label, columns, filterScope = "Everything", where, orderBy, soqlCompatible = true }: ListViewDefinition,
): ListView {
  const view: ListView = {
    object: object.name,
    developerName,
    label: label ?? developerName.replaceAll("_", " "),
    columns: columns ?? defaultColumns(object),
    scope: filterScope === "Everything" ? null : filterScope === "Mine" ? "mine" : "mru",
    where,
    orderBy: orderBy ?? object.nameField?.name ?? "Id",
    soqlCompatible,
  };
  views.set(`${object.name}.${developerName}`, view);
  return view;
}

function insert(context: DataContext, view: ListView): void {
  insertOwnRecord(context, { name: "ListView", keyPrefix: KEY_PREFIX }, () => ({
    Name: view.label,
    DeveloperName: view.developerName,
    NamespacePrefix: null,
    SobjectType: view.object,
    IsSoqlCompatible: view.soqlCompatible,
  }));
}
