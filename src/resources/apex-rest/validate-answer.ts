import { DecodeError, SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";
import type { SchemaIssue, StandardSchema } from "./standard-schema.js";

/** @throws SettingsError where it is no schema, or the answer is not wanted as JSON */
export function checkSchema(schema: unknown, as: unknown): asserts schema is StandardSchema | undefined {
  if (schema === undefined) return;
  const standard = Object(schema)["~standard"] as { validate?: unknown } | undefined;
  if (typeof standard?.validate !== "function") {
    throw wrong(
      `\`schema\` is ${schema !== Object(schema) ? kindOf(schema) : "no Standard Schema"}.`,
      "Give a schema of Zod, Valibot, ArkType or another library that keeps to Standard Schema.",
    );
  }
  if (as !== undefined && as !== "json") {
    throw wrong("`schema` is given, and `as` is not json.", "Leave one of them out: schemas check JSON.");
  }
}

/**
 * What a schema makes of an answer.
 *
 * @throws DecodeError where it does not fit
 */
export async function validated(answer: unknown, schema: StandardSchema, request: string): Promise<unknown> {
  const result = await schema["~standard"].validate(answer);
  if (result.issues === undefined) return result.value;
  const [first, ...more] = result.issues;
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  throw new DecodeError(
    "decode.schema",
    `The answer does not fit the schema: ${first === undefined ? "it says no more" : said(first)}${others} [${request}].`,
    { hint: "Salesforce did what was asked: the class answers something else than the schema expects." },
  );
}

function said({ path, message }: SchemaIssue): string {
  if (path === undefined || path.length === 0) return message;
  const keys = path.map((part) => (typeof part === "object" ? part.key : part));
  return `${keys.map(String).join(".")}: ${message}`;
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.apex-rest", message, { hint });
}
