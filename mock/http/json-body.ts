import { jsonParserError } from "./fault.js";
import { jsonErrorOffset } from "./json-error-offset.js";

/** What is said to those who send nothing where JSON is expected. */
export const NO_BODY = "The HTTP entity body is required, but this request has no entity body.";

export type JsonObject = { [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses a request body the way Salesforce reports its problems. */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === "") {
    throw jsonParserError(NO_BODY);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw jsonParserError(syntaxMessage(text));
  }
}

function syntaxMessage(text: string): string {
  const offset = jsonErrorOffset(text);
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const character = text[offset];
  const found =
    character === undefined
      ? "Unexpected end-of-input"
      : `Unexpected character ('${character}' (code ${character.charCodeAt(0)}))`;
  return `${found} at [line:${line}, column:${column}]`;
}

/** Asks for an object where a record is expected. */
export function expectObject(value: unknown, what = "SObject"): JsonObject {
  if (isJsonObject(value)) return value;
  throw jsonParserError(`Can not deserialize ${what} out of ${tokenOf(value)} token at [line:1, column:1]`);
}

/** The parser token a JSON value starts with, as Salesforce names it in messages. */
export function tokenOf(value: unknown): string {
  if (Array.isArray(value)) return "START_ARRAY";
  if (value === null) return "VALUE_NULL";
  if (value === true) return "VALUE_TRUE";
  if (value === false) return "VALUE_FALSE";
  if (typeof value === "string") return "VALUE_STRING";
  if (typeof value === "number") return Number.isInteger(value) ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT";
  return "START_OBJECT";
}

/** The `attributes.type` of a record in JSON. */
export function jsonObjectType(record: JsonObject): string | undefined {
  const { attributes } = record;
  return isJsonObject(attributes) && typeof attributes.type === "string" ? attributes.type : undefined;
}
