import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import type { WireUiObjectInfo } from "../../http/schemas.js";
import { checkKeys, wrong } from "./check-args.js";
import { uiDefaultsOf, uiMetadataOf, uiRecordsOf } from "./object-methods.js";
import { createRecordTypeOf } from "./record-type-of.js";
import { createUiSend } from "./send-ui.js";
import type { UiApiParts } from "./ui-api-parts.js";
import { createUiBatches } from "./ui-batches.js";

export function uiApiOf(parts: UiApiParts) {
  const send = createUiSend(parts);
  const inBatches = createUiBatches(send, parts);
  return {
    objects: async (options?: CallOptions) =>
      send(
        operation("get", "/ui-api/object-info", {}, ({ objects }) => objects),
        options,
      ),
    async objectInfos(objects: readonly string[], options?: CallOptions) {
      if (checkKeys(objects, "objects").length === 0) {
        throw wrong("`objects` is empty.", 'Name objects, as ["Account"].');
      }
      const infos = await inBatches<WireUiObjectInfo>(objects, options, (part) =>
        operation("get", "/ui-api/object-info/batch/{sobjects}", { path: { sobjects: part.join(",") } }),
      );
      return Object.fromEntries(objects.map((name, place) => [name, infos[place] ?? null]));
    },
  };
}

export function objectUiApiOf(sobject: string, parts: UiApiParts) {
  const recordTypeOf = createRecordTypeOf(sobject, parts.send);
  return {
    ...uiMetadataOf(sobject, parts, recordTypeOf),
    ...uiRecordsOf(sobject, parts),
    ...uiDefaultsOf(sobject, parts, recordTypeOf),
  };
}
