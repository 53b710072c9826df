import type { ApiError, ApiErrorEntry } from "../errors.js";
import type { AnswerBody } from "./answer-body.js";
import type { AnswerHeaders } from "./answer-headers.js";
import { duplicateMatches } from "./duplicate-matches.js";
import { apiErrorClasses, ruleFor } from "./error-codes.js";
import type { AnswerParts, Operation } from "./operation.js";

/** What came back for one request, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** Empty where the body is streamed. */
  readonly text: string;
  /** The body as it comes: of a streamed request that was no failure. */
  readonly stream?: AnswerBody;
}

/** Reads on in a parsed body: how values are given that JSON has as text. */
export type ReviveBody = (body: unknown) => unknown;

/**
 * The result of an operation, from its answer.
 *
 * @param request its method and path, for the error
 * @throws ApiError where Salesforce said no, DecodeError where the answer is not what the API promises
 */
export function decode<T>(
  operation: Operation<T>,
  { text, ...parts }: Answer,
  request: string,
  revive: ReviveBody = asIs,
): T {
  return resultOf(operation, { ...parts, body: revive(parseBody(text)) }, request);
}

function asIs(body: unknown): unknown {
  return body;
}

/** As {@link decode}, of a body that is parsed already. */
export function resultOf<T>(
  operation: Operation<T>,
  { body, ...parts }: AnswerParts & { readonly body: unknown },
  request: string,
): T {
  const { status } = parts;
  if (!succeeded(status)) throw apiError(errorEntries(status, body), { status, request });
  return operation.decode(body, parts);
}

/** Whether Salesforce did what was asked. 304 only answers those who asked for it. */
export function succeeded(status: number): boolean {
  return (status >= 200 && status < 300) || status === 304;
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
export function apiError(
  errors: readonly ApiErrorEntry[],
  context: { status?: number | undefined; request?: string | undefined } = {},
): ApiError {
  const first = errors[0];
  const rule = ruleFor(first?.errorCode, first?.message, context.status);
  const ErrorClass = apiErrorClasses[rule.error ?? "ApiError"];
  return new ErrorClass({ errors, hint: rule.hint, ...context });
}

/** The body of an answer as JSON; as text where it is none; undefined where it is empty. */
export function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
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
