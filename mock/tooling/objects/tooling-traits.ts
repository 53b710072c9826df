import type { ObjectOptions } from "../../schema/dsl.js";

/** What most objects of the Tooling API have in common. */
export const toolingTraits = {
  owner: null,
  layoutable: false,
  mruEnabled: false,
  triggerable: false,
  undeletable: false,
  without: ["IsDeleted"],
} as const satisfies Partial<ObjectOptions>;

/** Of objects whose records Salesforce alone writes. */
export const readOnlyTraits = {
  ...toolingTraits,
  createable: false,
  updateable: false,
  deletable: false,
} as const satisfies Partial<ObjectOptions>;
