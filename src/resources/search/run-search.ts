import { DecodeError, SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { WireRecord } from "../../http/schemas.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { type RowShape, shapeRow } from "../../soql/rows.js";
import { buildSearch, type SearchInput } from "../../soql/search.js";

/** Searches by arguments, and by SOSL text. */
export function createSearches(send: Send, metadata: OrgMetadata) {
  return {
    async search(args: SearchInput, options?: CallOptions) {
      const { sosl, shapes } = buildSearch(args, metadata);
      return byObject(await send(searchFor(sosl), options), shapes);
    },
    sosl: async (text: string, options?: CallOptions) => send(searchFor(checkText(text)), options),
  };
}

/** `GET /search`. */
function searchFor(sosl: string): Operation<WireRecord[]> {
  // Versions before 37.0 answer the bare list.
  return operation("get", "/search", { query: { q: sosl } }, (body) =>
    Array.isArray(body) ? body : body.searchRecords,
  );
}

function byObject(
  records: readonly WireRecord[],
  shapes: ReadonlyMap<string, RowShape>,
): Record<string, unknown[]> {
  const objects = [...shapes.keys()];
  const rows = new Map(objects.map((object): [string, unknown[]] => [object, []]));
  for (const record of records) {
    const object = objectOf(record, objects);
    rows.get(object)?.push(shapeRow(record, shapes.get(object) ?? []));
  }
  return Object.fromEntries(rows);
}

/** Of which of the objects that were asked for a record is. */
function objectOf({ attributes }: WireRecord, objects: readonly string[]): string {
  const [only, ...others] = objects;
  if (only !== undefined && others.length === 0) return only;
  if (attributes !== undefined && objects.includes(attributes.type)) return attributes.type;
  throw new DecodeError("decode.search", "The answer holds a record of an object that was not searched.", {
    hint: "Search one object at a time, or give SOSL text.",
  });
}

function checkText(sosl: string): string {
  if (typeof sosl === "string" && sosl.trim() !== "") return sosl;
  throw new SettingsError("settings.search", "There is no SOSL text.", {
    hint: 'Give SOSL text, as "FIND {acme} RETURNING Account(Id)".',
  });
}
