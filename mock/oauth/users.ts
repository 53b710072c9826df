import type { DataContext } from "../data-context.js";
import { isDeleted, type StoredRecord, type Value } from "../store/table.js";

/** A user who can log in: one of the org's User records. */
export interface LoginUser {
  readonly id: string;
  readonly username: string;
  readonly active: boolean;
  readonly values: Readonly<Record<string, Value>>;
}

const USERNAME = { name: "Username", matchesCase: false };

/** The user with this username, in any case. */
export function findUser(context: DataContext, username: string): LoginUser | undefined {
  const records = context.store.table("User").lookup(USERNAME, username);
  const record = records.find((candidate) => !isDeleted(candidate));
  return record === undefined ? undefined : loginUser(record);
}

export function getUser(context: DataContext, id: string): LoginUser | undefined {
  const record = context.store.table("User").get(id);
  return record === undefined ? undefined : loginUser(record);
}

function loginUser(record: StoredRecord): LoginUser {
  const { id, values } = record;
  return { id, username: String(values.Username ?? ""), active: values.IsActive !== false, values };
}
