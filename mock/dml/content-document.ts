import type { DataContext } from "../data-context.js";
import { decodeBase64 } from "../http/base64.js";
import type { StoredRecord, Value } from "../store/table.js";
import { creationFields, defaultValues } from "./defaults.js";

const DOCUMENT = "ContentDocument";
const VERSION = "ContentVersion";
const LINK = "ContentDocumentLink";
const BY_DOCUMENT = { name: "ContentDocumentId", matchesCase: true };

/** A version of a file makes its document, or becomes the latest of the document it names. */
export function publishVersion(context: DataContext, versionId: string): void {
  const version = context.store.table(VERSION).get(versionId);
  if (version === undefined || context.catalog.find(DOCUMENT) === undefined) return;
  const file = fileValues(version.values);
  const named = version.values.ContentDocumentId;
  const documentId = typeof named === "string" ? named : create(context, DOCUMENT, file);
  if (documentId === undefined) return;
  const earlier = context.store
    .table(VERSION)
    .lookup(BY_DOCUMENT, documentId)
    .filter(({ id }) => id !== versionId);
  for (const other of earlier) change(context, VERSION, other, { IsLatest: false });
  change(context, VERSION, version, {
    ...file,
    ContentDocumentId: documentId,
    IsLatest: true,
    VersionNumber: String(earlier.length + 1),
  });
  const document = context.store.table(DOCUMENT).get(documentId);
  if (document !== undefined) {
    change(context, DOCUMENT, document, { ...file, LatestPublishedVersionId: versionId });
  }
  const place = version.values.FirstPublishLocationId;
  if (typeof place === "string" && typeof named !== "string") {
    create(context, LINK, {
      ContentDocumentId: documentId,
      LinkedEntityId: place,
      ShareType: "V",
      Visibility: "AllUsers",
    });
  }
}

/** What the name and the bytes of a file tell. */
function fileValues({ PathOnClient, Title, VersionData }: StoredRecord["values"]): Record<string, Value> {
  const path = typeof PathOnClient === "string" ? PathOnClient : "";
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const extension = /\.(\w+)$/.exec(name)?.[1] ?? null;
  return {
    Title: Title ?? (name.replace(/\.\w+$/, "") || "Untitled"),
    FileExtension: extension,
    FileType: extension?.toUpperCase() ?? "UNKNOWN",
    ContentSize: typeof VersionData === "string" ? decodeBase64(VersionData).byteLength : 0,
  };
}

function create(
  context: DataContext,
  name: string,
  values: Readonly<Record<string, Value>>,
): string | undefined {
  const object = context.catalog.find(name);
  if (object?.keyPrefix === undefined || object.keyPrefix === null) return undefined;
  const id = context.ids.next(object.keyPrefix);
  const whole = {
    ...defaultValues(context, object),
    ...known(context, name, values),
    ...creationFields(context, object, id),
  };
  context.store.insert(name, id, whole);
  return id;
}

function change(
  context: DataContext,
  name: string,
  record: StoredRecord,
  values: Readonly<Record<string, Value>>,
): void {
  context.store.replace(name, record, known(context, name, values));
}

/** Describes of old versions have fewer fields. */
function known(
  { catalog }: DataContext,
  name: string,
  values: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const object = catalog.find(name);
  return Object.fromEntries(Object.entries(values).filter(([field]) => object?.field(field) !== undefined));
}
