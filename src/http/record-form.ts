import { SettingsError } from "../errors.js";
import { kindOf } from "../settings/kind-of.js";
import { bytesOf, openContent, piecesOf } from "./blob-content.js";
import type { BlobOptions } from "./blob-options.js";
import type { CallOptions } from "./call-options.js";
import { formType, newBoundary, quoted } from "./form-body.js";
import { encodeBody, type Operation } from "./operation.js";
import type { PiecewiseBody, Send } from "./pipeline.js";
import { isNode } from "./streamed-body.js";

/** The file of a record: for which field, and what is in it. */
export interface RecordBlob extends BlobOptions {
  readonly field: string;
  readonly content: unknown;
}

/** A form with a record and its file, and what becomes of the file. */
interface RecordForm {
  readonly sent: Pick<Operation<unknown>, "body" | "contentType" | "headers">;
  /** What was wrong with the file itself, which no answer tells of. */
  readonly failure: () => { readonly reason: unknown } | undefined;
  /** Lets go of a stream, though it was not read to its end. */
  readonly release: () => void;
  /** All has been sent. */
  readonly finish: () => void;
}

/**
 * Performs an operation that writes a record, as a form that holds a file besides. A stream is read while it is sent
 * and cannot be sent again: neither a retry nor a renewed session repeats it.
 *
 * @throws SettingsError where the file is none, and what reading it throws
 */
export async function sendWithBlob<T>(
  send: Send,
  operation: Operation<T>,
  blob: RecordBlob,
  options: CallOptions,
): Promise<T> {
  const form = recordForm(operation.body, blob);
  try {
    const result = await send({ ...operation, ...form.sent }, options);
    form.finish();
    return result;
  } catch (error) {
    const failure = form.failure();
    throw failure === undefined || options.signal?.aborted ? error : failure.reason;
  } finally {
    form.release();
  }
}

/** The form that Salesforce takes: first the record, without a file name; then the file, with one. */
function recordForm(record: unknown, blob: RecordBlob): RecordForm {
  checkOptions(blob);
  const boundary = newBoundary();
  const contentType = formType(boundary);
  const { field, content } = blob;
  const head = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="entity"',
    "Content-Type: application/json",
    "",
    encodeBody(record),
    `--${boundary}`,
    `Content-Disposition: form-data; name=${quoted(field)}; filename=${quoted(nameOf(blob))}`,
    `Content-Type: ${typeOf(blob)}`,
    "",
    "",
  ].join("\r\n");
  const tail = `\r\n--${boundary}--\r\n`;
  const opened = openContent(content);
  if (!("whole" in opened)) {
    const { pieces } = opened;
    return piecewise({ head, tail, open: () => pieces, isOnce: true, total: blob.size }, contentType, blob);
  }
  const { whole } = opened;
  if (blob.onProgress !== undefined && isNode()) {
    const open = () => piecesOf(whole.stream());
    return piecewise({ head, tail, open, isOnce: false, total: whole.size }, contentType, blob);
  }
  return {
    sent: { body: new Blob([head, whole, tail]), contentType },
    failure: () => undefined,
    release() {},
    finish: () => blob.onProgress?.({ bytes: whole.size, total: whole.size }),
  };
}

interface Pieces {
  readonly head: string;
  readonly tail: string;
  /** The pieces of the file. */
  readonly open: () => AsyncIterator<unknown>;
  readonly isOnce: boolean;
  readonly total: number | undefined;
}

function piecewise(pieces: Pieces, contentType: string, { onProgress }: BlobOptions): RecordForm {
  const { head, tail, open, isOnce, total } = pieces;
  const encoder = new TextEncoder();
  let failure: { readonly reason: unknown } | undefined;
  let current: AsyncIterator<unknown> | undefined;

  async function* bytes(file: AsyncIterator<unknown>): AsyncGenerator<Uint8Array, void, undefined> {
    yield encoder.encode(head);
    let count = 0;
    for (;;) {
      const { done, value } = await file.next();
      if (done) break;
      const piece = bytesOf(value);
      count += piece.length;
      if (total !== undefined && count > total) throw wrongSize(total);
      if (piece.length > 0) yield piece;
      onProgress?.({ bytes: count, ...(total !== undefined && { total }) });
    }
    if (total !== undefined && count < total) throw wrongSize(total);
    yield encoder.encode(tail);
  }
  const body: PiecewiseBody = Object.assign(
    () => {
      failure = undefined;
      current = open();
      return streamOf(bytes(current), (reason) => {
        failure = { reason };
      });
    },
    { isOnce },
  );
  const length = total === undefined ? undefined : encoder.encode(head + tail).length + total;
  return {
    sent: { body, contentType, ...(length !== undefined && { headers: { "content-length": `${length}` } }) },
    failure: () => failure,
    // Not waited for: a stream that hangs may never end.
    release: () => void (current ?? (isOnce ? open() : undefined))?.return?.().then(undefined, () => {}),
    finish() {},
  };
}

function streamOf(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  onFailure: (reason: unknown) => void,
): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (reason) {
          onFailure(reason);
          throw reason;
        }
      },
    },
    { highWaterMark: 0 },
  );
}

function nameOf({ filename, content, field }: RecordBlob): string {
  if (filename !== undefined) return filename;
  return fileNameOf(content) ?? field;
}

/** The name of a `File`, which Node 20 has no global class for before it is imported. */
export function fileNameOf(content: unknown): string | undefined {
  const { name } = content instanceof Blob ? (content as Blob & { name?: unknown }) : {};
  return typeof name === "string" && name !== "" ? name : undefined;
}

function typeOf({ contentType, content }: RecordBlob): string {
  const type = contentType ?? (content instanceof Blob ? content.type : "");
  return type || "application/octet-stream";
}

function checkOptions({ filename, contentType, size, onProgress }: RecordBlob): void {
  if (filename !== undefined && (typeof filename !== "string" || filename === "")) {
    throw wrongOption("filename", filename, 'Give a name, as "report.pdf".');
  }
  if (contentType !== undefined && !/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;[\x20-\x7e]*)?$/.test(contentType)) {
    throw wrongOption("contentType", contentType, 'Give a type, as "application/pdf".');
  }
  if (size !== undefined && !(Number.isSafeInteger(size) && size >= 0)) {
    throw wrongOption("size", size, "Give the number of bytes, or leave it out.");
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw wrongOption("onProgress", onProgress, "Give a function.");
  }
}

function wrongOption(option: string, value: unknown, hint: string): SettingsError {
  return new SettingsError("settings.blob", `\`${option}\` is ${kindOf(value)} that cannot be sent.`, {
    hint,
  });
}

function wrongSize(size: number): SettingsError {
  return new SettingsError(
    "settings.blob",
    `\`size\` is ${size}, and the content has another number of bytes.`,
    {
      hint: "Leave it out where it is not known.",
    },
  );
}
