import type { RawDescribe } from "orgtype/codegen";

export type RawField = RawDescribe["fields"][number];

/** What the probes need of an org: an object with parents, a polymorphic parent and children. */
export class ProbedOrg {
  readonly #describes: ReadonlyMap<string, RawDescribe>;

  constructor(describes: readonly RawDescribe[]) {
    this.#describes = new Map(describes.map((describe) => [describe.name, describe]));
  }

  fields(object: string, kept: (field: RawField) => boolean = () => true): string[] {
    return this.#fieldsOf(object)
      .filter(kept)
      .map(({ name }) => name);
  }

  /** The first field of a kind, one that can be filtered by. */
  field(object: string, kept: (field: RawField) => boolean): RawField {
    const found = this.#fieldsOf(object).find((field) => field.filterable !== false && kept(field));
    if (found === undefined) throw new Error(`${object} has no such field to probe with.`);
    return found;
  }

  /** The first picklist that takes no other values. */
  closedPicklist(object: string): RawField {
    return this.field(
      object,
      ({ type, restrictedPicklist }) => type === "picklist" && restrictedPicklist === true,
    );
  }

  parents(object: string): Map<string, string> {
    return new Map(
      this.#relationships(object, (targets) => targets === 1).map(([name, [to = ""]]) => [name, to]),
    );
  }

  polymorphic(object: string): Map<string, readonly string[]> {
    return new Map(this.#relationships(object, (targets) => targets > 1));
  }

  children(object: string): Map<string, string> {
    const children = this.#describes.get(object)?.childRelationships ?? [];
    return new Map(
      children.flatMap(({ relationshipName, childSObject }) =>
        relationshipName ? [[relationshipName, childSObject] as const] : [],
      ),
    );
  }

  /** Everything that can be selected of an object. */
  selectable(object: string): string[] {
    return [...this.named(object), ...this.children(object).keys()];
  }

  /** Its fields and its parents. Those that cannot be filtered by are offered, too, and then say so. */
  named(object: string): string[] {
    return [...this.fields(object), ...this.#allParents(object)];
  }

  #allParents(object: string): string[] {
    return [...this.parents(object).keys(), ...this.polymorphic(object).keys()];
  }

  #fieldsOf(object: string): readonly RawField[] {
    return this.#describes.get(object)?.fields ?? [];
  }

  #relationships(object: string, kept: (targets: number) => boolean): [string, readonly string[]][] {
    return this.#fieldsOf(object).flatMap(({ relationshipName, referenceTo }) =>
      relationshipName && kept(referenceTo?.length ?? 0) ? [[relationshipName, referenceTo ?? []]] : [],
    );
  }
}
