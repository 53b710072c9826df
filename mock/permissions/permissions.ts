import type { RawDescribe } from "../../codegen/model/raw-describe.js";
import { type Catalog, createCatalog } from "../catalog/catalog.js";
import type { Store } from "../store/store.js";
import type { Profiles } from "./profile-rights.js";
import { restrictedDescribe } from "./restricted-describe.js";

/** What each user sees of the schema. */
export interface Permissions {
  catalogOf(userId: string): Catalog;
}

/** @throws TypeError where rights name an object or field that is not there */
export function createPermissions(
  profiles: Profiles,
  describes: readonly RawDescribe[],
  catalog: Catalog,
  store: Store,
): Permissions {
  checkNames(profiles, catalog);
  const catalogs = new Map<string, Catalog>();
  return {
    catalogOf(userId) {
      const profile = profileOf(userId, store);
      const rights = Object.hasOwn(profiles, profile) ? profiles[profile] : undefined;
      if (rights === undefined) return catalog;
      const known =
        catalogs.get(profile) ??
        restrictedCatalog(describes, catalog, (raw) => restrictedDescribe(raw, rights));
      catalogs.set(profile, known);
      return known;
    },
  };
}

function profileOf(userId: string, store: Store): string {
  const profileId = store.table("User").get(userId)?.values.ProfileId;
  const profile = typeof profileId === "string" ? store.table("Profile").get(profileId) : undefined;
  return String(profile?.values.Name ?? "");
}

function restrictedCatalog(
  describes: readonly RawDescribe[],
  whole: Catalog,
  restrict: (raw: RawDescribe) => RawDescribe | undefined,
): Catalog {
  const seen = describes.flatMap((raw) => {
    // Objects that others do not see must not change which ids are whose.
    const { keyPrefix = null } = whole.find(raw.name) ?? {};
    const restricted = restrict({ ...raw, keyPrefix });
    return restricted === undefined ? [] : [restricted];
  });
  // A deletion takes children along, seen or not.
  return { ...createCatalog(seen), incoming: whole.incoming };
}

function checkNames(profiles: Profiles, catalog: Catalog): void {
  for (const [profile, { objects = {}, fields = {} }] of Object.entries(profiles)) {
    for (const name of Object.keys(objects)) {
      if (catalog.find(name)?.name === name) continue;
      throw new TypeError(`profiles["${profile}"].objects: the org has no object \`${name}\`.`);
    }
    for (const path of Object.keys(fields)) {
      const [object = "", field = ""] = path.split(".");
      if (catalog.find(object)?.field(field)?.name === field) continue;
      throw new TypeError(
        `profiles["${profile}"].fields: the org has no field \`${path}\`. Write "Object.Field".`,
      );
    }
  }
}
