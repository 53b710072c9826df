import { SettingsError } from "../errors.js";
import { isWord, type Surroundings } from "./bind-scope.js";
import type { Token } from "./tokens.js";

/** What a bind stands for. */
export type BindForm = "equal" | "ordered" | "pattern" | "list" | "item" | "number" | "count" | "dateLiteral";

/** Where a bind stands. */
export interface BindPlace {
  readonly form: BindForm;
  /** The field it is compared with; undefined where it is no plain field. */
  readonly path: string | undefined;
}

const LISTS = ["IN", "INCLUDES", "EXCLUDES"];
const DATE_LITERAL = /^(?:(?:LAST|NEXT)_N_\w+|N_\w+_AGO)$/i;

/**
 * Where the bind at an index stands.
 *
 * @throws SettingsError where no value can stand
 */
export function placeOf(
  tokens: readonly Token[],
  index: number,
  { bracket }: Surroundings,
  path: string,
): BindPlace {
  const [token, before] = [tokens[index], tokens[index - 1]];
  if (before?.kind === "operator") {
    const form = /^(=|!=|<>)$/.test(before.text) ? "equal" : "ordered";
    return { form, path: fieldBefore(tokens, index - 1) };
  }
  if (isWord(before, ...LISTS)) return { form: "list", path: fieldBefore(tokens, index - 1) };
  if (isWord(before, "LIKE")) return { form: "pattern", path: undefined };
  if (isWord(before, "LIMIT", "OFFSET")) return { form: "count", path: undefined };
  if (before?.kind === "word" && DATE_LITERAL.test(before.text) && endOf(before) === token?.start) {
    return { form: "dateLiteral", path: undefined };
  }
  if (bracket !== undefined && (before?.text === "(" || before?.text === ",")) {
    if (isWord(tokens[bracket - 1], ...LISTS))
      return { form: "item", path: fieldBefore(tokens, bracket - 1) };
    if (isWord(tokens[bracket - 1], "GEOLOCATION")) return { form: "number", path: undefined };
  }
  throw new SettingsError("settings.bind", `\`${path}\` stands where SOQL takes no value.`, {
    hint: "A bind may follow an operator, LIKE, IN, INCLUDES, EXCLUDES, LIMIT or OFFSET, or stand in a list.",
  });
}

function endOf({ start, text }: Token): number {
  return start + text.length;
}

/** The field before an operator; undefined for what a function gives. */
function fieldBefore(tokens: readonly Token[], operator: number): string | undefined {
  const token = tokens[operator - 1];
  if (isWord(token, "NOT")) return fieldBefore(tokens, operator - 1);
  return token?.kind === "word" ? token.text : undefined;
}
