import { createSendAs } from "../../http/answer-in-form.js";
import type { CallOptions } from "../../http/call-options.js";
import { createSend } from "../../http/pipeline.js";
import type { BlobFormName } from "../../http/request-call.js";
import { quoteText } from "../../soql/literal.js";
import { createQuery } from "../query/create-query.js";
import { LARGEST_WRITE } from "../sobject/collection-sizes.js";
import { createRecord } from "../sobject/create.js";
import { createRecords } from "../sobject/create-many.js";
import { deleteRecord } from "../sobject/delete.js";
import { deleteRecords } from "../sobject/delete-many.js";
import { encodeNothing } from "../sobject/record-body.js";
import { retrieveRecord } from "../sobject/retrieve.js";
import { writeMany } from "../sobject/write-many.js";
import { blobRequest } from "./blob-request.js";
import { checkDocument, checkRecordId, fileObject, recordIds } from "./file-ids.js";
import type { FileParts } from "./file-parts.js";
import type { LinkOptions, UploadOptions } from "./files.js";
import { checkLinkOptions, linkRecord } from "./link-record.js";
import { LINK, listRequest, toFile } from "./list.js";
import { uploadFile } from "./upload.js";

type Call = CallOptions | undefined;

/** What `sf.files` does. What it reads stays text, whatever the decoders of the client. */
export function createFileMethods(parts: FileParts) {
  const send = createSend(parts.handler, { ...parts, revive: undefined });
  const sendAs = createSendAs(parts.handler, parts);
  const raw = { ...parts, send };
  const rowsOf = <Row>(soql: string, toRow: (record: Record<string, unknown>) => Row, options: Call) =>
    createQuery(
      { soql, resource: "/query", toRows: (records) => records.map(toRow) },
      { send, readRecords: undefined },
      options,
    ).all();

  return {
    upload: async (content: unknown, options: UploadOptions<Record<never, never>> = {}) =>
      uploadFile(raw, content, options),

    async download(id: string, options: CallOptions & { as?: BlobFormName } = {}) {
      const { as = "bytes", ...call } = options;
      const version = fileObject(id) === "ContentVersion" ? id : await newestVersion(id, call);
      return sendAs(blobRequest("ContentVersion", version, "VersionData"), as, call);
    },

    async list(recordId: string, options?: CallOptions) {
      const files = await rowsOf(listRequest(checkRecordId(recordId, "recordId")), toFile, options);
      return files.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0));
    },

    async link(document: string, to: unknown, options: CallOptions & LinkOptions = {}) {
      checkDocument(document, "documentId");
      checkLinkOptions(options);
      const links = recordIds(to, "to", LARGEST_WRITE).map((record) => linkRecord(document, record, options));
      if (links.length === 1) await send(createRecord(LINK, links[0], encodeNothing), options);
      else await writeMany(send, links, { ...options, allOrNone: true }, createRecords(LINK, encodeNothing));
    },

    async unlink(document: string, from: unknown, options: CallOptions = {}) {
      const records = recordIds(from, "from", LARGEST_WRITE).map(quoteText).join(", ");
      const where = `ContentDocumentId = '${checkDocument(document, "documentId")}' AND LinkedEntityId IN (${records})`;
      const ids = await rowsOf(`SELECT Id FROM ${LINK} WHERE ${where}`, ({ Id }) => String(Id), options);
      await writeMany(send, ids, { ...options, allOrNone: true }, deleteRecords);
      return ids.length;
    },

    async delete(document: string, options?: CallOptions) {
      await send(deleteRecord("ContentDocument", checkDocument(document, "documentId")), options);
    },
  };

  async function newestVersion(document: string, options: CallOptions): Promise<string> {
    const fields = ["LatestPublishedVersionId"];
    const found = await send(retrieveRecord("ContentDocument", document, fields), options);
    return String(found.LatestPublishedVersionId);
  }
}
