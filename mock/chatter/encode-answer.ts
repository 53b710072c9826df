import { encodeEntities } from "./segment.js";

/**
 * The texts of an answer as the Connect API gives them to those who do not ask for them as they are: as HTML writes
 * them. Links stay.
 */
export function encodeAnswer(value: unknown, name = ""): unknown {
  if (typeof value === "string") return /url$/i.test(name) ? value : encodeEntities(value);
  if (Array.isArray(value)) return value.map((each) => encodeAnswer(each, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encodeAnswer(each, key)]));
}
