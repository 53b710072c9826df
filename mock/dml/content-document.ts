import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { decodeBase64 } from "../http/base64.js";
import { recordFault } from "../http/fault.js";
import type { StoredRecord, Value } from "../store/table.js";
import { datetimeText } from "./date-text.js";
import { creationFields, defaultValues } from "./defaults.js";
import { md5 } from "./md5.js";
import type { Changes } from "./record-input.js";

const DOCUMENT = "ContentDocument";
const VERSION = "ContentVersion";
const LINK = "ContentDocumentLink";
const BY_DOCUMENT = { name: "ContentDocumentId", matchesCase: true };

/** What Salesforce asks for of a new version, or of a new link, beyond what the describe says. */
export function checkContent({ store }: DataContext, object: ObjectInfo, changes: Changes): void {
  const given = Object.fromEntries([...changes].map(([field, value]) => [field.name, value]));
  if (object.name === VERSION && isNothing(given.PathOnClient) && isNothing(given.ContentUrl)) {
    throw recordFault("REQUIRED_FIELD_MISSING", "Required fields are missing: [PathOnClient]", [
      "PathOnClient",
    ]);
  }
  if (object.name !== LINK || typeof given.ContentDocumentId !== "string") return;
  const other = store
    .table(LINK)
    .lookup(BY_DOCUMENT, given.ContentDocumentId)
    .find(({ values }) => values.LinkedEntityId === given.LinkedEntityId && values.IsDeleted !== true);
  if (other === undefined) return;
  const record = other.id.slice(0, 15);
  throw recordFault(
    "DUPLICATE_VALUE",
    `duplicate value found: <unknown> duplicates value on record with id: ${record}`,
  );
}

function isNothing(value: Value | undefined): boolean {
  return value === undefined || value === null;
}

/** A version of a file makes its document, or becomes the latest of the document it names. */
export function publishVersion(context: DataContext, versionId: string): void {
  const version = context.store.table(VERSION).get(versionId);
  if (version === undefined || context.catalog.find(DOCUMENT) === undefined) return;
  const now = datetimeText(context.now());
  const { FirstPublishLocationId: place, ContentDocumentId: named, Description = null } = version.values;
  const isNew = typeof named !== "string";
  const file = { ...fileValues(version.values), Description, ContentModifiedDate: now };
  const status = { PublishStatus: isNothing(place) ? "R" : "P" };
  const documentId = isNew ? create(context, DOCUMENT, { ...file, ...status }) : named;
  if (documentId === undefined) return;
  const earlier = context.store
    .table(VERSION)
    .lookup(BY_DOCUMENT, documentId)
    .filter(({ id }) => id !== versionId);
  for (const other of earlier) change(context, VERSION, other, { IsLatest: false });
  change(context, VERSION, version, {
    ...file,
    ...versionValues(version.values),
    ...(isNew && status),
    ContentDocumentId: documentId,
    ContentModifiedById: context.userId,
    IsLatest: true,
    VersionNumber: String(earlier.length + 1),
  });
  const document = context.store.table(DOCUMENT).get(documentId);
  if (document !== undefined) {
    change(context, DOCUMENT, document, { ...file, LatestPublishedVersionId: versionId });
  }
  if (isNew) linkNew(context, documentId, place ?? null);
}

/** A file is at its owner, and at the record it was made for. */
function linkNew(context: DataContext, documentId: string, place: Value): void {
  const owner = context.userId;
  const link = { ContentDocumentId: documentId, Visibility: "AllUsers" };
  create(context, LINK, { ...link, LinkedEntityId: owner, ShareType: "I" });
  if (typeof place !== "string" || place === owner) return;
  create(context, LINK, { ...link, LinkedEntityId: place, ShareType: "V" });
}

/** What is kept of the bytes of a version, but not of its document. */
function versionValues({ VersionData }: StoredRecord["values"]): Record<string, Value> {
  return { Checksum: typeof VersionData === "string" ? md5(decodeBase64(VersionData)) : null };
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
