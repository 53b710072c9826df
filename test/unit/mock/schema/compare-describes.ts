import { readFileSync } from "node:fs";
import { standardDescribes } from "../../../../mock/schema/index.js";
import { orgdata } from "../../../support/orgdata.js";

type Attributes = Readonly<Record<string, unknown>>;

interface Described {
  readonly name: string;
  readonly fields: readonly Attributes[];
  readonly childRelationships: readonly Attributes[];
}

/** One thing a real org says of a standard object that ours says differently. */
export interface Difference {
  readonly object: string;
  /** A field, or a child relationship as `Case.AccountId`. */
  readonly subject: string;
  /** The attribute that differs, or `absent`. */
  readonly attribute: string;
}

export interface Comparison {
  /** How many attributes were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

const ours = new Map(
  standardDescribes().map((describe) => [describe.name, describe as unknown as Described]),
);

/** Compares one of our objects with the recorded describe of a real one, by the attributes of each field. */
export function compareFields(file: string, attributes?: readonly string[]): Comparison {
  const real = read(file);
  const mine = fieldsOf(ours.get(real.name));
  const differences: Difference[] = [];
  let compared = 0;
  for (const field of real.fields.filter(isStandard)) {
    const subject = String(field.name);
    const own = mine.get(subject);
    if (own === undefined) {
      if (!leadsOutside(field)) differences.push({ object: real.name, subject, attribute: "absent" });
      continue;
    }
    for (const attribute of attributes ?? Object.keys(field)) {
      compared++;
      if (same(attribute, field[attribute], own[attribute])) continue;
      differences.push({ object: real.name, subject, attribute });
    }
  }
  return { compared, differences };
}

/** Compares the child relationships of an object, as far as both ends are among our objects. */
export function compareChildren(file: string): Comparison {
  const real = read(file);
  const mine = childrenOf(ours.get(real.name));
  const differences: Difference[] = [];
  let compared = 0;
  for (const [subject, child] of childrenOf(real)) {
    for (const attribute of ["relationshipName", "cascadeDelete", "restrictedDelete"]) {
      compared++;
      const own = mine.get(subject);
      if (own !== undefined && same(attribute, child[attribute], own[attribute])) continue;
      differences.push({ object: real.name, subject, attribute: own === undefined ? "absent" : attribute });
    }
  }
  return { compared, differences };
}

function read(file: string): Described {
  return JSON.parse(readFileSync(orgdata(file), "utf8"));
}

function isStandard(field: Attributes): boolean {
  // One recorded org marks its package fields as standard, so the name counts.
  return field.custom !== true && !String(field.name).includes("__");
}

function fieldsOf(object: Described | undefined): ReadonlyMap<string, Attributes> {
  return new Map(object?.fields.map((field) => [String(field.name), field]));
}

function childrenOf(object: Described | undefined): ReadonlyMap<string, Attributes> {
  const among = (object?.childRelationships ?? []).filter(
    ({ childSObject, field }) => ours.has(String(childSObject)) && !String(field).includes("__"),
  );
  return new Map(among.map((child) => [`${child.childSObject}.${child.field}`, child]));
}

/** Our org has 37 objects, a real one over a thousand: what refers to none of ours is left out. */
function leadsOutside(field: Attributes): boolean {
  const targets = field.referenceTo as readonly string[];
  return targets.length > 0 && !targets.some((target) => ours.has(target));
}

function same(attribute: string, real: unknown, own: unknown): boolean {
  return JSON.stringify(comparable(attribute, real)) === JSON.stringify(comparable(attribute, own));
}

function comparable(attribute: string, value: unknown): unknown {
  if (attribute === "referenceTo") return (value as readonly string[]).filter((target) => ours.has(target));
  // Salesforce sorts some lists by label and some as the org did.
  if (attribute === "picklistValues")
    return (value as readonly Attributes[]).map((entry) => entry.value).sort();
  return value;
}
