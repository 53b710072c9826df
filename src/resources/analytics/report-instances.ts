import { apiError } from "../../http/api-error.js";
import type { Send } from "../../http/pipeline.js";
import type { WireReportInstance, WireReportResult } from "../../http/schemas.js";
import { readResult } from "./read-result.js";
import { checkResult, getInstance } from "./report-requests.js";
import type { ReportResult } from "./report-result.js";
import type { ReportInstanceResult } from "./reports.js";
import { type WaitSettings, waitUntil } from "./wait-until.js";

/** An asynchronous run of a report. */
interface Run {
  readonly id: string;
  readonly instanceId: string;
}

export function readInstance(body: WireReportInstance): ReportInstanceResult {
  const { id, status, ownerId, requestDate, completionDate, reportId, reportName } = body.attributes;
  return {
    id,
    status,
    ownerId,
    requestDate,
    completionDate,
    reportId,
    reportName,
    result: status === "Success" ? readResult(checkResult(body as unknown as WireReportResult)) : undefined,
  };
}

/**
 * What an asynchronous run gives, when it has ended.
 *
 * @throws ApiError where it failed, TimeoutError where it takes too long, and `signal.reason`
 */
export function waitForInstance(
  send: Send,
  { id, instanceId }: Run,
  settings: WaitSettings,
): Promise<ReportResult> {
  return waitUntil(`Run ${instanceId} of report ${id}`, settings, async (options) => {
    const { status, result } = readInstance(await send(getInstance(id, instanceId), options));
    if (status !== "Error") return result;
    const message = "The run of the report failed, and Salesforce does not say why.";
    throw apiError([{ errorCode: "REPORT_FAILED", message, fields: [] }], {
      request: `report instance ${instanceId}`,
    });
  });
}
