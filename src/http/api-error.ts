import type { ApiError, ApiErrorEntry } from "../errors.js";
import { hintFor } from "./hints.js";
import { errorOf } from "./refusal.js";

/** The error for entries, of the class their first code stands for, with what to do about it. */
export function apiError(
  errors: readonly ApiErrorEntry[],
  context: { status?: number | undefined; request?: string | undefined } = {},
): ApiError {
  return errorOf(errors, context, hintFor);
}
