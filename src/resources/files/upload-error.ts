import { PartialFailureError, type UploadError } from "../../errors.js";

/** Not in `errors.ts`, which every client starts with. */
export class FailedUpload extends PartialFailureError<string> implements UploadError {
  static override readonly className: string = "UploadError";

  declare readonly documentId: string | undefined;
  declare readonly versionId: string;
}
