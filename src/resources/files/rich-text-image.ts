import { answerForms } from "../../http/answer-forms.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import { createSend } from "../../http/pipeline.js";
import { checkName } from "../../soql/names.js";
import { checkRecordId, wrongFile } from "./file-ids.js";
import type { FileParts } from "./file-parts.js";

/** Reads the images of the rich text fields of an object. */
export function createRichTextImages(name: string, parts: FileParts) {
  const send = createSend(parts.handler, { ...parts, revive: undefined });
  const { fields } = parts.objectOf(name);
  return {
    async richTextImage(id: string, field: string, referenceId: string, options?: CallOptions) {
      checkRecordId(id, "id");
      if (typeof field !== "string" || Object.hasOwn(fields, field))
        throw wrongFile("`field` is no field of text.", "Give the rich text field that the image is in.");
      checkName(field, "field");
      checkRecordId(referenceId, "referenceId");
      return send(imageRequest({ sobject: name, id, field, reference: referenceId }), options);
    },
  };
}

interface Place {
  readonly sobject: string;
  readonly id: string;
  readonly field: string;
  readonly reference: string;
}

/** `GET /sobjects/{sObject}/{id}/richTextImageFields/{field}/{contentReferenceId}`. */
function imageRequest(path: Place): Operation<Blob> {
  const { accept, receive } = answerForms.bytes;
  const asked = operation(
    "get",
    "/sobjects/{sobject}/{id}/richTextImageFields/{field}/{reference}",
    { path, headers: { accept } },
    (_, { content, text = "", headers }) =>
      new Blob([(content as Uint8Array<ArrayBuffer> | undefined) ?? text], {
        type: headers?.get("content-type") ?? "",
      }),
  );
  return { ...asked, receive };
}
