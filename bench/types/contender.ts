import type { RawDescribe } from "orgtype/codegen";

/** A way to have an org as types, and the same work written for it. */
export interface Contender {
  readonly name: string;
  /** Type packages that its own types need. */
  readonly types: readonly string[];
  /** Writes the types of an org into a folder. */
  readonly write: (describes: readonly RawDescribe[], folder: string) => Promise<void>;
  /** Text of programs against what was written, by what they do. */
  readonly programs: Readonly<Record<string, (describes: readonly RawDescribe[]) => string>>;
}

/** What each contender has a program for; the others are shown for some only. */
export const IMPORT = "nothing but the import";
export const THREE = "3 objects: query and update";
/**
 * A mistake a line, the same in each: an unknown object, field, field of a parent and field of a filter, a filter's
 * value of a wrong kind, a field that was not asked for, a value taken for another kind, an unknown field written, a
 * value of a wrong kind written, a field written that is read only.
 */
export const MISTAKES = "10 mistakes";

/** How many queries a program holds, each of another object. */
export const QUERIES = 50;

/** One query: of its own fields by some name, the first five rows. */
export interface BenchQuery {
  readonly object: string;
  /** Twelve of its own. */
  readonly own: readonly string[];
  /** One of each of these parents. */
  readonly parents: Readonly<Record<string, string>>;
}

export function queriesOf(describes: readonly RawDescribe[], count = QUERIES): BenchQuery[] {
  return describes.slice(0, count).map(({ name, fields }) => {
    const custom = fields.map((field) => field.name).filter((field) => field.includes("_"));
    return {
      object: name,
      own: ["Name", ...custom.slice(0, 11)],
      parents: { Owner__r: "Name", Lookup_1__r: "Name" },
    };
  });
}
