import { recordOf, recordsWith } from "../approvals/approval-records.js";
import type { DataContext } from "../data-context.js";
import { insertOwnRecord } from "../dml/insert-own-record.js";
import { isJsonObject } from "../http/json-body.js";
import { toId18 } from "../store/record-id.js";
import { badBody, invalidIdentifier } from "./chatter-fault.js";
import type { Shown } from "./show-record.js";

/** Files that a post has, as `{ items: [{ id }] }`. */
export function readFiles(context: DataContext, capability: unknown): string[] {
  const items = isJsonObject(capability) ? capability.items : undefined;
  if (!Array.isArray(items) || items.length > 10) {
    throw badBody("The capability files needs an array of up to 10 called items.");
  }
  return items.map((item) => readFile(context, isJsonObject(item) ? item.id : undefined));
}

/** The document of an id: its own, or that of a version. */
export function readFile(context: DataContext, given: unknown): string {
  const id = typeof given === "string" ? toId18(given) : null;
  const version = recordOf(context, "ContentVersion", id);
  const document = recordOf(context, "ContentDocument", version?.values.ContentDocumentId ?? id);
  if (document === undefined) throw invalidIdentifier(given);
  return document.id;
}

/** The version that fields of posts refer to. */
export function latestVersion(context: DataContext, documentId: string | undefined): string | null {
  const document = recordOf(context, "ContentDocument", documentId);
  return typeof document?.values.LatestPublishedVersionId === "string"
    ? document.values.LatestPublishedVersionId
    : null;
}

/** Who sees the post sees its files. */
export function shareFiles(context: DataContext, files: readonly string[], parentId: string): void {
  for (const file of files) {
    const links = recordsWith(context, "ContentDocumentLink", "ContentDocumentId", file);
    if (links.some(({ values }) => values.LinkedEntityId === parentId)) continue;
    insertOwnRecord(context, { name: "ContentDocumentLink", keyPrefix: "06A" }, () => ({
      ContentDocumentId: file,
      LinkedEntityId: parentId,
      ShareType: "V",
      Visibility: "AllUsers",
    }));
  }
}

export function showFile({ context, dataPath }: Shown, id: string): object {
  const values = recordOf(context, "ContentDocument", id)?.values ?? {};
  return {
    contentSize: values.ContentSize ?? null,
    description: values.Description ?? null,
    downloadUrl: `${dataPath}/connect/files/${id}/content`,
    fileExtension: values.FileExtension ?? null,
    fileType: values.FileType ?? null,
    id,
    title: values.Title ?? null,
    url: `${dataPath}/connect/files/${id}`,
    versionId: values.LatestPublishedVersionId ?? null,
  };
}
