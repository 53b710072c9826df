import type { BlobContent } from "../../http/blob-content.js";
import type { BlobOptions } from "../../http/blob-options.js";
import type { CallOptions } from "../../http/call-options.js";
import type { AnswerForms, BlobFormName } from "../../http/request-call.js";
import type { DateTimeString, Id } from "../../schema/brand.js";
import type { UpsertInput } from "../../schema/write.js";

type DocumentId = Id<"ContentDocument">;
type VersionId = Id<"ContentVersion">;

/** The ids of a file. */
export interface UploadedFile {
  /** Of the file, whatever its versions: what links and deletes take. */
  readonly documentId: DocumentId;
  /** Of these bytes. */
  readonly versionId: VersionId;
}

/** What users of a record may do with a file: view it, work on it, or what they may do with the record. */
export type FileShareType = "V" | "C" | "I";
/** Who sees a file at a record: all who see the record, those of the company alone, or those it is shared with. */
export type FileVisibility = "AllUsers" | "InternalUsers" | "SharedUsers";

/** How a file is at a record. */
export interface LinkOptions {
  /** Viewer, collaborator, or as the record is shared (inferred). Default: `"V"`. */
  shareType?: FileShareType;
  /** Default: Salesforce's. */
  visibility?: FileVisibility;
}

/** Fields of `ContentVersion` that have options of their own. */
type Given =
  | "ContentDocumentId"
  | "Description"
  | "FirstPublishLocationId"
  | "PathOnClient"
  | "ReasonForChange"
  | "Title"
  | "VersionData";

/** Further fields of `ContentVersion`: checked where the generated client holds it. */
type VersionFields<S> = "ContentVersion" extends keyof S
  ? UpsertInput<S, "ContentVersion" & keyof S, Given>
  : Readonly<Record<string, unknown>>;

/** What a file is, and where it goes. */
export interface UploadOptions<S> extends CallOptions, LinkOptions, Omit<BlobOptions, "filename"> {
  /** The name of the file, by whose end Salesforce knows what it is, as `"report.pdf"`. Default: that of a `File`. */
  name?: string;
  /** Default: the name without its end. */
  title?: string;
  description?: string;
  /** The record or records it is at, 25 at most. Default: it is private to the user. */
  to?: Id | readonly Id[];
  /** The file that this is a new version of. It stays at the records where it is, so that `to` has no place. */
  document?: DocumentId;
  /** Why there is a new version. */
  reasonForChange?: string;
  /** Further fields of the `ContentVersion`. */
  fields?: VersionFields<S>;
}

/** A file as it is at a record. */
export interface FileOfRecord {
  readonly documentId: DocumentId;
  /** Of the newest version. */
  readonly versionId: VersionId;
  readonly title: string;
  /** As `"pdf"`; null where its name has no end. */
  readonly extension: string | null;
  /** Salesforce's name of what it is, as `"PDF"` or `"WORD_X"`. */
  readonly fileType: string;
  /** Bytes of the newest version. */
  readonly size: number;
  /** When its content was last changed: text, whatever `decode` says. */
  readonly modified: DateTimeString;
  readonly shareType: FileShareType;
  readonly visibility: FileVisibility;
}

/** Files of Salesforce Files. They work whether or not the generated client holds their objects. */
export interface Files<S> {
  /**
   * Uploads a file, or a new version of one. Salesforce takes 2 GB; neither Blobs nor streams are held in memory.
   * Two requests, one for a new version: it is created, then its document is asked for and it is linked to all
   * records but the first, which it is created at. `timeout` is for each. Never repeated by itself where no answer
   * came. `POST /sobjects/ContentVersion` with a `multipart/form-data` body, then `GET /sobjects/ContentVersion/{id}`
   * or `POST /composite`.
   *
   * @throws SettingsError before anything is sent, as where it has no name
   * @throws ApiError where Salesforce refused the file: there is none then
   * @throws UploadError where it was created and what was to follow was not done. It has the ids, and says which
   * records the file is not at
   *
   * @example
   * const { documentId } = await sf.files.upload(pdf, { name: "offer.pdf", to: accountId });
   */
  upload(content: Blob & { readonly name: string }, options?: UploadOptions<S>): Promise<UploadedFile>;
  upload(content: BlobContent, options: UploadOptions<S> & { name: string }): Promise<UploadedFile>;

  /**
   * The bytes of a version, or of the newest version of a document, which takes a second request. `"stream"` and
   * `"response"` hold none of them. `GET /sobjects/ContentVersion/{id}/VersionData`.
   *
   * @throws SettingsError where the id is of something else
   * @throws NotFoundError where there is no such file, or the user may not see it
   */
  download<As extends BlobFormName = "bytes">(
    id: DocumentId | VersionId,
    options?: CallOptions & {
      /** The form of the result. Default: `"bytes"`. */
      as?: As;
    },
  ): Promise<AnswerForms<never>[As]>;

  /** The files at a record, those changed last first. `GET /query` of `ContentDocumentLink`. */
  list(recordId: Id, options?: CallOptions): Promise<FileOfRecord[]>;

  /**
   * Puts a file at one more record, or at several (at most 200): all of them or none.
   * `POST /sobjects/ContentDocumentLink`, of several `POST /composite/sobjects`.
   *
   * @throws ApiError where Salesforce refused it, as where the file is there already
   * @throws PartialFailureError the same of several: it names the record
   */
  link(documentId: DocumentId, to: Id | readonly Id[], options?: CallOptions & LinkOptions): Promise<void>;

  /**
   * Takes a file away from a record, or from several (at most 200); the file itself stays.
   * `GET /query` of `ContentDocumentLink`, then `DELETE /composite/sobjects`: all of them or none.
   *
   * @returns at how many of the records it was
   * @throws PartialFailureError where Salesforce refused it
   */
  unlink(documentId: DocumentId, from: Id | readonly Id[], options?: CallOptions): Promise<number>;

  /**
   * Moves a file to the recycle bin, with all its versions, away from every record.
   * `DELETE /sobjects/ContentDocument/{id}`.
   */
  delete(documentId: DocumentId, options?: CallOptions): Promise<void>;
}
