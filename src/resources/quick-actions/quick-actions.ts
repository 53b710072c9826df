import type { CallOptions } from "../../http/call-options.js";
import type { QuickActionDescribe } from "../../http/schemas.js";
import type { Id, OpenPicklist } from "../../schema/brand.js";
import type { Fields, ObjectName } from "../../schema/schema.js";
import type { RecordAttributes } from "../../schema/soql/record.js";
import type { CreateInput } from "../../schema/write.js";

/** What a list says of one quick action. */
export interface ListedQuickAction {
  /** As it is run, as `"NewTask"`. */
  readonly name: string;
  readonly label: string;
  readonly type: OpenPicklist<"Create" | "Update" | "LogACall" | "Post" | "SendEmail">;
}

/** The record a quick action writes: no field is asked for, since the action has values of its own. */
export type QuickActionRecord<S, T> = [T] extends [never]
  ? Readonly<Record<string, unknown>>
  : T extends keyof S
    ? Partial<CreateInput<S, T>>
    : never;

/** What the record of a quick action begins with. */
export type QuickActionDefaults<S, T> = { readonly attributes: Pick<RecordAttributes, "type"> } & ([
  T,
] extends [never]
  ? Readonly<Record<string, unknown>>
  : T extends keyof S
    ? Partial<Fields<S, T>>
    : never);

/** What a quick action is run with. */
export interface QuickActionArgs<S, T> {
  /** API name of the object that it writes, which types the record. Default: the record may hold anything. */
  target?: T | undefined;
  /** The values that the user would give. */
  record: QuickActionRecord<S, T>;
}

/** What a quick action did. */
export interface QuickActionResult<T> {
  /** The records it created, or changed. */
  readonly ids: Id<[T] extends [never] ? string : T & string>[];
  /** Whether it created a record. */
  readonly created: boolean;
  /** The record it was run at. */
  readonly contextId: Id | null;
  /** The posts that tell of it. */
  readonly feedItemIds: Id<"FeedItem">[];
  /** What a user would be told, where the action says. */
  readonly successMessage: string | null;
}

/**
 * Quick actions: what users start from a button, with predefined values and a layout of their own.
 *
 * @typeParam Context which record they are run at
 */
export interface QuickActions<S, Context> {
  /** The actions that the user may run. `GET /quickActions`, `GET /sobjects/{sObject}/quickActions`. */
  list(options?: CallOptions): Promise<ListedQuickAction[]>;
  /**
   * What an action writes, its predefined values and its layout. `GET /quickActions/{name}/describe`.
   *
   * @throws NotFoundError where there is no such action
   */
  describe(name: string, options?: CallOptions): Promise<QuickActionDescribe>;
  /**
   * What the record begins with when the action is run at a record, decoded as those of a query.
   * `GET /quickActions/{name}/defaultValues`, `GET /quickActions/{name}/defaultValues/{contextId}`.
   *
   * @throws NotFoundError where there is no such action
   * @throws SettingsError where it does not write `target`
   */
  defaultValues<const T extends ObjectName<S> = never>(
    name: string,
    args?: { target?: T | undefined } & Partial<Context>,
    options?: CallOptions,
  ): Promise<QuickActionDefaults<S, T>>;
  /**
   * Runs an action as if the user had filled in its form. Never repeated by itself.
   * `POST /quickActions/{name}`, `POST /sobjects/{sObject}/quickActions/{name}`.
   *
   * @throws SettingsError where the record cannot be sent
   * @throws NotFoundError where there is no such action
   * @throws ApiError where the record is refused, as by `create`
   *
   * @example
   * await sf.Account.quickActions.run("New_Contact", { target: "Contact", contextId: id, record: { LastName: "Reed" } });
   */
  run<const T extends ObjectName<S> = never>(
    name: string,
    args: QuickActionArgs<S, T> & Context,
    options?: CallOptions,
  ): Promise<QuickActionResult<T>>;
}

/** Where global actions are run: at a record, or nowhere. */
export interface AnyContext {
  /** The record it is run at. Default: none. */
  contextId?: Id | undefined;
}

/** Where actions of an object are run. */
export interface ObjectContext<N extends string> {
  /** The record it is run at. */
  contextId: Id<N>;
}
