import type { CallOptions } from "../../http/call-options.js";
import type { Id, OpenPicklist } from "../../schema/brand.js";
import type { ObjectName } from "../../schema/schema.js";

/** Something that a workflow rule does. */
export interface WorkflowAction {
  readonly id: Id;
  readonly name: string;
  readonly type: OpenPicklist<"Alert" | "FieldUpdate" | "OutboundMessage" | "Task">;
}

/** A workflow rule that is active. */
export interface WorkflowRule<N extends string = string> {
  readonly id: Id<"WorkflowRule">;
  readonly name: string;
  /** API name of the object whose records it is for. */
  readonly object: N;
  readonly description: string | null;
  /** Of the package it is from; null of the org's own ones. */
  readonly namespacePrefix: string | null;
  readonly actions: readonly WorkflowAction[];
}

/** Workflow rules: which there are, and having them evaluated without a write. */
export interface WorkflowRules<S> {
  /** The rules that are active, by object; none of an object that has none. `GET /process/rules`. */
  list(options?: CallOptions): Promise<Readonly<Record<string, readonly WorkflowRule[] | undefined>>>;
  /** Those of one object. `GET /process/rules/{sObject}`. */
  list<const N extends OpenPicklist<ObjectName<S>>>(
    object: N,
    options?: CallOptions,
  ): Promise<WorkflowRule<N>[]>;

  /**
   * A rule by its id. `GET /process/rules/{sObject}/{ruleId}`.
   *
   * @throws SettingsError where it is no id
   * @throws NotFoundError where the object has no such rule
   */
  get<const N extends OpenPicklist<ObjectName<S>>>(
    object: N,
    ruleId: Id<"WorkflowRule">,
    options?: CallOptions,
  ): Promise<WorkflowRule<N>>;

  /**
   * Evaluates all active rules of a record, or of several of one object, as if they had just been written: whatever
   * the rules say of when they are evaluated, each does what it says where its criteria are met. 200 records go in one
   * request, which is done for all of them or none. Never repeated by itself. `POST /process/rules`.
   *
   * @throws SettingsError where one is no id, or they are of several objects; nothing was sent
   * @throws ApiError where it was refused, and nothing was done
   * @throws PartialFailureError where it was done for the first requests of several: it tells for which records
   */
  trigger(recordIds: Id | readonly Id[], options?: CallOptions): Promise<void>;
}
