import type { DateTimeString, Id } from "../../../schema/brand.js";

/** Fields that nearly every object of the Tooling API has. */
export interface SystemFields<N extends string> {
  Id: Id<N>;
  CreatedById: Id<"User">;
  CreatedDate: DateTimeString;
  LastModifiedById: Id<"User">;
  LastModifiedDate: DateTimeString;
  SystemModstamp: DateTimeString;
}

type Author = { CreatedBy: "User"; LastModifiedBy: "User" };
type System = keyof SystemFields<string>;

/** An object whose records can be written. */
export interface WritableDef<
  Fields,
  Required extends string,
  ReadOnly extends string = never,
  OnCreate extends string = never,
  Parents = Record<never, never>,
  Children = Record<never, never>,
> {
  fields: Fields;
  parents: Author & Parents;
  polymorphic: Record<never, never>;
  children: Children;
  required: Required;
  notCreateable: System | ReadOnly;
  notUpdateable: System | ReadOnly | OnCreate;
}

/** An object whose records Salesforce alone writes. */
export interface ReadOnlyDef<Fields, Parents = Record<never, never>, Children = Record<never, never>> {
  fields: Fields;
  parents: Parents;
  polymorphic: Record<never, never>;
  children: Children;
  notCreateable: keyof Fields & string;
  notUpdateable: keyof Fields & string;
}
