import type { ApiError, Id, OrgtypeError, WorkitemId } from "orgtype";
import type { Client } from "orgtype/standard";
import { describe, expectTypeOf, it } from "vitest";

declare const sf: Client;
declare const accountId: Id<"Account">;
declare const contactId: Id<"Contact">;

describe("an approval", () => {
  it("goes on with the ids that were answered", async () => {
    const { newWorkitemIds, instanceId } = await sf.approvals.submit(accountId, { comments: "Please" });
    expectTypeOf(newWorkitemIds).toEqualTypeOf<WorkitemId[]>();
    await sf.ProcessInstance.retrieve(instanceId, { fields: ["Status"] });
    await sf.approvals.approve(newWorkitemIds[0]!);
    const pending = await sf.approvals.pending([accountId, contactId]);
    expectTypeOf(pending[0]!.workitemId).toEqualTypeOf<WorkitemId>();
    await sf.approvals.process(pending.map(({ workitemId }) => ({ approve: workitemId })));
  });

  it("has an outcome for each of many", async () => {
    const [outcome] = await sf.approvals.process([{ submit: accountId, process: "Large" }]);
    if (outcome?.success === true) expectTypeOf(outcome.instanceId).toEqualTypeOf<Id<"ProcessInstance">>();
    if (outcome?.success === false) expectTypeOf(outcome.error).toEqualTypeOf<ApiError | OrgtypeError>();
    // @ts-expect-error may have failed
    void outcome?.instanceId;
  });

  it("refuses what there is not", () => {
    // @ts-expect-error the id of a record is no work item
    sf.approvals.approve(accountId);
    // @ts-expect-error the id of a record is no work item
    sf.approvals.process([{ reject: accountId }]);
    // @ts-expect-error accounts approve nothing
    sf.approvals.submit(accountId, { nextApproverIds: [accountId] });
    // @ts-expect-error no such option
    sf.approvals.submit(accountId, { comment: "x" });
    // @ts-expect-error not of an answer
    sf.approvals.approve("04i000000000001AAA", { skipEntryCriteria: true });
    // @ts-expect-error one thing at a time
    sf.approvals.process([{ submit: accountId, approve: "04i000000000001AAA" }]);
    // @ts-expect-error nothing to do
    sf.approvals.process([{ comments: "x" }]);
    // @ts-expect-error not of a rejection
    sf.approvals.process([{ reject: "04i000000000001AAA", nextApproverIds: ["005000000000001AAA"] }]);
    // @ts-expect-error may not be there
    sf.approvals.list().then(({ Account }) => Account[0]);
  });
});
