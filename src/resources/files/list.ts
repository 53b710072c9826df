import { quoteText } from "../../soql/literal.js";
import type { FileOfRecord } from "./files.js";

/** What puts a document at a record. */
export const LINK = "ContentDocumentLink";

/** The query for the files at a record. Salesforce takes none that does not say of which record or document. */
export function listRequest(recordId: string): string {
  const ofDocument = [
    "LatestPublishedVersionId",
    "Title",
    "FileExtension",
    "FileType",
    "ContentSize",
    "ContentModifiedDate",
  ].map((field) => `ContentDocument.${field}`);
  const fields = ["ContentDocumentId", "ShareType", "Visibility", ...ofDocument].join(", ");
  return `SELECT ${fields} FROM ${LINK} WHERE LinkedEntityId = ${quoteText(recordId)}`;
}

/** A row of that query, in the words of files. */
export function toFile(record: Record<string, unknown>): FileOfRecord {
  const document = record.ContentDocument as Record<string, unknown>;
  return {
    documentId: record.ContentDocumentId,
    versionId: document.LatestPublishedVersionId,
    title: document.Title,
    extension: document.FileExtension,
    fileType: document.FileType,
    size: document.ContentSize,
    modified: document.ContentModifiedDate,
    shareType: record.ShareType,
    visibility: record.Visibility,
    // What Salesforce answers is known to it alone.
  } as FileOfRecord;
}
