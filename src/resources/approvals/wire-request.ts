import { SettingsError } from "../../errors.js";
import type { WireApprovalRequest } from "../../http/schemas.js";

const ACTIONS = { submit: "Submit", approve: "Approve", reject: "Reject", recall: "Removed" } as const;
export type ApprovalVerb = keyof typeof ACTIONS;
const VERBS = Object.keys(ACTIONS) as ApprovalVerb[];

/** What each kind of request may say beside its id. */
const TAKES: Readonly<Record<ApprovalVerb, readonly string[]>> = {
  submit: ["comments", "nextApproverIds", "submitterId", "process", "skipEntryCriteria"],
  approve: ["comments", "nextApproverIds"],
  reject: ["comments"],
  recall: ["comments"],
};

/** How the ids of work items begin in every org. */
const WORKITEM = "04i";

/**
 * One of many requests as it is sent.
 *
 * @param place where it stands, as `requests[2]`: for the error
 * @throws SettingsError where it cannot be
 */
export function wireRequestOf(request: unknown, place: string): WireApprovalRequest {
  const given = (typeof request === "object" && request !== null ? request : {}) as Record<string, unknown>;
  const verbs = VERBS.filter((verb) => given[verb] !== undefined);
  const [verb] = verbs;
  if (verb === undefined || verbs.length > 1) {
    throw wrong(`\`${place}\` says ${verbs.length === 0 ? "nothing" : "more than one thing"} to do.`, {
      hint: "Give one of { submit: recordId }, { approve: workitemId }, { reject: … } and { recall: … }.",
    });
  }
  const { [verb]: id, ...args } = given;
  return wireRequest(verb, id, args, { id: `${place}.${verb}`, args: place });
}

/**
 * A request as it is sent.
 *
 * @param places where its parts stand: for the error
 * @throws SettingsError where it cannot be
 */
export function wireRequest(
  verb: ApprovalVerb,
  id: unknown,
  args: unknown,
  places: { readonly id: string; readonly args: string },
): WireApprovalRequest {
  const contextId = checkId(id, places.id);
  if (verb !== "submit" && !contextId.startsWith(WORKITEM)) {
    throw wrong(`\`${places.id}\` is the id of something else than a work item.`, {
      hint: "`sf.approvals.pending(recordId)` finds the work items of a record.",
    });
  }
  return { actionType: ACTIONS[verb], contextId, ...checkArgs(verb, args, places.args) };
}

function checkArgs(verb: ApprovalVerb, args: unknown, place: string): Partial<WireApprovalRequest> {
  const given = (args ?? {}) as Record<string, unknown>;
  const unknown = Object.keys(given).find((key) => given[key] !== undefined && !TAKES[verb].includes(key));
  if (typeof given !== "object" || unknown !== undefined) {
    throw wrong(
      unknown === undefined ? `\`${place}\` is no object.` : `\`${place}.${unknown}\` is not known.`,
      {
        hint: `To ${verb} takes ${TAKES[verb].join(", ")}.`,
      },
    );
  }
  const { comments, nextApproverIds, submitterId, process, skipEntryCriteria } = given;
  return {
    ...(comments !== undefined && { comments: checkText(comments, `${place}.comments`) }),
    ...(nextApproverIds !== undefined && {
      nextApproverIds: checkIds(nextApproverIds, `${place}.nextApproverIds`),
    }),
    ...(submitterId !== undefined && { contextActorId: checkId(submitterId, `${place}.submitterId`) }),
    ...(process !== undefined && { processDefinitionNameOrId: checkText(process, `${place}.process`) }),
    ...(skipEntryCriteria !== undefined && { skipEntryCriteria: skipEntryCriteria === true }),
  };
}

/** @throws SettingsError where it has not the form of an id */
export function checkId(id: unknown, place: string): string {
  if (typeof id === "string" && /^([a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(id)) return id;
  throw wrong(`\`${place}\` is no id.`, { hint: "Give a record id of 15 or 18 characters." });
}

function checkIds(ids: unknown, place: string): string[] {
  if (Array.isArray(ids) && ids.length > 0) return ids.map((id, index) => checkId(id, `${place}[${index}]`));
  throw wrong(`\`${place}\` is no list of ids.`, {
    hint: "Leave it out where the process knows who is asked.",
  });
}

function checkText(text: unknown, place: string): string {
  if (typeof text === "string") return text;
  throw wrong(`\`${place}\` is no text.`, {});
}

function wrong(message: string, details: { hint?: string }): SettingsError {
  return new SettingsError("settings.approval", message, details);
}
