import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { checkHeaders } from "../../settings/settings.js";

/** How a record is saved. */
export interface SaveOptions extends CallOptions {
  /**
   * Save although a duplicate rule warns; one that blocks still does. Default: false.
   * `Sforce-Duplicate-Rule-Header`.
   */
  allowDuplicates?: boolean;
  /**
   * Whether assignment rules choose the owner of accounts, cases and leads: false for none, or the id of the
   * rule. Default: the active rule does. `Sforce-Auto-Assign`.
   */
  assignmentRule?: boolean | (string & {});
  /** Whether the record is listed as recently used. Default: true. `Sforce-Mru`. */
  recent?: boolean;
}

/** The header of each option. */
const headers = {
  allowDuplicates: (value) => [
    "sforce-duplicate-rule-header",
    `allowSave=${checkBoolean(value, "allowDuplicates")}`,
  ],
  assignmentRule: (value) => ["sforce-auto-assign", assignment(value)],
  recent: (value) => ["sforce-mru", `updateMru=${checkBoolean(value, "recent")}`],
} satisfies Record<Exclude<keyof SaveOptions, keyof CallOptions>, (value: unknown) => [string, string]>;

const SAVE_OPTIONS = Object.keys(headers) as (keyof typeof headers)[];

/**
 * The options of the call with those of saving as headers. Headers that were given by name win.
 *
 * @throws SettingsError where an option is of another kind, or a header cannot be sent
 */
export function toCallOptions<Options extends SaveOptions>(options: Options): Options {
  const given = SAVE_OPTIONS.filter((name) => options[name] !== undefined);
  if (given.length === 0) return options;
  const saving = Object.fromEntries(given.map((name) => headers[name](options[name])));
  return { ...options, headers: { ...saving, ...checkHeaders(options.headers ?? {}) } };
}

function assignment(value: unknown): string {
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "string" && /^01Q\w{12}(\w{3})?$/.test(value)) return value;
  throw wrong("assignmentRule", "Give true, false, or the id of an assignment rule.");
}

function checkBoolean(value: unknown, option: string): boolean {
  if (typeof value === "boolean") return value;
  throw wrong(option, "Give true or false.");
}

function wrong(option: string, hint: string): SettingsError {
  return new SettingsError("settings.save", `\`${option}\` is of another kind.`, { hint });
}
