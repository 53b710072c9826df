import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { SettingsError } from "../errors.js";

/** Salesforce takes lists comma-separated. */
const serializeQuery = createQuerySerializer({ array: { style: "form", explode: false } });

/** A path of `rest.yaml` with its parameters in it, percent-encoded. */
export function restUrl(
  path: string,
  params: { path?: Record<string, unknown> | undefined; query?: Record<string, unknown> | undefined },
): string {
  return createFinalURL(path, {
    baseUrl: "",
    params: { path: params.path ?? {}, query: params.query ?? {} },
    querySerializer,
    pathSerializer,
  });
}

export function querySerializer(query: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(query)) {
    for (const text of Array.isArray(value) ? value : [value]) checkText(text, name);
  }
  return serializeQuery(query);
}

/**
 * Fills in path parameters.
 *
 * @throws SettingsError for a value that is empty or would climb out of the path
 */
export function pathSerializer(path: string, parameters: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(parameters)) checkSegment(value, name);
  return defaultPathSerializer(path, parameters);
}

function checkSegment(value: unknown, name: string): void {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  if (text === undefined || text === "" || text === "." || text === "..") {
    throw new SettingsError("settings.path", `\`${name}\` is ${segmentKind(value)}.`, {
      hint: "It is a part of the URL: give text that is neither empty nor dots.",
    });
  }
  checkText(text, name);
}

function checkText(value: unknown, name: string): void {
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
    throw new SettingsError("settings.text", `\`${name}\` holds half of a surrogate pair.`, {
      hint: "Such text cannot be sent: it was probably cut in the middle of a character.",
    });
  }
}

function segmentKind(value: unknown): string {
  if (value === "") return "empty";
  return value === "." || value === ".." ? `"${value}"` : value === null ? "null" : `of type ${typeof value}`;
}
