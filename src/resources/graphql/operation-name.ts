import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

/** @throws SettingsError where it is no name */
export function checkOperationName(name: unknown): string {
  if (typeof name === "string" && /^[_A-Za-z]\w*$/.test(name)) return name;
  throw new SettingsError("settings.graphql", `\`operationName\` is ${kindOf(name)}.`, {
    hint: 'Give the name of an operation of the document, as "Accounts" of `query Accounts { … }`.',
  });
}
