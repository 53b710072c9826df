import { CONTRACT } from "../../src/schema/contract.js";
import type { OrgModel } from "../model/model.js";
import { stringLiteral } from "./text.js";

/** `index.ts`: the client of the org. It holds no logic. */
export function clientModule(model: OrgModel): string {
  return `import { type Client as OrgClient, defineOrg } from "orgtype";
import { metadata } from "./metadata.js";
import type { Schema } from "./schema.js";

export type * from "./schema.js";

/** \`connect(options)\` logs in and resolves with a client; \`createClient(options)\` logs in when something is first sent. */
export const { connect, createClient } = defineOrg<Schema>({
  contract: ${CONTRACT},
  apiVersion: ${stringLiteral(model.apiVersion)},
  metadata,
});

/** The typed client of this org: its objects are properties, as \`sf.Account\`. */
export type Client = OrgClient<Schema>;
`;
}
