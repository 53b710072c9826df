import { CONTRACT } from "../../src/schema/contract.js";
import type { FeatureName } from "../../src/schema/feature-name.js";
import type { OrgModel } from "../model/model.js";
import { stringLiteral } from "./text.js";

/**
 * `index.ts`: the client of the org. It holds no logic.
 *
 * @param features the parts that the client has; left out, it has all
 */
export function clientModule(model: OrgModel, features?: readonly FeatureName[]): string {
  return features === undefined ? wholeClient(model) : composedClient(model, [...new Set(features)].sort());
}

function wholeClient(model: OrgModel): string {
  return `import { type Client as OrgClient, defineOrg } from "orgtype";
import { metadata } from "./metadata.js";
import type { Schema } from "./schema.js";

export type * from "./schema.js";

${connectDoc}
export const { connect, createClient } = defineOrg<Schema>({
  contract: ${CONTRACT},
  apiVersion: ${stringLiteral(model.apiVersion)},
  metadata,
});

${clientDoc}
export type Client = OrgClient<Schema>;
`;
}

function composedClient(model: OrgModel, features: readonly FeatureName[]): string {
  const names = features.map(stringLiteral).join(" | ") || "never";
  const chosen = features.length === 0 ? "" : `import { ${features.join(", ")} } from "orgtype/features";\n`;
  return `import { composeOrg, type PartialClient } from "orgtype/compose";
${chosen}import { metadata } from "./metadata.js";
import type { Schema } from "./schema.js";

export type * from "./schema.js";

${connectDoc}
export const { connect, createClient } = composeOrg<Schema, ${names}>({
  contract: ${CONTRACT},
  apiVersion: ${stringLiteral(model.apiVersion)},
  metadata,
  features: { ${features.join(", ")} },
});

${clientDoc}
export type Client = PartialClient<Schema, ${names}>;
`.replace("{  }", "{}");
}

const connectDoc =
  "/** `connect(options)` logs in and resolves with a client; `createClient(options)` logs in when something is first sent. */";

const clientDoc = "/** The typed client of this org: its objects are properties, as `sf.Account`. */";
