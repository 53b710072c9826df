import { type AnswerBody, piecesOf } from "../../../http/answer-body.js";
import { nothing, type Operation, operation } from "../../../http/operation.js";
import { asStream } from "../../../http/receive.js";
import type { BulkJob } from "../job.js";

/** What a load does, and to which object. */
export interface LoadTarget {
  readonly object: string;
  readonly operation: "insert" | "update" | "upsert" | "delete" | "hardDelete";
  /** What an upsert matches on. */
  readonly externalId?: string;
  readonly assignmentRule?: string | undefined;
}

/** Opens a job. `POST /jobs/ingest`. Sent again where the answer was lost: an open job does nothing. */
export function openJob({
  object,
  operation: what,
  externalId,
  assignmentRule,
}: LoadTarget): Operation<BulkJob> {
  return operation("post", "/jobs/ingest", {
    body: {
      object,
      operation: what,
      contentType: "CSV",
      columnDelimiter: "COMMA",
      lineEnding: "LF",
      ...(externalId !== undefined && { externalIdFieldName: externalId }),
      ...(assignmentRule !== undefined && { assignmentRuleId: assignmentRule }),
    },
    repeatable: true,
  });
}

/** The data of a job, which takes it once. `PUT /jobs/ingest/{id}/batches`. */
export function uploadCsv(id: string, body: Uint8Array<ArrayBuffer>): Operation<void> {
  const parts = { path: { id }, body, contentType: "text/csv" as const };
  return operation("put", "/jobs/ingest/{id}/batches", parts, nothing);
}

/** The kinds of results a job has. */
export type ResultKind = "successfulResults" | "failedResults" | "unprocessedrecords";

/** A job's results as they come. `GET /jobs/ingest/{id}/successfulResults` and its like. */
export function jobResults(id: string, kind: ResultKind): Operation<AsyncIterable<Uint8Array>> {
  const parts = { path: { id }, headers: { accept: "text/csv" }, receive: asStream };
  return operation("get", `/jobs/ingest/{id}/${kind}`, parts, (_, { stream }) => bytesOf(stream));
}

async function* bytesOf(body: AnswerBody | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  if (body !== undefined) yield* piecesOf(body);
}
