import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

const KINDS = { report: "00O", dashboard: "01Z", "report instance": "0LG" } as const;

/**
 * @param place what it is called, for the error
 * @throws SettingsError where it is no id, or that of something else
 */
export function checkId(id: unknown, kind: keyof typeof KINDS, place = "id"): string {
  if (typeof id !== "string" || !/^([a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(id)) {
    const given = typeof id === "string" ? "no id" : kindOf(id);
    throw wrong(`\`${place}\` is ${given}.`, `Give the id of a ${kind}, 15 or 18 characters.`);
  }
  if (id.startsWith(KINDS[kind])) return id;
  throw wrong(
    `\`${place}\` is the id of something else than a ${kind}.`,
    `Those begin with ${KINDS[kind]}: a query of \`${kind === "dashboard" ? "Dashboard" : "Report"}\` finds them.`,
  );
}

/** @throws SettingsError where it is no text, or empty */
export function checkText(text: unknown, place: string, wanted: string): string {
  if (typeof text === "string" && text !== "") return text;
  throw wrong(`\`${place}\` is ${text === "" ? "empty" : kindOf(text)}.`, wanted);
}

/** @throws SettingsError where it is neither left out nor true nor false */
export function checkFlag(flag: unknown, place: string): boolean | undefined {
  if (flag === undefined || typeof flag === "boolean") return flag;
  throw wrong(`\`${place}\` is ${kindOf(flag)}.`, "Give true or false.");
}

/** @throws SettingsError where it is no list of texts */
export function checkTexts(texts: unknown, place: string, wanted: string): readonly string[] {
  if (!Array.isArray(texts)) throw wrong(`\`${place}\` is ${kindOf(texts)}.`, wanted);
  return texts.map((text, index) => checkText(text, `${place}[${index}]`, wanted));
}

export function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.report", message, { hint });
}
