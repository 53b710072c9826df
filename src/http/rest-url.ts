import { SettingsError } from "../errors.js";
import { kindOf } from "../settings/kind-of.js";

type Parameters = Readonly<Record<string, unknown>>;

/** A path of `rest.yaml` with its parameters in it, percent-encoded. */
export function restUrl(
  path: string,
  params: { path?: Parameters | undefined; query?: Parameters | undefined },
): string {
  const filled = pathSerializer(path, params.path ?? {});
  const query = params.query === undefined ? "" : querySerializer(params.query);
  return query === "" ? filled : `${filled}?${query}`;
}

/**
 * The text after the question mark. Salesforce takes lists comma-separated; what is undefined, null or an empty
 * list is left out.
 *
 * @throws SettingsError for a value that is no text, number or boolean
 */
export function querySerializer(query: Parameters): string {
  let text = "";
  for (const [name, value] of Object.entries(query)) {
    const values = (Array.isArray(value) ? value : [value ?? []]).flat();
    if (values.length === 0) continue;
    const list = values.map((item) => encoded(item, name)).join(",");
    text += `${text === "" ? "" : "&"}${name}=${list}`;
  }
  return text;
}

/**
 * Fills in path parameters.
 *
 * @throws SettingsError for a value that is missing, empty or would climb out of the path
 */
export function pathSerializer(path: string, parameters: Parameters): string {
  let filled = "";
  let end = 0;
  for (let start = path.indexOf("{"); start !== -1; start = path.indexOf("{", end)) {
    filled += path.slice(end, start);
    end = path.indexOf("}", start) + 1;
    filled += segment(path.slice(start + 1, end - 1), parameters);
  }
  return filled + path.slice(end);
}

function segment(name: string, parameters: Parameters): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value !== "" && value !== "." && value !== "..") return encoded(value, name);
  throw unfit(name, value === "" ? "empty" : `"${value}"`);
}

/** @throws SettingsError for a value that is no text, number or boolean, or text that cannot be sent */
export function encoded(value: unknown, name: string): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw unfit(name, kindOf(value));
  }
  try {
    return encodeURIComponent(value);
  } catch (cause) {
    throw new SettingsError("settings.text", `\`${name}\` holds half of a surrogate pair.`, {
      cause,
      hint: "Such text cannot be sent: it was probably cut in the middle of a character.",
    });
  }
}

function unfit(name: string, kind: string): SettingsError {
  return new SettingsError("settings.path", `\`${name}\` is ${kind}.`, {
    hint: "It is a part of the URL: give text that is neither empty nor dots.",
  });
}
