import type { Value } from "../store/table.js";

/** Who is asked in one step of an approval process, and whose answers count. Names are those of the Metadata API. */
export interface ApprovalStep {
  /** Its unique name. Default: `Step_1`, and so on. */
  readonly name?: string;
  /**
   * The user names of those who are asked; `"manager"` for the manager of who submitted the record; `"chosen"` for
   * those whom the request before names in `nextApproverIds`.
   */
  readonly approvers: readonly string[] | "manager" | "chosen";
  /** Whether the first approval is enough, or everyone has to approve. Default: `"FirstResponse"`. */
  readonly whenMultipleApprovers?: "FirstResponse" | "Unanimous";
}

/** Values that fields of the record get, such as `{ Status__c: "Approved" }`. */
export type FieldUpdates = Readonly<Record<string, Value>>;

/** An approval process that is active. Names are those of the Metadata API. */
export interface ApprovalProcess {
  /** API name of the object whose records it approves. */
  readonly object: string;
  /** Default: its unique name. */
  readonly label?: string;
  readonly description?: string;
  /** Whether a record may be submitted to it, by the values of its fields. Default: every record may. */
  readonly entryCriteria?: (record: Readonly<Record<string, Value>>) => boolean;
  /**
   * Who may edit a record that waits for an answer: users with "Modify All Data" alone, or those who are asked, too.
   * Default: `"AdminOnly"`.
   */
  readonly recordEditability?: "AdminOnly" | "AdminOrCurrentApprover";
  /** Whether who submitted a record may recall it; users with "Modify All Data" always may. Default: false. */
  readonly allowRecall?: boolean;
  /** One after the other. */
  readonly steps: readonly ApprovalStep[];
  readonly initialSubmissionActions?: FieldUpdates;
  readonly finalApprovalActions?: FieldUpdates;
  readonly finalRejectionActions?: FieldUpdates;
  readonly recallActions?: FieldUpdates;
}

/** Approval processes by their unique names, in the order in which they are tried. */
export type ApprovalProcesses = Readonly<Record<string, ApprovalProcess>>;
