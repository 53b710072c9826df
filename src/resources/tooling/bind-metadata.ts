import type { OrgMetadata } from "../../schema/metadata.js";

/** Fields that hold moments: their values stand in SOQL text without quotes. */
const MOMENT = /(Date|StartTime|EndTime|stamp)$/i;

/**
 * What binds need to know of the objects in a text. Fields of one name hold the same in all objects of the Tooling
 * API, so that any word may be an object, or a relationship to one.
 */
export function bindMetadata(soql: unknown): OrgMetadata {
  const words = String(soql).match(/\w+/g) ?? [];
  const each = <Value>(of: readonly string[], value: (word: string) => Value) =>
    Object.fromEntries(of.map((word) => [word, value(word)]));
  const fields = each(
    words.filter((word) => MOMENT.test(word)),
    () => "datetime" as const,
  );
  const parents = each(words, (word) => word);
  return each(words, () => ({ fields, parents, children: {} }));
}
