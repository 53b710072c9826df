import { type NameSelection, selectNames } from "./select-names.js";

/** Objects by glob: `Account`, `*__c`, `{Task,Event}`. */
export function selectObjects(patterns: readonly string[]): NameSelection {
  return selectNames(patterns, { plain: /^\w+$/ });
}
