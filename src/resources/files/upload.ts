import { type ApiError, isOrgtypeError, type UploadError } from "../../errors.js";
import { succeeded } from "../../http/answer.js";
import { fileNameOf, sendWithBlob } from "../../http/record-form.js";
import { compositeRequest, LARGEST_COMPOSITE, type SubAnswer } from "../composite/requests.js";
import { createRecord } from "../sobject/create.js";
import { type EncodeField, encodeNothing } from "../sobject/record-body.js";
import { retrieveRecord } from "../sobject/retrieve.js";
import { checkDocument, recordIds, wrongFile } from "./file-ids.js";
import type { FileParts } from "./file-parts.js";
import type { UploadOptions } from "./files.js";
import { checkLinkOptions, linkRecord } from "./link-record.js";
import { FailedUpload } from "./upload-error.js";

const VERSION = "ContentVersion";
/** The one that is the place of the file from the start, and those that fit beside the request for its document. */
const MOST_RECORDS = LARGEST_COMPOSITE;

type Options = UploadOptions<Record<never, never>>;

/** A version as it is created, and the records its document is to be linked to afterwards. */
interface UploadPlan {
  readonly record: Readonly<Record<string, unknown>>;
  readonly name: string;
  readonly linkTo: readonly string[];
  /** Where all of them stand in the input. */
  readonly records: readonly string[];
}

/** Creates a version, and links the document that came of it. */
export async function uploadFile(parts: FileParts, content: unknown, options: Options) {
  const { record, name, linkTo, records } = planOf(content, options);
  const blob = { ...options, field: "VersionData", content, filename: name };
  const create = createRecord(VERSION, record, encodeOf(parts));
  const versionId = await sendWithBlob(parts.send, create, blob, options);
  if (options.document !== undefined) return { documentId: options.document, versionId };
  try {
    if (linkTo.length === 0) return { documentId: await documentOf(parts, versionId, options), versionId };
    const request = linkRequest(parts.apiVersion, versionId, linkTo, options);
    return await linked(await parts.send(request, options), { versionId, linkTo, records });
  } catch (cause) {
    if (isOrgtypeError(cause, "UploadError") || options.signal?.aborted) throw cause;
    throw notLinked({ versionId, linkTo, records, documentId: undefined, failures: new Map(), cause });
  }
}

function planOf(content: unknown, options: Options): UploadPlan {
  const { name = fileNameOf(content), title, description, to, document, reasonForChange, fields } = options;
  if (typeof name !== "string" || name === "") {
    throw wrongFile("`name` is missing.", 'Give the name of the file, as "report.pdf".');
  }
  checkLinkOptions(options);
  if (document !== undefined) checkDocument(document, "document");
  if (document !== undefined && to !== undefined) {
    throw wrongFile(
      "`to` has no place beside `document`.",
      "A new version is where its document is: use `link`.",
    );
  }
  const isLinked = options.shareType !== undefined || options.visibility !== undefined;
  if (isLinked && to === undefined) {
    throw wrongFile("`shareType` and `visibility` have no place without `to`.", "Name the records in `to`.");
  }
  // A link that Salesforce makes with the file cannot say how it is shared.
  const records = to === undefined ? [] : recordIds(to, "to", isLinked ? MOST_RECORDS - 1 : MOST_RECORDS);
  const [place, ...others] = records;
  const given = {
    PathOnClient: name,
    Title: title,
    Description: description,
    ContentDocumentId: document,
    ReasonForChange: reasonForChange,
    FirstPublishLocationId: isLinked ? undefined : place,
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    record: { ...fields, ...Object.fromEntries(known) },
    name,
    linkTo: isLinked ? records : others,
    records,
  };
}

/** The object need not be generated. */
function encodeOf({ metadata, encodeOf: ofObject }: FileParts): EncodeField {
  return Object.hasOwn(metadata, VERSION) ? ofObject(VERSION) : encodeNothing;
}

async function documentOf({ send }: FileParts, version: string, options: Options): Promise<string> {
  const found = await send(retrieveRecord(VERSION, version, ["ContentDocumentId"]), options);
  return String(found.ContentDocumentId);
}

/** `POST /composite`: links need the id of the document, which the creation does not answer. */
function linkRequest(apiVersion: string, version: string, linkTo: readonly string[], options: Options) {
  const path = `/services/data/v${apiVersion}/sobjects`;
  const find = {
    method: "GET",
    url: `${path}/${VERSION}/${version}?fields=ContentDocumentId`,
    referenceId: "version",
  } as const;
  const links = linkTo.map((record, index) => ({
    method: "POST" as const,
    url: `${path}/ContentDocumentLink`,
    referenceId: `link${index}`,
    body: linkRecord("@{version.ContentDocumentId}", record, options),
  }));
  return compositeRequest([find, ...links], false);
}

interface Linking {
  readonly versionId: string;
  readonly linkTo: readonly string[];
  readonly records: readonly string[];
}

/** @throws UploadError where one of the links was refused */
async function linked(answers: readonly SubAnswer[], linking: Linking) {
  const answerOf = (name: string) => answers.find(({ referenceId }) => referenceId === name);
  const found = answerOf("version");
  const { ContentDocumentId } = (found?.body ?? {}) as { ContentDocumentId?: unknown };
  const documentId = typeof ContentDocumentId === "string" ? ContentDocumentId : undefined;
  const failures = new Map<string, ApiError>();
  for (const [index, record] of linking.linkTo.entries()) {
    const answer = answerOf(`link${index}`);
    if (answer === undefined || !succeeded(answer.httpStatusCode)) {
      failures.set(record, await refusalOf(answer));
    }
  }
  if (documentId !== undefined && failures.size === 0) return { documentId, versionId: linking.versionId };
  const cause = documentId === undefined ? await refusalOf(found) : [...failures.values()][0];
  throw notLinked({ ...linking, documentId, failures, cause });
}

async function refusalOf(answer: SubAnswer | undefined): Promise<ApiError> {
  const [{ apiError }, { errorEntries }] = await Promise.all([
    import("../../http/api-error.js"),
    import("../../http/refusal.js"),
  ]);
  const { httpStatusCode: status = 500, body } = answer ?? {};
  return apiError(errorEntries(status, body), { status });
}

interface NotLinked extends Linking {
  readonly documentId: string | undefined;
  readonly failures: ReadonlyMap<string, ApiError>;
  readonly cause: unknown;
}

/** Where nothing was answered, the records are those whose fate is not known. */
function notLinked({ versionId, documentId, linkTo, records, failures, cause }: NotLinked): UploadError {
  const place = (input: string) => ({ index: records.indexOf(input), input });
  const failed = [...failures].map(([record, error]) => ({ ...place(record), error }));
  const unanswered = failures.size > 0 ? [] : linkTo.map(place);
  const at = records.filter(
    (record) => !failures.has(record) && !unanswered.some(({ input }) => input === record),
  );
  const ids =
    documentId === undefined ? `version ${versionId}` : `document ${documentId}, version ${versionId}`;
  const rest =
    linkTo.length === 0
      ? "the id of its document was not answered"
      : `${failed.length} of ${records.length} records did not take it, ${unanswered.length} were not answered for`;
  const error = new FailedUpload(
    `The file was uploaded (${ids}), but ${rest}.`,
    // Links have no ids here: they are known by their record.
    { succeeded: at.map((record) => ({ index: records.indexOf(record), id: record })), failed, unanswered },
    { cause, hint: "See `cause`, then go on with the ids: do not upload it again." },
  );
  return Object.assign(error, { documentId, versionId });
}
