import { parseBody, succeeded } from "../../http/answer.js";
import { createSend, type Handler, type Send } from "../../http/pipeline.js";
import type { UiApiParts } from "./ui-api-parts.js";

type Json = Readonly<Record<string, unknown>>;

/** Sends what is the UI API's: its records do not say of themselves what they are, and its refusals have a form of their own. */
export function createUiSend({ handler, apiVersion, headers, hints }: UiApiParts): Send {
  return createSend(flatRefusals(handler), { apiVersion, headers, hints });
}

/** Writes refusals of records as the rest of Salesforce's APIs do: an entry for each error. */
function flatRefusals(handler: Handler): Handler {
  return async (request, ending) => {
    const answer = await handler(request, ending);
    if (succeeded(answer.status)) return answer;
    const entries = flatEntries(parseBody(answer.text));
    return entries.length === 0 ? answer : { ...answer, text: JSON.stringify(entries) };
  };
}

/** The errors in `output`, those of fields with their fields; none where there is no `output`. */
export function flatEntries(body: unknown): object[] {
  const list: unknown[] = Array.isArray(body) ? body : [body];
  return list.flatMap((entry) => {
    const output = isJson(entry) && isJson(entry.output) ? entry.output : {};
    const fieldErrors = isJson(output.fieldErrors) ? Object.entries(output.fieldErrors) : [];
    return [
      ...listOf(output.errors).map(withMatches),
      ...once(fieldErrors.flatMap(([field, errors]) => listOf(errors).map((error) => ({ ...error, field })))),
    ];
  });
}

/** One error of several fields is told at each of them. */
function once(errors: readonly (Json & { field: string })[]): object[] {
  const entries = new Map<string, { readonly fields: string[] }>();
  for (const error of errors) {
    const key = JSON.stringify([error.errorCode, error.message]);
    const entry = entries.get(key) ?? { ...error, fields: [] };
    entry.fields.push(error.field);
    entries.set(key, entry);
  }
  return [...entries.values()];
}

/** Equal records are named by their ids only, and not as other APIs do. */
function withMatches(error: Json): object {
  const { duplicateRecordError } = error;
  if (!isJson(duplicateRecordError)) return error;
  const matchResults = listOf(duplicateRecordError.matchResults).map(({ apiName, matchRecordIds }) => ({
    matchRecords: (Array.isArray(matchRecordIds) ? matchRecordIds : []).map((Id: unknown) => ({
      record: { attributes: { type: apiName }, Id },
    })),
  }));
  return { ...error, duplicateResult: { matchResults } };
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
