import { createClient } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../../support/fake-org.js";
import { optionsFor } from "../../../support/small-org.js";

const RECORD = "001000000000001AAA";
const WORKITEM = "04i000000000001AAA";
const done = {
  success: true,
  entityId: RECORD,
  instanceId: "04g000000000001AAA",
  instanceStatus: "Approved",
  newWorkitemIds: [],
  actorIds: null,
  errors: null,
};
const refused = {
  success: false,
  entityId: RECORD,
  errors: [{ statusCode: "ALREADY_IN_PROCESS", message: "Cannot submit.", fields: [] }],
};

type Answer = Parameters<typeof fakeOrg>[0];
function clientOf(answer: Answer) {
  const org = fakeOrg(answer);
  const { approvals } = createClient({ ...optionsFor(org, { retry: { times: 0 } }), apiVersion: "66.0" });
  return { org, approvals };
}

describe("requests for approval", () => {
  it("are sent in Salesforce's words", async () => {
    const { org, approvals } = clientOf(() => json([done]));
    await approvals.submit(RECORD, {
      comments: "Please",
      nextApproverIds: ["005000000000001AAA"],
      submitterId: "005000000000002AAA",
      process: "Large_Deals",
      skipEntryCriteria: true,
    });
    await approvals.recall(WORKITEM);
    expect(org.sent.map(({ body }) => body)).toEqual([
      {
        requests: [
          {
            actionType: "Submit",
            contextId: RECORD,
            comments: "Please",
            nextApproverIds: ["005000000000001AAA"],
            contextActorId: "005000000000002AAA",
            processDefinitionNameOrId: "Large_Deals",
            skipEntryCriteria: true,
          },
        ],
      },
      { requests: [{ actionType: "Removed", contextId: WORKITEM }] },
    ]);
  });

  it("are told apart where the whole answer is a refusal, but holds results", async () => {
    const { approvals } = clientOf(() => json([done, refused], 400));
    expect(await approvals.process([{ approve: WORKITEM }, { submit: RECORD }])).toEqual([
      expect.objectContaining({ success: true, instanceStatus: "Approved", actorIds: [] }),
      {
        success: false,
        error: expect.objectContaining({ name: "ApiError", errorCode: "ALREADY_IN_PROCESS" }),
      },
    ]);
  });

  it("throw where one is refused, in any form", async () => {
    const results = clientOf(() => json([refused], 400)).approvals;
    await expect(results.submit(RECORD)).rejects.toMatchObject({ errorCode: "ALREADY_IN_PROCESS" });
    const plain = clientOf(() => json([{ errorCode: "NOT_FOUND", message: "no" }], 404)).approvals;
    await expect(plain.submit(RECORD)).rejects.toMatchObject({ name: "NotFoundError", status: 404 });
    const odd = clientOf(() => json([])).approvals;
    await expect(odd.submit(RECORD)).rejects.toMatchObject({ code: "decode.approvals" });
    const empty = clientOf(() => json([{ success: false, errors: null }])).approvals;
    await expect(empty.submit(RECORD)).rejects.toMatchObject({ name: "ApiError" });
  });

  it("go on after 200 that failed together", async () => {
    let calls = 0;
    const { org, approvals } = clientOf((request) => {
      calls += 1;
      if (calls === 2) return json([{ errorCode: "UNKNOWN_EXCEPTION", message: "no" }], 500);
      return json(request.body.requests.map(() => done));
    });
    const requests = Array.from({ length: 450 }, () => ({ approve: WORKITEM }));
    const outcomes = await approvals.process(requests);
    expect(org.sent).toHaveLength(3);
    expect(outcomes.map(({ success }) => success)).toEqual(
      Array.from({ length: 450 }, (_, index) => index < 200 || index >= 400),
    );
  });

  it("are never repeated by themselves", async () => {
    const org = fakeOrg(() => json([{ errorCode: "SERVER_UNAVAILABLE", message: "later" }], 503));
    const { approvals } = createClient({ ...optionsFor(org), apiVersion: "66.0" });
    await expect(approvals.approve(WORKITEM)).rejects.toMatchObject({ status: 503 });
    expect(org.sent).toHaveLength(1);
  });

  it.each<[string, (approvals: ReturnType<typeof clientOf>["approvals"]) => Promise<unknown>, string]>([
    ["no id", (a) => a.submit("Acme"), "`recordId` is no id"],
    ["an id cut short", (a) => a.pending("001000"), "`recordIds` is no id"],
    ["one of several ids", (a) => a.pending([RECORD, "x' OR Id != '"]), "`recordIds[1]` is no id"],
    ["the record's id", (a) => a.approve(RECORD), "`workitemId` is the id of something else"],
    ["a list of approvers that is empty", (a) => a.submit(RECORD, { nextApproverIds: [] }), "no list of ids"],
    ["an approver that is none", (a) => a.submit(RECORD, { nextApproverIds: ["x"] }), "nextApproverIds[0]"],
    [
      "an unknown option",
      (a) => a.reject(WORKITEM, { process: "x" } as object),
      "`args.process` is not known",
    ],
    ["comments that are no text", (a) => a.reject(WORKITEM, { comments: 7 } as object), "is no text"],
    ["nothing to do", (a) => a.process([{} as { submit: string }]), "`requests[0]` says nothing to do"],
    [
      "two things to do",
      (a) =>
        a.process([
          { submit: RECORD },
          { submit: RECORD, approve: WORKITEM } as object as { submit: string },
        ]),
      "`requests[1]` says more than one thing to do",
    ],
    ["no list", (a) => a.process({ submit: RECORD } as object as []), "`requests` is no list"],
  ])("send nothing with %s", async (_, run, message) => {
    const { org, approvals } = clientOf(() => json([done]));
    await expect(run(approvals)).rejects.toMatchObject({
      name: "SettingsError",
      code: message.endsWith("is no list") ? "settings.records" : "settings.approval",
      message: expect.stringContaining(message),
    });
    expect(org.sent).toEqual([]);
  });
});
