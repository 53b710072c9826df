import { isJsonObject } from "../http/json-body.js";

/** The bodies of the answers so far, by reference id; undefined for those that failed. */
export type References = Map<string, unknown>;

const REFERENCE = /@\{([A-Za-z0-9_]+)((?:\.[A-Za-z0-9_]+|\[\d+\])*)\}/g;
const STEP = /\.([A-Za-z0-9_]+)|\[(\d+)\]/g;

/** A reference that leads nowhere. */
export class ReferenceMissing extends Error {}

/** Replaces each `@{ref.path}` in a text, or in the texts of a body. */
export function resolveReferences(value: unknown, references: References): unknown {
  if (typeof value === "string") return resolveText(value, references);
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, references));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolveReferences(item, references)]),
  );
}

function resolveText(text: string, references: References): unknown {
  const whole = text.match(REFERENCE)?.[0] === text;
  if (whole) {
    const [match] = text.matchAll(REFERENCE);
    return match === undefined ? text : follow(match[1] ?? "", match[2] ?? "", references);
  }
  return text.replaceAll(REFERENCE, (_match, name: string, path: string) =>
    String(follow(name, path, references) ?? ""),
  );
}

/** Names are case-sensitive: a create answers `id`, a record `Id`. */
function follow(name: string, path: string, references: References): unknown {
  let value = references.get(name);
  for (const [, key, place] of path.matchAll(STEP)) {
    if (key !== undefined && isJsonObject(value)) value = value[key];
    else if (place !== undefined && Array.isArray(value)) value = value[Number(place)];
    else value = undefined;
  }
  if (value === undefined) {
    throw new ReferenceMissing(`Invalid reference specified. No value for ${name}${path} found in ${name}.`);
  }
  return value;
}

/** The reference ids a body or a text speaks of. */
export function referencedIds(value: unknown): string[] {
  if (typeof value === "string") return [...value.matchAll(REFERENCE)].map(([, name = ""]) => name);
  if (Array.isArray(value)) return value.flatMap(referencedIds);
  return isJsonObject(value) ? Object.values(value).flatMap(referencedIds) : [];
}
