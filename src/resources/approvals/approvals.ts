import type { ApiError, OrgtypeError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Id, OpenPicklist } from "../../schema/brand.js";

/** An approval process that is active. */
export interface ApprovalProcess {
  readonly id: Id<"ProcessDefinition">;
  readonly name: string;
  /** API name of the object whose records it approves. */
  readonly object: string;
  readonly description: string | null;
  /** Of several that fit a record, the one with the lowest is taken. */
  readonly sortOrder: number;
}

/** The id of a work item: what one approver is asked. */
export type WorkitemId = Id<"ProcessInstanceWorkitem">;

/** How a record is submitted. */
export interface SubmitArgs {
  /** What the approvers read. */
  comments?: string | undefined;
  /** Who is asked, where the process leaves that to who submits: users, or queues. */
  nextApproverIds?: readonly Id<"User" | "Group">[] | undefined;
  /** For whom it is submitted. Default: the user who is logged in. */
  submitterId?: Id<"User"> | undefined;
  /** Unique name or id of the process. Default: the first one whose entry criteria the record meets. */
  process?: string | undefined;
  /** True to submit to `process` whatever its entry criteria say. Default: false. */
  skipEntryCriteria?: boolean | undefined;
}

/** How a request is approved. */
export interface ApproveArgs {
  /** What is kept in the history. */
  comments?: string | undefined;
  /** Who is asked next, where the process leaves that to who approves: users, or queues. */
  nextApproverIds?: readonly Id<"User" | "Group">[] | undefined;
}

/** How a request is rejected or recalled. */
export interface RejectArgs {
  /** What is kept in the history. */
  comments?: string | undefined;
}

/** One of many requests: `{ submit: recordId }`, `{ approve: workitemId }`, `{ reject: … }` or `{ recall: … }`. */
export type ApprovalRequest = Submission | Approval | Rejection | Recall;

interface Submission extends SubmitArgs {
  submit: Id;
  approve?: never;
  reject?: never;
  recall?: never;
}

interface Answering {
  submit?: never;
  submitterId?: never;
  process?: never;
  skipEntryCriteria?: never;
}

interface Approval extends ApproveArgs, Answering {
  approve: WorkitemId;
  reject?: never;
  recall?: never;
}

interface Rejection extends RejectArgs, Answering {
  reject: WorkitemId;
  approve?: never;
  recall?: never;
  nextApproverIds?: never;
}

interface Recall extends RejectArgs, Answering {
  recall: WorkitemId;
  approve?: never;
  reject?: never;
  nextApproverIds?: never;
}

/** Where a record stands after a request. */
export interface ApprovalResult {
  /** The record. */
  readonly entityId: Id;
  /** The submission, a `ProcessInstance`. */
  readonly instanceId: Id<"ProcessInstance">;
  readonly instanceStatus: OpenPicklist<"Approved" | "Pending" | "Rejected" | "Removed">;
  /** What is asked next: one work item for each of `actorIds`. */
  readonly newWorkitemIds: WorkitemId[];
  /** Who is asked next. */
  readonly actorIds: Id<"User" | "Group">[];
}

/** What became of one of many requests: look at `success` before anything else. */
export type ApprovalOutcome =
  | ({ readonly success: true } & ApprovalResult)
  | { readonly success: false; readonly error: ApiError | OrgtypeError };

/** A question that waits for an answer. */
export interface PendingApproval {
  /** What `approve`, `reject` and `recall` take. */
  readonly workitemId: WorkitemId;
  readonly recordId: Id;
  readonly instanceId: Id<"ProcessInstance">;
  /** Who is asked. */
  readonly actorId: Id<"User" | "Group">;
}

/**
 * Records that wait for someone's approval. Until it is decided on, a submitted record is locked: to edit it is a
 * LockedError for most users.
 */
export interface Approvals {
  /** The processes that are active, by object; none of an object that has none. `GET /process/approvals`. */
  list(options?: CallOptions): Promise<Readonly<Record<string, readonly ApprovalProcess[] | undefined>>>;

  /**
   * Submits a record for approval. `POST /process/approvals`. Never repeated by itself.
   *
   * @throws SettingsError where an id or argument cannot be
   * @throws ApiError with `NO_APPLICABLE_PROCESS` where no process is for such a record, `ALREADY_IN_PROCESS` where
   * it was submitted before, `MANAGER_NOT_DEFINED` where the submitter has none who could be asked
   */
  submit(recordId: Id, args?: SubmitArgs, options?: CallOptions): Promise<ApprovalResult>;

  /**
   * Approves what a work item asks for. `POST /process/approvals`. Never repeated by itself.
   *
   * @throws SettingsError where an id or argument cannot be
   * @throws NotFoundError where the work item was answered before
   * @throws ForbiddenError where someone else is asked
   */
  approve(workitemId: WorkitemId, args?: ApproveArgs, options?: CallOptions): Promise<ApprovalResult>;

  /** Rejects what a work item asks for; throws as `approve`. `POST /process/approvals`. */
  reject(workitemId: WorkitemId, args?: RejectArgs, options?: CallOptions): Promise<ApprovalResult>;

  /**
   * Takes a submission back, by one of its work items, where the process allows it; throws as `approve`.
   * `POST /process/approvals` with the action `Removed`.
   */
  recall(workitemId: WorkitemId, args?: RejectArgs, options?: CallOptions): Promise<ApprovalResult>;

  /**
   * Many requests of any kind, 200 to a request, with an outcome for each in the order given. They do not depend on
   * each other: one that fails leaves the others as they are. `POST /process/approvals`.
   *
   * @throws SettingsError where one cannot be; nothing was sent
   * @throws ApiError where the first 200 were refused as a whole; of later ones each has the error as its outcome
   *
   * @example
   * const outcomes = await sf.approvals.process(pending.map(({ workitemId }) => ({ approve: workitemId })));
   */
  process(requests: readonly ApprovalRequest[], options?: CallOptions): Promise<ApprovalOutcome[]>;

  /**
   * What waits for an answer, of one record or of several: a work item for each who is asked. `GET /query`.
   *
   * @example
   * for (const { workitemId } of await sf.approvals.pending(id)) await sf.approvals.approve(workitemId);
   */
  pending(recordIds: Id | readonly Id[], options?: CallOptions): Promise<PendingApproval[]>;
}
