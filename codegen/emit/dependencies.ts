import type { DependencyModel, ObjectModel } from "../model/model.js";
import { literalUnion, propertyName, stringLiteral } from "./text.js";

/** A shorter type is written where it stands, however often. */
const SHORTEST_ALIAS = 60;

interface DependencyTypes {
  /** Type aliases, for what several places would say. */
  readonly aliases: string;
  /** The member `dependent` of the object; empty where no picklist depends. */
  readonly member: string;
}

/**
 * The dependent picklists of an object. Billing and shipping states are the same thousands of values, and many
 * controlling values offer the same ones: each is written once.
 */
export function dependencyTypes({ name, fields }: ObjectModel): DependencyTypes {
  const dependents = fields.flatMap((field) =>
    field.dependency === null ? [] : [{ name: field.name, dependency: field.dependency }],
  );
  const aliases = createAliases(`${name}$Offered`);
  const maps = new Map(dependents.map(({ dependency: { offered } }) => [JSON.stringify(offered), offered]));
  for (const offered of maps.values()) {
    for (const [, values] of offered) aliases.count(literalUnion(values));
  }
  const texts = dependents.map(({ dependency }) => valuesType(dependency.offered, aliases.of));
  texts.forEach(aliases.count);
  const entries = dependents.map((dependent, index) => {
    const by = stringLiteral(dependent.dependency.controller);
    const values = aliases.of(texts[index] ?? "").replaceAll("\n", "\n      ");
    return `    ${propertyName(dependent.name)}: {\n      by: ${by};\n      values: ${values};\n    };\n`;
  });
  return {
    aliases: aliases.text(),
    member: entries.length === 0 ? "" : `  dependent: {\n${entries.join("")}  };\n`,
  };
}

function valuesType(offered: DependencyModel["offered"], of: (type: string) => string): string {
  const entries = offered.map(
    ([controlling, values]) => `  ${propertyName(controlling)}: ${of(literalUnion(values))};\n`,
  );
  return `{\n${entries.join("")}}`;
}

/** Names for the types that are used more than once, numbered as they are first asked for. */
function createAliases(prefix: string) {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  return {
    count: (type: string) => void uses.set(type, (uses.get(type) ?? 0) + 1),
    of(type: string): string {
      if (type.length < SHORTEST_ALIAS || (uses.get(type) ?? 0) < 2) return type;
      const name = names.get(type) ?? `${prefix}${names.size + 1}`;
      names.set(type, name);
      return name;
    },
    text: () => [...names].map(([type, name]) => `type ${name} = ${type};\n\n`).join(""),
  };
}
