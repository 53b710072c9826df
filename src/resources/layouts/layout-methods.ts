import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { PageLayout, PageLayouts } from "../../http/schemas.js";
import { checkList } from "../sobject/check-list.js";
import type { Layouts, ObjectLayouts } from "./layouts.js";

const PAGES = "/sobjects/{sobject}/describe/layouts";
const PAGE = "/sobjects/{sobject}/describe/layouts/{id}";
const NAMED = "/sobjects/{sobject}/describe/namedLayouts/{name}";
const COMPACT = "/sobjects/{sobject}/describe/compactLayouts";
const APPROVAL = "/sobjects/{sobject}/describe/approvalLayouts";

/** How the ids of record types begin in every org. */
const RECORD_TYPE_ID = /^012[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?$/;

export function layoutsOf(send: Send): Layouts {
  return {
    global: async (options) => send(operation("get", PAGES, { path: { sobject: "Global" } }), options),
    compact: async (objects, options) =>
      send(operation("get", "/compactLayouts", { query: { q: checkObjects(objects) } }), options),
    search: async (objects, options) =>
      send(operation("get", "/search/layout", { query: { q: checkObjects(objects) } }), options),
  } as Layouts;
}

export function objectLayoutsOf(sobject: string, send: Send): ObjectLayouts<{ recordTypes: string }> {
  const path = { sobject };
  const list = async (options?: CallOptions) => send(operation("get", PAGES, { path }), options);
  const pageOf = (id: string, options?: CallOptions) =>
    send(operation("get", PAGE, { path: { sobject, id } }), options);

  return {
    list,
    async page(recordType, options): Promise<PageLayout> {
      if (typeof recordType === "string" && RECORD_TYPE_ID.test(recordType))
        return pageOf(recordType, options);
      const layouts = await list(options);
      const { recordTypeId, layoutId } = mappingOf(layouts, recordType, sobject);
      const held = layouts.layouts?.find(({ id }) => id !== null && id === layoutId);
      return held ?? pageOf(recordTypeId, options);
    },
    named: async (name, options) => send(operation("get", NAMED, { path: { sobject, name } }), options),
    compact: async (options) => send(operation("get", COMPACT, { path }), options),
    approval: async (options) =>
      send(
        operation("get", APPROVAL, { path }, ({ approvalLayouts }) => approvalLayouts),
        options,
      ),
  };
}

/** What is said of a record type; of the user's default one where none is named. */
function mappingOf(
  { recordTypeMappings }: PageLayouts,
  developerName: string | undefined,
  sobject: string,
): PageLayouts["recordTypeMappings"][number] {
  const found = recordTypeMappings.find((mapping) =>
    developerName === undefined
      ? mapping.defaultRecordTypeMapping
      : (mapping.developerName ?? mapping.name) === developerName,
  );
  if (found !== undefined) return found;
  const which =
    developerName === undefined ? "default record type" : `record type ${JSON.stringify(developerName)}`;
  const names = recordTypeMappings.map((mapping) => mapping.developerName ?? mapping.name);
  throw new SettingsError("settings.record-type", `${sobject} has no ${which} that the user may see.`, {
    hint: names.length === 0 ? "It has none at all." : `There are ${names.join(", ")}.`,
  });
}

/** @throws SettingsError where nothing is in the list */
function checkObjects(objects: readonly string[]): string[] {
  if (checkList(objects, "objects").length > 0) return [...objects];
  throw new SettingsError("settings.layouts", "`objects` is empty.", {
    hint: 'Name objects, as ["Account"].',
  });
}
