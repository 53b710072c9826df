/** What a profile's users may do with the records of an object. What is left out they may. */
export interface ObjectRights {
  read?: boolean;
  create?: boolean;
  edit?: boolean;
  delete?: boolean;
}

export interface FieldRights {
  read?: boolean;
  edit?: boolean;
}

/** What a profile takes from its users; all else they may. */
export interface ProfileRights {
  /** By object: `{ Account: { delete: false } }`. Without `read` an object is not there. */
  objects?: Readonly<Record<string, ObjectRights>>;
  /** By object and field: `{ "Account.AnnualRevenue": { edit: false } }`. Without `read` a field is not there. */
  fields?: Readonly<Record<string, FieldRights>>;
}

/** Rights by the name of the profile. */
export type Profiles = Readonly<Record<string, ProfileRights>>;
