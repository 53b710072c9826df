/** What can be done with the records of an object: attributes of its describe, by Salesforce's own names. */
export interface ObjectTraits {
  readonly activateable: boolean;
  readonly createable: boolean;
  readonly deepCloneable: boolean;
  readonly deletable: boolean;
  readonly feedEnabled: boolean;
  /** Whether it has page layouts, and with them list views, quick actions and a page of its own. */
  readonly layoutable: boolean;
  readonly mergeable: boolean;
  /** Whether it remembers what was used last. */
  readonly mruEnabled: boolean;
  readonly queryable: boolean;
  readonly replicateable: boolean;
  readonly retrieveable: boolean;
  readonly searchable: boolean;
  readonly triggerable: boolean;
  readonly undeletable: boolean;
  readonly updateable: boolean;
}

/** The traits of an ordinary object, as an org's own ones are. */
export const usualTraits: ObjectTraits = {
  activateable: false,
  createable: true,
  deepCloneable: false,
  deletable: true,
  feedEnabled: false,
  layoutable: true,
  mergeable: false,
  mruEnabled: true,
  queryable: true,
  replicateable: true,
  retrieveable: true,
  searchable: true,
  triggerable: true,
  undeletable: true,
  updateable: true,
};
