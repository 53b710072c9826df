import type { OrgContext } from "../org-context.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import type { ListView } from "./list-view.js";
import { viewColumns, viewSoql } from "./view-query.js";

/** The list view that a record stands for; undefined where the org was made without it. */
export function viewOf({ listViews }: OrgContext, { values }: StoredRecord): ListView | undefined {
  return listViews.get(`${values.SobjectType}.${values.DeveloperName}`);
}

/** The SOQL of the list view with this id; undefined where it is none. */
export function listViewSoql(context: OrgContext, id: string): string | undefined {
  const record = context.store.table("ListView").get(toId18(id) ?? "");
  const view = record && viewOf(context, record);
  return view && viewSoql(view, viewColumns(context, view));
}
