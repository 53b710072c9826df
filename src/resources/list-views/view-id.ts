import type { CallOptions } from "../../http/call-options.js";
import { firstPage } from "../query/first-page.js";
import type { ListViewParts } from "./list-view-parts.js";
import { wrong } from "./wrong.js";

/** How the ids of list views begin in every org. */
const VIEW_ID = /^00B[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;
const API_NAME = /^(?:([a-z]\w*?)__)?([a-z]\w*)$/i;

/** A list view as it was named: by its id, or by what a query finds it by. */
export type NamedView = { readonly id: string } | { readonly name: string; readonly where: string };

/** @throws SettingsError where it is neither id nor API name */
export function namedView(view: unknown): NamedView {
  const given = typeof view === "string" ? view : (view as { id?: unknown } | null | undefined)?.id;
  const text = typeof given === "string" ? given : "";
  if (VIEW_ID.test(text)) return { id: text };
  const [, namespace, name] = API_NAME.exec(text) ?? [];
  if (typeof view !== "string" || name === undefined) {
    throw wrong(
      "`view` is neither the id nor the API name of a list view.",
      'Give one of them, as "Hot_Accounts", or what `listViews` gave.',
    );
  }
  // Names were checked: letters, digits and underscores.
  const prefix = namespace === undefined ? "null" : `'${namespace}'`;
  return { name: text, where: `DeveloperName = '${name}' AND NamespacePrefix = ${prefix}` };
}

/**
 * The id of a list view. `GET /query`, where it was named by its API name.
 *
 * @throws SettingsError where there is none that the user may see
 */
export async function viewId(object: string, view: NamedView, { send }: ListViewParts): Promise<string> {
  if ("id" in view) return view.id;
  const soql = `SELECT Id FROM ListView WHERE SobjectType = '${object}' AND ${view.where}`;
  // Shared by all who ask, so no one's signal may end it.
  const options: CallOptions = {};
  const { records } = await send(firstPage("/query", soql), options);
  const id = records[0]?.Id;
  if (typeof id === "string") return id;
  throw wrong(
    `${object} has no list view ${JSON.stringify(view.name)} that the user may see.`,
    "`listViews` tells those there are.",
  );
}
