import { SettingsError } from "../errors.js";
import type { OrgMetadata } from "../schema/metadata.js";
import { placeOf } from "./bind-place.js";
import { kindAt, type Surroundings, surroundingsOf } from "./bind-scope.js";
import { bindText } from "./bind-value.js";
import { entriesOf } from "./names.js";
import { type Token, tokensOf } from "./tokens.js";

/** Whether text holds a `:name` bind outside of its string literals. */
export function hasBinds(soql: string): boolean {
  return soql.includes(":") && tokensOf(soql).some(isBind);
}

/**
 * SOQL text with each `:name` replaced by the value of that name, written as the field it is compared with
 * wants it. What stands in string literals is left alone.
 *
 * @throws SettingsError that names the bind: where one is missing, not used, or no value for its place
 */
export function bindSoql(soql: string, binds: unknown, metadata: OrgMetadata): string {
  const values = new Map(entriesOf(binds, "binds"));
  const tokens = tokensOf(soql);
  checkNames(tokens, values);
  const surroundings = surroundingsOf(tokens);
  let text = "";
  let end = 0;
  tokens.forEach((token, index) => {
    if (!isBind(token)) return;
    const around = surroundings[index] as Surroundings;
    text += soql.slice(end, token.start) + replacement(tokens, index, around, values, metadata);
    end = token.start + token.text.length;
  });
  return text + soql.slice(end);
}

function replacement(
  tokens: readonly Token[],
  index: number,
  around: Surroundings,
  values: ReadonlyMap<string, unknown>,
  metadata: OrgMetadata,
): string {
  const name = nameOf(tokens[index]);
  const path = `binds.${name}`;
  const place = placeOf(tokens, index, around, path);
  const kind = place.path === undefined ? undefined : kindAt(place.path, around.scope, metadata);
  return bindText(values.get(name), place.form, { kind, path });
}

function checkNames(tokens: readonly Token[], values: ReadonlyMap<string, unknown>): void {
  const names = new Set(tokens.filter(isBind).map(nameOf));
  for (const name of names) {
    if (!values.has(name)) {
      throw wrong(`The text has the bind :${name}, but there is no value for it.`, `Give { ${name}: … }.`);
    }
  }
  for (const name of values.keys()) {
    if (!names.has(name)) throw wrong(`\`binds.${name}\`: the text has no such bind.`, "Leave it out.");
  }
  if (names.size > 0 && tokens.some(({ kind, text }) => kind === "other" && text === "'")) {
    throw wrong("The text has a quote that is never closed.", "Where its binds stand cannot be told.");
  }
}

function isBind(token: Token): boolean {
  return token.kind === "bind";
}

function nameOf(token: Token | undefined): string {
  return token?.text.slice(1) ?? "";
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.bind", message, { hint });
}
