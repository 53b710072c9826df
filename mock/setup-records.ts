import type { ObjectInfo } from "./catalog/object-info.js";
import type { DataContext } from "./data-context.js";
import { creationFields, defaultValues } from "./dml/defaults.js";
import type { Credentials } from "./oauth/credentials.js";
import type { Value } from "./store/table.js";

const USUAL_USER = {
  IsActive: true,
  UserType: "Standard",
  TimeZoneSidKey: "GMT",
  LocaleSidKey: "en_US",
  LanguageLocaleKey: "en_US",
  EmailEncodingKey: "UTF-8",
};

/** What every org has from its first day: itself, a profile, the running user, and its record types. */
export function createSetupRecords(
  context: DataContext,
  ids: { organizationId: string; profileId: string },
  credentials: Credentials,
): void {
  insert(context, "Organization", ids.organizationId, {
    Name: "Embedded Org",
    OrganizationType: "Developer Edition",
    InstanceName: "EMB1",
    IsSandbox: false,
    LanguageLocaleKey: "en_US",
    DefaultLocaleSidKey: "en_US",
    TimeZoneSidKey: "GMT",
  });
  insert(context, "Profile", ids.profileId, {
    Name: "System Administrator",
    UserType: "Standard",
    PermissionsApiEnabled: true,
    PermissionsModifyAllData: true,
    PermissionsViewAllData: true,
    PermissionsManageUsers: true,
    PermissionsCustomizeApplication: true,
    PermissionsViewSetup: true,
  });
  insertUser(context, context.userId, {
    Username: credentials.username,
    Email: credentials.username,
    FirstName: "Embedded",
    LastName: "User",
    Name: "Embedded User",
    Alias: "embed",
    CommunityNickname: "embedded.user",
    ...USUAL_USER,
    ProfileId: ids.profileId,
  });
  for (const object of context.catalog.objects) insertRecordTypes(context, object);
}

/** Profiles that tests have named, beside that of the running user. */
export function createProfiles(context: DataContext, names: readonly string[]): void {
  const known = new Set([...context.store.table("Profile").all()].map(({ values }) => values.Name));
  for (const name of names) {
    if (!known.has(name))
      insert(context, "Profile", context.ids.next("00e"), { Name: name, UserType: "Standard" });
  }
}

/** Adds a user who can log in. Throws a TypeError where there is no such profile. */
export function addUser(context: DataContext, username: string, profile: string): string {
  const profiles = [...context.store.table("Profile").all()];
  const found = profiles.find(({ values }) => values.Name === profile);
  if (found === undefined) {
    const names = profiles.map(({ values }) => values.Name).join(", ");
    throw new TypeError(`The org has no profile "${profile}". It has ${names}.`);
  }
  const id = context.ids.next("005");
  insertUser(context, id, {
    Username: username,
    Email: username,
    LastName: profile,
    Name: profile,
    Alias: profile.slice(0, 8).toLowerCase(),
    CommunityNickname: username.slice(0, 40),
    ...USUAL_USER,
    ProfileId: found.id,
  });
  return id;
}

/** The user can log in even where the org's describes do not have the object, or not all of its fields. */
function insertUser(context: DataContext, id: string, values: Record<string, Value>): void {
  insert(context, "User", id, values);
  const record = context.store.table("User").get(id);
  if (record === undefined) context.store.insert("User", id, values);
  else context.store.replace("User", record, values);
}

function insertRecordTypes(context: DataContext, object: ObjectInfo): void {
  for (const type of object.recordTypes) {
    if (type.master) continue;
    insert(context, "RecordType", type.id, {
      Name: type.name,
      DeveloperName: type.developerName,
      SobjectType: object.name,
      IsActive: true,
    });
  }
}

/** Puts in a record as it is, with those of the values that the object has fields for. */
function insert(context: DataContext, objectName: string, id: string, given: Record<string, Value>): void {
  const object = context.catalog.find(objectName);
  if (object === undefined) return;
  const known = Object.entries(given).filter(([name]) => object.field(name) !== undefined);
  const values = Object.assign(defaultValues(context, object), Object.fromEntries(known));
  context.store.insert(object.name, id, Object.assign(values, creationFields(context, object, id)));
}
