import type { ApiError } from "../../errors.js";
import { apiError } from "../../http/api-error.js";
import type { BulkJob } from "./job.js";

/** The error for a job that failed or was aborted: its code is Salesforce's own, as `InvalidBatch`. */
export function jobError({ id, state, errorMessage }: BulkJob): ApiError {
  const text = errorMessage || (state === "Aborted" ? "The job was aborted." : "Salesforce gave no reason.");
  const [, code, message] = /^(\w+)\s*:\s*([\s\S]+)$/.exec(text) ?? [];
  const errorCode = code ?? (state === "Aborted" ? "JOB_ABORTED" : "JOB_FAILED");
  return apiError([{ errorCode, message: message ?? text, fields: [] }], { request: `bulk job ${id}` });
}
