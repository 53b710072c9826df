import type { ObjectInfo } from "./catalog/object-info.js";
import type { DataContext } from "./data-context.js";
import { RICH_TEXT_IMAGES } from "./dml/rich-text-images.js";
import type { StoredRecord } from "./store/table.js";
import { isDefinition } from "./tooling/definitions.js";
import { toolingCatalog } from "./tooling/tooling-catalog.js";

/** What a later version of the form would have another number for. */
const FORMAT = 1;

/** The records of an org as plain JSON, those in the recycle bin included: for `createOrg({ data })`. */
export interface OrgData {
  readonly format: typeof FORMAT;
  /** By object. */
  readonly records: Readonly<Record<string, readonly StoredRecord[]>>;
  /** How many ids of each prefix have been given. */
  readonly ids: Readonly<Record<string, number>>;
  /** How far auto numbers have been counted. */
  readonly numbers: Readonly<Record<string, number>>;
}

export function exportData({ catalog, store, ids }: DataContext): OrgData {
  const records: Record<string, StoredRecord[]> = {};
  const names = [...catalog.objects, ...toolingObjects()].map(({ name }) => name);
  for (const name of [...names, RICH_TEXT_IMAGES]) {
    const all = [...store.table(name).all()];
    if (all.length > 0) records[name] = all;
  }
  return { format: FORMAT, records, ids: ids.counts(), numbers: store.counts() };
}

/**
 * Puts records in as they were, in place of the org's own.
 *
 * @throws TypeError where they are of another form, or of objects the org does not have
 */
export function importData({ catalog, store, ids }: DataContext, data: OrgData): void {
  if (data?.format !== FORMAT || typeof data.records !== "object") {
    throw new TypeError(
      `That is no data of an embedded org of format ${FORMAT}: give what \`org.export()\` returned.`,
    );
  }
  const unknown = Object.keys(data.records).filter(
    (name) => name !== RICH_TEXT_IMAGES && (catalog.find(name) ?? toolingCatalog().find(name)) === undefined,
  );
  if (unknown.length > 0) {
    throw new TypeError(
      `The data holds records of ${unknown.join(", ")}, which the org does not have. Give its describes, too.`,
    );
  }
  store.load(data.records, data.numbers);
  ids.goOnFrom(data.ids);
}

/** Those of the Tooling API whose records are kept. */
function toolingObjects(): ObjectInfo[] {
  return toolingCatalog().objects.filter(({ name }) => !isDefinition(name));
}
