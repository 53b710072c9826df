import { SettingsError } from "../errors.js";
import { isSendable } from "./is-sendable.js";

/** Salesforce finds nothing by longer terms, and says nothing. */
const LONGEST_TERM = 10_000;
/** What SOSL gives a meaning, also in quotes. */
const RESERVED = /[?&|!{}[\]()^~*:\\"'+-]/g;
const OPERATOR = /^(?:AND|OR|NOT)$/i;
/** SOSL in which no brace stands that is not escaped: it would end the term. */
const ONE_TERM = /^(?:\\.|[^\\{}])*$/su;

/**
 * What stands in the braces of FIND.
 *
 * @param find text to look for as it is, or `{ sosl }` with wildcards and operators
 * @throws SettingsError where there is nothing to look for, or the text would end the term
 */
export function termText(find: unknown): string {
  if (typeof find === "string") return checkTerm(literalTerm(find), "find");
  const { sosl } = (find ?? {}) as { sosl?: unknown };
  if (typeof sosl !== "string") throw wrong("find", "is no text", "Give what to look for, or { sosl }.");
  if (!ONE_TERM.test(sosl))
    throw wrong("find.sosl", "holds a brace", "Escape it, as \\{ and \\}, and give the term alone.");
  return checkTerm(sosl, "find.sosl");
}

/** Marks that stand alone part words and mean nothing else, but Salesforce may take them for a term too short. */
function literalTerm(text: string): string {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return (words.length === 0 ? [text] : words).map(literalWord).join(" ");
}

function literalWord(word: string): string {
  return OPERATOR.test(word) ? `"${word}"` : word.replace(RESERVED, "\\$&");
}

function checkTerm(term: string, path: string): string {
  if (term.trim() === "")
    throw wrong(path, "is empty", "Do not send the search where there is nothing to look for.");
  if (term.length > LONGEST_TERM)
    throw wrong(path, "is too long", `Salesforce takes ${LONGEST_TERM} characters.`);
  if (!isSendable(term))
    throw wrong(path, "holds half of a surrogate pair", "It was probably cut in the middle of a character.");
  return term;
}

function wrong(path: string, problem: string, hint: string): SettingsError {
  return new SettingsError("settings.search", `\`${path}\` ${problem}.`, { hint });
}
