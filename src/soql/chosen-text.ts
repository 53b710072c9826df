/**
 * The values of a multi-select picklist as Salesforce has them, with semicolons between. Undefined where one of
 * them is no value: it would be read as several.
 */
export function chosenText(values: readonly unknown[]): string | undefined {
  const isWhole = values.every((value) => typeof value === "string" && value !== "" && !value.includes(";"));
  return isWhole && values.length > 0 ? values.join(";") : undefined;
}
