import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

/** What ids of files begin with, in every org. */
const PREFIXES = { ContentDocument: "069", ContentVersion: "068" } as const;

const ID = /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/;

/** Of which object of files an id is. */
export function fileObject(id: unknown): keyof typeof PREFIXES {
  if (typeof id === "string" && ID.test(id)) {
    if (id.startsWith(PREFIXES.ContentDocument)) return "ContentDocument";
    if (id.startsWith(PREFIXES.ContentVersion)) return "ContentVersion";
  }
  throw wrongFile(
    "`id` is no id of a file.",
    "Give that of a ContentDocument (069…) or a ContentVersion (068…).",
  );
}

/** @throws SettingsError where it is not the id of a document */
export function checkDocument(id: unknown, argument: string): string {
  if (typeof id === "string" && ID.test(id) && id.startsWith(PREFIXES.ContentDocument)) return id;
  throw wrongFile(
    `\`${argument}\` is no id of a document.`,
    "Give that of a ContentDocument: it begins with 069.",
  );
}

/** @throws SettingsError where it is no id */
export function checkRecordId(id: unknown, argument: string): string {
  if (typeof id === "string" && ID.test(id)) return id;
  const problem = typeof id === "string" ? "no id of a record" : kindOf(id);
  throw wrongFile(`\`${argument}\` is ${problem}.`, "Give an id of 15 or 18 characters.");
}

/**
 * The ids of one record or of several, each once.
 *
 * @throws SettingsError where one is none, there are none, or more than go in one request
 */
export function recordIds(given: unknown, argument: string, most: number): string[] {
  if (!Array.isArray(given)) return [checkRecordId(given, argument)];
  const ids = [...new Set(given.map((id, index) => checkRecordId(id, `${argument}[${index}]`)))];
  if (ids.length === 0) throw wrongFile(`\`${argument}\` is an empty list.`, "Name at least one record.");
  if (ids.length <= most) return ids;
  throw wrongFile(
    `\`${argument}\` has ${ids.length} records.`,
    `Give at most ${most}, and link the others afterwards.`,
  );
}

export function wrongFile(message: string, hint: string): SettingsError {
  return new SettingsError("settings.files", message, { hint });
}
