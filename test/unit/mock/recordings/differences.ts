/**
 * How the shape of an answer differs from a recorded one: keys and kinds of values. Null is of every kind. Entries of
 * lists are compared by their names, such as those of fields, or else one by one, as far as both go.
 */
export function differences(expected: unknown, actual: unknown, path = ""): string[] {
  if (expected === null || actual === null) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) return ofLists(expected, actual, path);
  if (kindOf(expected) !== kindOf(actual)) {
    return [`${path}: ${kindOf(actual)} for ${kindOf(expected)}`];
  }
  return isObject(expected) && isObject(actual) ? ofObjects(expected, actual, path) : [];
}

type JsonObject = Record<string, unknown>;

function ofLists(expected: readonly unknown[], actual: readonly unknown[], path: string): string[] {
  if (expected.length === 0 && actual.length > 0) return [`${path}[]: entries for none`];
  if (expected.length > 0 && actual.length === 0) return [`${path}[]: no entries`];
  const pairs = expected.map((entry, place) => [entry, counterpart(entry, place, actual)] as const);
  const found = pairs.flatMap(([entry, other]) => differences(entry, other ?? null, `${path}[]`));
  return [...new Set(found)];
}

function counterpart(entry: unknown, place: number, among: readonly unknown[]): unknown {
  if (!isObject(entry) || typeof entry.name !== "string") return among[place];
  return among.find((other) => isObject(other) && other.name === entry.name);
}

function ofObjects(expected: JsonObject, actual: JsonObject, path: string): string[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort();
  return keys.flatMap((key) => {
    const at = `${path}.${key}`;
    if (!Object.hasOwn(actual, key)) return [`${at}: missing`];
    if (!Object.hasOwn(expected, key)) return [`${at}: more`];
    return differences(expected[key], actual[key], at);
  });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}
