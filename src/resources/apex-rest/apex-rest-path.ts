import { SettingsError } from "../../errors.js";
import { pathSerializer } from "../../http/rest-url.js";
import { kindOf } from "../../settings/kind-of.js";

const ROOT = "/services/apexrest";

/**
 * The path of an Apex REST method, with its values percent-encoded.
 *
 * @throws SettingsError where it is none, or a value is missing, not used, or cannot stand in a path
 */
export function apexRestPath(path: unknown, params: unknown = {}, namespace?: unknown): string {
  if (typeof path !== "string" || !path.startsWith("/") || path.startsWith("/services/")) {
    const kind = typeof path === "string" ? "no path below /services/apexrest" : kindOf(path);
    throw wrong(`\`path\` is ${kind}.`, 'Give what follows /services/apexrest, as "/orders/{id}".');
  }
  const names = namesIn(path);
  if (typeof params !== "object" || params === null) {
    throw wrong(`\`params\` is ${kindOf(params)}.`, "Give { name: value }.");
  }
  const unused = Object.keys(params).find((name) => !names.has(name));
  if (unused !== undefined) {
    throw wrong(`\`params.${unused}\`: the path has no {${unused}}.`, "Leave it out, or give it as `query`.");
  }
  return ROOT + namespacePart(namespace) + pathSerializer(path, { ...params });
}

/** The names in braces. */
function namesIn(path: string): Set<string> {
  const named = /\{([^{}]+)\}/g;
  if (!/[{}]/.test(path.replace(named, ""))) {
    return new Set(Array.from(path.matchAll(named), ([, name]) => name ?? ""));
  }
  throw wrong(
    "`path` has a brace without its other half.",
    "Write names as {name}, and other braces as %7B.",
  );
}

function namespacePart(namespace: unknown): string {
  if (namespace === undefined) return "";
  if (typeof namespace === "string" && /^\w+$/.test(namespace)) return `/${namespace}`;
  throw wrong("`namespace` is no namespace of a package.", "Give its letters and digits, without a slash.");
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.apex-rest", message, { hint });
}
