import { DecodeError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import { createSend, nameOf, type SendSettings, toWire } from "../../http/pipeline.js";
import { errorEntries, errorOf } from "../../http/refusal.js";
import type { WireApprovalRequest, WireApprovalResult } from "../../http/schemas.js";
import { sendInParts } from "../../http/send-in-parts.js";
import { takingResults } from "../../http/taking-results.js";
import { checkList } from "../sobject/check-list.js";
import type { ApprovalParts } from "./approval-parts.js";
import type { ApprovalOutcome, ApprovalResult, Approvals } from "./approvals.js";
import { pendingApprovals } from "./pending-approvals.js";
import { type ApprovalVerb, wireRequest, wireRequestOf } from "./wire-request.js";

/** As many requests as are sent at a time. */
const LARGEST_REQUEST = 200;

export function approvalsOf(parts: ApprovalParts): Approvals {
  const { handler, apiVersion, headers, hints, send } = parts;
  const settings: SendSettings = { apiVersion, headers, ...(hints && { hints }) };
  const sendRequests = createSend(takingResults(handler, isResult), settings);

  async function processTogether(
    requests: readonly WireApprovalRequest[],
    options: CallOptions = {},
  ): Promise<ApprovalOutcome[]> {
    const sent = processRequests(requests);
    const results = await sendRequests(sent, options);
    const request = nameOf(toWire(sent, options, settings));
    return Promise.all(results.map((result) => outcomeOf(result, request, settings)));
  }

  function one(verb: ApprovalVerb) {
    const id = verb === "submit" ? "recordId" : "workitemId";
    return async (contextId: string, args?: object, options?: CallOptions): Promise<ApprovalResult> => {
      const request = wireRequest(verb, contextId, args, { id, args: "args" });
      const [outcome] = await processTogether([request], options);
      if (outcome?.success !== true) throw outcome?.error;
      const { success: _, ...result } = outcome;
      return result;
    };
  }

  return {
    list: async (options) => send(listProcesses(), options),
    submit: one("submit"),
    approve: one("approve"),
    reject: one("reject"),
    recall: one("recall"),
    async process(requests, options = {}) {
      const all = checkList(requests, "requests").map((request, index) =>
        wireRequestOf(request, `requests[${index}]`),
      );
      return sendInParts(all, LARGEST_REQUEST, (part) => processTogether(part, options), options);
    },
    pending: (recordIds, options) => pendingApprovals(parts, recordIds, options),
  };
}

/** `GET /process/approvals`. */
function listProcesses() {
  return operation("get", "/process/approvals", {}, ({ approvals }) => approvals);
}

/** `POST /process/approvals`. Nobody knows whether doing it twice is the same as once. */
function processRequests(requests: readonly WireApprovalRequest[]): Operation<WireApprovalResult[]> {
  return operation("post", "/process/approvals", { body: { requests: [...requests] } }, (results) => {
    if (Array.isArray(results) && results.length === requests.length && results.every(isResult))
      return results;
    throw new DecodeError(
      "decode.approvals",
      `Salesforce did not answer for each of ${requests.length} requests for approval.`,
      { hint: "What became of them is not known: see what is pending." },
    );
  });
}

function isResult(value: unknown): value is WireApprovalResult {
  return typeof (value as { success?: unknown } | null | undefined)?.success === "boolean";
}

async function outcomeOf(
  result: WireApprovalResult,
  request: string,
  { hints }: SendSettings,
): Promise<ApprovalOutcome> {
  const { success, entityId, instanceId, instanceStatus, newWorkitemIds, actorIds, errors } = result;
  if (success) {
    return {
      success,
      entityId: entityId ?? "",
      instanceId: instanceId ?? "",
      instanceStatus: instanceStatus ?? "",
      newWorkitemIds: newWorkitemIds ?? [],
      actorIds: actorIds ?? [],
    };
  }
  const entries = errorEntries(400, errors ?? []);
  return { success: false, error: errorOf(entries, { request }, await hints?.()) };
}
