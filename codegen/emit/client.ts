import { CONTRACT } from "../../src/schema/contract.js";
import type { FeatureName } from "../../src/schema/feature-name.js";
import type { OrgModel } from "../model/model.js";
import type { ModuleText } from "./language.js";
import { stringLiteral } from "./text.js";

/**
 * `index`: the client of the org. It holds no logic.
 *
 * @param features the parts that the client has; left out, it has all
 */
export function clientModule(model: OrgModel, features?: readonly FeatureName[]): ModuleText {
  return features === undefined ? wholeClient(model) : composedClient(model, [...new Set(features)].sort());
}

function wholeClient(model: OrgModel): ModuleText {
  return moduleOf({
    tsImports: 'import { type Client as OrgClient, defineOrg } from "orgtype";\n',
    jsImports: 'import { defineOrg } from "orgtype";\n',
    typeImports: 'import type { Client as OrgClient, Org } from "orgtype";\n',
    make: "defineOrg",
    org: "Org",
    client: "OrgClient",
    types: "Schema",
    definition: definitionOf(model),
  });
}

function composedClient(model: OrgModel, features: readonly FeatureName[]): ModuleText {
  const names = features.map(stringLiteral).join(" | ") || "never";
  const list = features.length === 0 ? "{}" : `{ ${features.join(", ")} }`;
  const chosen = features.length === 0 ? "" : `import ${list} from "orgtype/features";\n`;
  return moduleOf({
    tsImports: `import { composeOrg, type PartialClient } from "orgtype/compose";\n${chosen}`,
    jsImports: `import { composeOrg } from "orgtype/compose";\n${chosen}`,
    typeImports: 'import type { PartialClient, PartialOrg } from "orgtype/compose";\n',
    make: "composeOrg",
    org: "PartialOrg",
    client: "PartialClient",
    types: `Schema, ${names}`,
    definition: `${definitionOf(model)}\n  features: ${list},`,
  });
}

function definitionOf({ apiVersion }: OrgModel): string {
  return `  contract: ${CONTRACT},\n  apiVersion: ${stringLiteral(apiVersion)},\n  metadata,`;
}

interface ClientParts {
  readonly tsImports: string;
  readonly jsImports: string;
  readonly typeImports: string;
  /** What makes the org, and its type. */
  readonly make: string;
  readonly org: string;
  readonly client: string;
  /** What these types are given. */
  readonly types: string;
  readonly definition: string;
}

function moduleOf(parts: ClientParts): ModuleText {
  const { tsImports, jsImports, typeImports, make, org, client, types, definition } = parts;
  const metadata = 'import { metadata } from "./metadata.js";\n';
  const schema = 'import type { Schema } from "./schema.js";\n\nexport type * from "./schema.js";\n';
  const made = (call: string) => `export const { connect, createClient } = ${call}({\n${definition}\n});\n`;
  const clientType = `\n${clientDoc}\nexport type Client = ${client}<${types}>;\n`;
  return {
    ts: `${tsImports}${metadata}${schema}\n${connectDoc}\n${made(`${make}<${types}>`)}${clientType}`,
    js: `${jsImports}${metadata}\n${connectDoc}\n${made(make)}`,
    dts: `${typeImports}${schema}
/** Logs in and resolves with a client: wrong settings show here. */
export declare const connect: ${org}<${types}>["connect"];
/** A client that logs in when something is first sent. */
export declare const createClient: ${org}<${types}>["createClient"];
${clientType}`,
  };
}

const connectDoc =
  "/** `connect(options)` logs in and resolves with a client; `createClient(options)` logs in when something is first sent. */";

const clientDoc = "/** The typed client of this org: its objects are properties, as `sf.Account`. */";
