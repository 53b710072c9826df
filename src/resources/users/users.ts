import type { CallOptions } from "../../http/call-options.js";
import type { Id } from "../../schema/brand.js";
import type { RecordAttributes } from "../../schema/soql/record.js";

/** A record the user looked at. */
export interface RecentItem {
  /** The object it is of is `attributes.type`. */
  readonly attributes: RecordAttributes;
  readonly Id: Id;
  /** Its name, whatever that is called in its object. */
  readonly Name: string | null;
}

/**
 * The records the user looked at last, of all objects, the latest first: at most 200. `GET /recent`.
 *
 * @param args `limit`: at most this many. Default: as many as Salesforce gives
 * @throws SettingsError where `limit` is no whole number from 1 to 200
 */
export type Recent = (args?: { limit?: number | undefined }, options?: CallOptions) => Promise<RecentItem[]>;

/** The passwords of users. Those of others need the permission "Manage Users". */
export interface Passwords {
  /**
   * Whether a user has to set a new password. `GET /sobjects/User/{id}/password`.
   * @throws NotFoundError where there is no such user
   */
  isExpired(userId: Id<"User">, options?: CallOptions): Promise<boolean>;

  /**
   * Gives a user a password. It is in no error, trace or log. `POST /sobjects/User/{id}/password`.
   *
   * @throws SettingsError where it is no text, or empty
   * @throws ValidationError with `INVALID_NEW_PASSWORD` where the org's rules for passwords refuse it
   */
  set(userId: Id<"User">, newPassword: string, options?: CallOptions): Promise<void>;

  /**
   * Takes a user's password away and returns a new one that Salesforce made. Never repeated by itself.
   * `DELETE /sobjects/User/{id}/password`.
   */
  reset(userId: Id<"User">, options?: CallOptions): Promise<string>;
}
