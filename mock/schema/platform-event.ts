import { type ObjectDefinition, object } from "./dsl.js";
import type { FieldDefinition } from "./field-definition.js";
import { text } from "./fields/text.js";
import type { ObjectTraits } from "./object-traits.js";
import { schemaError } from "./schema-error.js";

export interface PlatformEventOptions {
  readonly label: string;
  /** Default: the label with an s. */
  readonly plural?: string;
  /** First three characters of the ids of published events, as `e00`. */
  readonly prefix: string;
}

/** Events can be published, and nothing else. */
const eventTraits: ObjectTraits = {
  activateable: false,
  createable: true,
  deepCloneable: false,
  deletable: false,
  feedEnabled: false,
  layoutable: false,
  mergeable: false,
  mruEnabled: false,
  queryable: false,
  replicateable: false,
  retrieveable: false,
  searchable: false,
  triggerable: true,
  undeletable: false,
  updateable: false,
};

/** What Salesforce knows of every event. */
const eventFields = {
  ReplayId: text(1_000, { label: "Replay ID", readOnly: true }),
  EventUuid: text(36, { label: "Event UUID", readOnly: true }),
} satisfies Record<string, FieldDefinition>;

/**
 * Describes a platform event of the embedded org. `ReplayId`, `EventUuid`, `CreatedDate` and `CreatedById` come by
 * themselves.
 *
 * @throws SettingsError `settings.schema`, naming the event or field, the problem and the fix.
 */
export function platformEvent(
  name: string,
  options: PlatformEventOptions,
  fields: Readonly<Record<string, FieldDefinition>>,
): ObjectDefinition {
  if (!name.endsWith("__e")) throw schemaError(name, "is no name of a platform event.", "They end with __e.");
  const settings = {
    ...eventTraits,
    ...options,
    owner: null,
    viewed: false,
    scopes: {},
    without: ["Id", "Name", "IsDeleted", "LastModifiedDate", "LastModifiedById", "SystemModstamp"],
  } as const;
  return object(name, settings, { ...eventFields, ...fields });
}
