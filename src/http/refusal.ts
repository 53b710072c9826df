import { type ApiError, type ApiErrorEntry, explained } from "../errors.js";
import { type Answer, parseBody } from "./answer.js";
import { duplicateMatches } from "./duplicate-matches.js";
import { apiErrorClasses, type ErrorRule, ruleFor } from "./error-codes.js";

/** What to do about an error of Salesforce, where that is known. */
export type HintFor = (errorCode: string, message: string) => string | undefined;

/**
 * The error for an answer that says no.
 *
 * @param request its method and path
 * @param hintFor left out, the error names the command that tells what to do
 */
export function refusal({ status, text }: Answer, request: string, hintFor?: HintFor): ApiError {
  return errorOf(errorEntries(status, parseBody(text)), { status, request }, hintFor);
}

/** The rule for an answer that says no. */
export function ruleOf({ status, text }: Answer): ErrorRule {
  const [first] = errorEntries(status, parseBody(text));
  return ruleFor(first?.errorCode, first?.message, status);
}

/** The errors of an answer that says no; never empty. Accepts every form Salesforce is known to use. */
export function errorEntries(status: number, body: unknown): readonly ApiErrorEntry[] {
  if (status === 300 && Array.isArray(body)) return [severalMatch(body)];
  const list = Array.isArray(body) ? body : [body];
  const entries = list
    .flatMap(entriesIn)
    .map(toEntry)
    .filter((entry) => entry !== undefined);
  if (entries.length > 0) return entries;
  return [{ errorCode: `HTTP_${status}`, message: plainText(body) || "The answer was empty.", fields: [] }];
}

/** The error for entries, of the class their first code stands for. */
export function errorOf(
  errors: readonly ApiErrorEntry[],
  context: { status?: number | undefined; request?: string | undefined },
  hintFor: HintFor = explained,
): ApiError {
  const [first] = errors;
  const rule = ruleFor(first?.errorCode, first?.message, context.status);
  const ErrorClass = apiErrorClasses[rule.error ?? "ApiError"];
  return new ErrorClass({ errors, hint: first && hintFor(first.errorCode, first.message), ...context });
}

/** The refusal of a tree names the errors of each of its records. */
function entriesIn(value: unknown): unknown[] {
  const { results } = (value ?? {}) as { results?: unknown };
  if (!Array.isArray(results)) return [value];
  return results.flatMap(({ referenceId, errors }: { referenceId?: string; errors?: object[] }) =>
    (errors ?? []).map((error) => ({ ...error, referenceId })),
  );
}

function toEntry(value: unknown): ApiErrorEntry | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const raw = value as Record<string, unknown>;
  const code = raw.errorCode ?? raw.statusCode ?? raw.exceptionCode ?? raw.error;
  if (typeof code !== "string") return undefined;
  const message = raw.message ?? raw.exceptionMessage ?? raw.error_description;
  const fields = Array.isArray(raw.fields) ? raw.fields.filter((field) => typeof field === "string") : [];
  const matches = duplicateMatches(raw);
  return {
    errorCode: code,
    message: typeof message === "string" ? message.trim() : "no message given",
    fields,
    ...(matches.length > 0 && { matches }),
    ...(typeof raw.referenceId === "string" && { referenceId: raw.referenceId }),
  };
}

function severalMatch(urls: readonly unknown[]): ApiErrorEntry {
  return {
    errorCode: "MULTIPLE_RECORDS_FOUND",
    message: `${urls.length} records match: ${urls.slice(0, 5).join(", ")}${urls.length > 5 ? ", …" : ""}`,
    fields: [],
  };
}

/** What a person would read of a body that is no JSON, in short. */
function plainText(body: unknown): string {
  if (typeof body !== "string") return body === undefined ? "" : JSON.stringify(body).slice(0, 200);
  const title = /<title[^>]*>([^<]+)<\/title>/i.exec(body)?.[1];
  const words = (title ?? body.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/gi, " "))
    .replace(/\s+/g, " ")
    .trim();
  return words.slice(0, 200);
}
