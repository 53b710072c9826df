import type { CallOptions } from "../../http/call-options.js";
import type { QuickActionDescribe } from "../../http/schemas.js";
import type { Id, OpenPicklist } from "../../schema/brand.js";
import type { Fields, ObjectName } from "../../schema/schema.js";
import type { RecordAttributes } from "../../schema/soql/record.js";
import type { DraftInput } from "../../schema/write.js";

/** What a list says of one quick action. */
export interface ListedQuickAction {
  /** As it is run, as `"NewTask"`. */
  readonly name: string;
  readonly label: string;
  readonly type: OpenPicklist<"Create" | "Update" | "LogACall" | "Post" | "SendEmail">;
}

/** An object's name that `T` is inferred from, `T` itself being any text. */
type TargetName<S, T> = T extends ObjectName<S> ? T : ObjectName<S>;

/**
 * The record a quick action writes, by its object: no field is asked for, since the action has values of its own.
 * Of any other text it is any record.
 */
// Before TypeScript knows which object it is, it asks what the record could be of. It must find one type under any
// text then, not those of all objects; so a property is looked up, and `as N` keeps it from looking through.
export type QuickActionRecords<S> = {
  readonly [N in keyof S | (string & {}) as N]: N extends keyof S
    ? DraftInput<S, N>
    : Readonly<Record<string, unknown>>;
};

/** What the record of a quick action begins with. */
export type QuickActionDefaults<S, T> = {
  readonly attributes: Pick<RecordAttributes, "type">;
} & (T extends keyof S ? Partial<Fields<S, T>> : Readonly<Record<string, unknown>>);

/** What a quick action is run with. */
export interface QuickActionArgs<S, T extends string> {
  /** API name of the object that it writes, which types the record. Default: the record may hold anything. */
  target?: TargetName<S, T> | undefined;
  /** The values that the user would give. */
  record: QuickActionRecords<S>[T];
}

/** What a quick action did. */
export interface QuickActionResult<T extends string> {
  /** The records it created, or changed. */
  readonly ids: Id<T>[];
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
  defaultValues<const T extends string = string>(
    name: string,
    args?: { target?: TargetName<S, T> | undefined } & Partial<Context>,
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
  run<const T extends string = string>(
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
