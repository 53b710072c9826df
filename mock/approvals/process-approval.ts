import type { DataContext } from "../data-context.js";
import { recordFault } from "../http/fault.js";
import { answerWorkitem } from "./answer-workitem.js";
import type { ApprovalProcesses } from "./approval-process.js";
import type { ApprovalOutcome, ApprovalRequest } from "./approval-request.js";
import { submitRecord } from "./submit-record.js";

const ANSWERS = { Approve: "Approved", Reject: "Rejected", Removed: "Removed" } as const;

/** Does what a request asks for. */
export function processApproval(
  context: DataContext,
  processes: ApprovalProcesses,
  request: ApprovalRequest,
): ApprovalOutcome {
  const { actionType } = request;
  if (actionType === "Submit") return submitRecord(context, processes, request);
  if (Object.hasOwn(ANSWERS, actionType)) {
    return answerWorkitem(context, processes, request, ANSWERS[actionType as keyof typeof ANSWERS]);
  }
  throw recordFault("INVALID_ARGUMENT_TYPE", `no such action: ${actionType}`, ["actionType"]);
}
