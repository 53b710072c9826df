/** What a value is, for messages: it could be a secret. */
export function kindOf(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return value === null ? "null" : `a value of type ${typeof value}`;
}
