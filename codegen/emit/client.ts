import { CONTRACT } from "../../src/schema/contract.js";
import type { FeatureName } from "../../src/schema/feature-name.js";
import type { OrgModel } from "../model/model.js";
import { stringLiteral } from "./text.js";

export interface ClientModuleOptions {
  /** The parts that the client has. Default: all. */
  features?: readonly FeatureName[] | undefined;
  /** Whether `actions.d.ts` tells of actions. */
  typesActions: boolean;
}

/** `index.ts`: the client of the org. It holds no logic. */
export function clientModule(model: OrgModel, { features, typesActions }: ClientModuleOptions): string {
  const org: ClientTypes = {
    imports: typesActions ? 'import type { Actions } from "./actions.js";\n' : "",
    exports: typesActions ? 'export type { Actions } from "./actions.js";\n' : "",
    argument: typesActions ? ", Actions" : "",
  };
  return features === undefined
    ? wholeClient(model, org)
    : composedClient(model, org, [...new Set(features)].sort());
}

/** What the types of the actions add to the client. */
interface ClientTypes {
  readonly imports: string;
  readonly exports: string;
  readonly argument: string;
}

function wholeClient(model: OrgModel, { imports, exports, argument }: ClientTypes): string {
  return `import { type Client as OrgClient, defineOrg } from "orgtype";
${imports}import { metadata } from "./metadata.js";
import type { Schema } from "./schema.js";

${exports}export type * from "./schema.js";

${connectDoc}
export const { connect, createClient } = defineOrg<Schema${argument}>({
  contract: ${CONTRACT},
  apiVersion: ${stringLiteral(model.apiVersion)},
  metadata,
});

${clientDoc}
export type Client = OrgClient<Schema${argument}>;
`;
}

function composedClient(
  model: OrgModel,
  { imports, exports, argument }: ClientTypes,
  features: readonly FeatureName[],
): string {
  const names = features.map(stringLiteral).join(" | ") || "never";
  const chosen = features.length === 0 ? "" : `import { ${features.join(", ")} } from "orgtype/features";\n`;
  return `import { composeOrg, type PartialClient } from "orgtype/compose";
${chosen}${imports}import { metadata } from "./metadata.js";
import type { Schema } from "./schema.js";

${exports}export type * from "./schema.js";

${connectDoc}
export const { connect, createClient } = composeOrg<Schema, ${names}${argument}>({
  contract: ${CONTRACT},
  apiVersion: ${stringLiteral(model.apiVersion)},
  metadata,
  features: { ${features.join(", ")} },
});

${clientDoc}
export type Client = PartialClient<Schema, ${names}${argument}>;
`.replace("{  }", "{}");
}

const connectDoc =
  "/** `connect(options)` logs in and resolves with a client; `createClient(options)` logs in when something is first sent. */";

const clientDoc = "/** The typed client of this org: its objects are properties, as `sf.Account`. */";
