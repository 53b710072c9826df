import type { RawDescribe } from "orgtype/codegen";

type RawField = RawDescribe["fields"][number];

/** The same numbers each time. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What fields are of, by how often a real org has them; references come on top. */
const KINDS = {
  string: 31,
  picklist: 15,
  boolean: 12,
  double: 7,
  currency: 5,
  textarea: 6,
  date: 5,
  datetime: 4,
  int: 3,
  phone: 2,
  email: 2,
  multipicklist: 2,
  url: 2,
} as const satisfies Record<string, number>;

const SYSTEM = ["CreatedDate", "LastModifiedDate", "SystemModstamp"];
const FIELDS = 60;
const WIDE_FIELDS = 450;
const POPULAR = 12;

export const objectName = (index: number): string => `Object_${index}__c`;

/** Describes of an org that nobody has: its size and shape are those of real ones. */
export function syntheticDescribes(count: number): RawDescribe[] {
  const random = randomOf(42);
  const describes = Array.from({ length: count }, (_, index) => describeOf(index, count, random));
  for (const parent of describes) parent.childRelationships = [];
  for (const child of describes) addToParents(child, describes);
  return describes;
}

function describeOf(index: number, count: number, random: () => number): RawDescribe {
  const width = index % 97 === 5 ? WIDE_FIELDS : FIELDS;
  const kinds = Object.entries(KINDS).flatMap(([kind, weight]) => Array<string>(weight).fill(kind));
  const plain = Array.from({ length: width - 14 }, (_, at) =>
    field(
      `${at % 3 === 0 ? "Standard" : "Custom"}_${at}__c`,
      kinds[Math.floor(random() * kinds.length)] ?? "string",
      random,
    ),
  );
  const target = () => Math.floor(random() * (random() < 0.5 ? Math.min(POPULAR, count) : count));
  const lookups = Array.from({ length: 5 }, (_, at) => lookup(`Lookup_${at}`, [target()]));
  const several = lookup("Anything", [target(), target(), target()]);
  return {
    name: objectName(index),
    label: `Object ${index}`,
    labelPlural: `Objects ${index}`,
    custom: true,
    fields: [
      field("Id", "id", random, { nillable: false, createable: false, updateable: false }),
      field("Name", "string", random, { nillable: false, nameField: true }),
      ...SYSTEM.map((name) =>
        field(name, "datetime", random, { nillable: false, createable: false, updateable: false }),
      ),
      ...plain,
      lookup("Owner", [0], { nillable: false }),
      ...lookups,
      several,
    ],
  };
}

function field(name: string, type: string, random: () => number, more: Partial<RawField> = {}): RawField {
  const values = type.includes("picklist") ? 4 + Math.floor(random() * 16) : 0;
  return {
    name,
    type,
    label: name.replaceAll("_", " "),
    length: 255,
    nillable: type !== "boolean",
    createable: true,
    updateable: true,
    filterable: type !== "textarea",
    sortable: type !== "textarea",
    groupable: type !== "textarea",
    aggregatable: true,
    restrictedPicklist: random() < 0.5,
    inlineHelpText: random() < 0.2 ? "Fill in as agreed with the team." : null,
    picklistValues: Array.from({ length: values }, (_, at) => ({
      value: `Value ${at}`,
      label: `Value ${at}`,
      active: true,
    })),
    ...more,
  };
}

function lookup(name: string, targets: readonly number[], more: Partial<RawField> = {}): RawField {
  return {
    ...field(`${name}__c`, "reference", () => 1),
    referenceTo: [...new Set(targets.map(objectName))],
    relationshipName: `${name}__r`,
    ...more,
  };
}

function addToParents(child: RawDescribe, describes: readonly RawDescribe[]): void {
  for (const { name, referenceTo } of child.fields) {
    for (const target of referenceTo ?? []) {
      const parent = describes.find((describe) => describe.name === target);
      parent?.childRelationships?.push({
        childSObject: child.name,
        field: name,
        relationshipName:
          name === "Owner__c" ? null : `${child.name.replace("__c", "")}_${name.replace("__c", "")}__r`,
      });
    }
  }
}
