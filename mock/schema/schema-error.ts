import { SettingsError } from "../../src/errors.js";

/** What is wrong in a schema written in the DSL. `subject` is an object or field, such as `Invoice__c.Amount__c`. */
export function schemaError(subject: string, problem: string, hint?: string): SettingsError {
  return new SettingsError("settings.schema", `${subject}: ${problem}`, { hint });
}
