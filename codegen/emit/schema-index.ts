import type { OrgModel } from "../model/model.js";

const SCHEMA = "Schema";

/** `schema.d.ts`: every object under its name, and the interfaces of their fields to import. */
export function schemaIndex(model: OrgModel): string {
  const names = model.objects.map((object) => object.name);
  return [
    ...names.map((name) => `import type { ${name}$Def } from "./objects/${name}.js";\n`),
    "\n",
    // An object of the same name as the index is still to be had as Fields<Schema, "Schema">.
    ...names
      .filter((name) => name !== SCHEMA)
      .map((name) => `export type { ${name} } from "./objects/${name}.js";\n`),
    "\n",
    "/** The objects of the org, by API name. */\n",
    `export interface ${SCHEMA} {\n`,
    ...names.map((name) => `  ${name}: ${name}$Def;\n`),
    "}\n",
  ].join("");
}
