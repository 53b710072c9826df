import { type ApprovalProcesses, createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

const BOARD = ["one@example.com", "two@example.com"];
const approvals: ApprovalProcesses = {
  Board: { object: "Account", steps: [{ approvers: BOARD }, { approvers: "chosen" }] },
};

function boarded() {
  const org = createOrg({ approvals, profiles: { Sales: {} } });
  const users = BOARD.map((username) => org.addUser({ profile: "Sales", username }));
  const [accountId = ""] = org.seed({ Account: [{ Name: "Acme" }] }).Account ?? [];
  const rest = api(org);
  const process = async (...requests: object[]) => (await rest.post("/process/approvals", { requests })).body;
  const submit = async () => (await process({ actionType: "Submit", contextId: accountId }))[0];
  return { org, users, accountId, rest, process, submit };
}

describe("the embedded org's approvals", () => {
  it("are over for the others where the first answer counts", async () => {
    const { rest, process, submit, users } = boarded();
    const { newWorkitemIds, actorIds } = await submit();
    expect(actorIds).toEqual(users.map(({ id }) => id));
    const [second] = await process({
      actionType: "Approve",
      contextId: newWorkitemIds[0],
      nextApproverIds: [users[1]!.id],
    });
    expect(second).toMatchObject({ success: true, instanceStatus: "Pending", actorIds: [users[1]!.id] });
    const { body } = await rest.query("SELECT StepStatus FROM ProcessInstanceStep ORDER BY Id");
    expect(body.records.map((step: { StepStatus: string }) => step.StepStatus)).toEqual([
      "Started",
      "Approved",
      "NoResponse",
    ]);
    const [gone] = await process({ actionType: "Approve", contextId: newWorkitemIds[1] });
    expect(gone).toMatchObject({ success: false, errors: [{ statusCode: "INVALID_CROSS_REFERENCE_KEY" }] });
  });

  it("change nothing where the next step asks nobody", async () => {
    const { rest, process, submit } = boarded();
    const { newWorkitemIds } = await submit();
    const [refused] = await process({ actionType: "Approve", contextId: newWorkitemIds[0] });
    expect(refused).toMatchObject({ success: false, errors: [{ statusCode: "REQUIRED_FIELD_MISSING" }] });
    const { body } = await rest.query("SELECT COUNT() FROM ProcessInstanceWorkitem");
    expect(body.totalSize).toBe(2);
  });

  it("go on in an org that is made of the data of another", async () => {
    const { org, submit } = boarded();
    const { newWorkitemIds } = await submit();
    const copy = createOrg({ approvals, data: org.export() });
    expect(copy.records("ProcessDefinition")).toHaveLength(1);
    const requests = [{ actionType: "Reject", contextId: newWorkitemIds[0] }];
    const { body } = await api(copy).post("/process/approvals", { requests });
    expect(body).toMatchObject([{ success: true, instanceStatus: "Rejected" }]);
  });

  it("are undone with everything else", async () => {
    const { org, submit, rest } = boarded();
    const mark = org.snapshot();
    await submit();
    org.restore(mark);
    expect((await rest.query("SELECT COUNT() FROM ProcessInstance")).body.totalSize).toBe(0);
    expect(await submit()).toMatchObject({ success: true });
  });

  it("find a process by its name or id", async () => {
    const { org, process, accountId: contextId } = boarded();
    const { Id } = org.records("ProcessDefinition")[0]!;
    const submit = (named: unknown) =>
      process({ actionType: "Submit", contextId, processDefinitionNameOrId: named });
    expect(await submit("04a")).toMatchObject([{ errors: [{ statusCode: "NO_APPLICABLE_PROCESS" }] }]);
    expect(await submit(String(Id).slice(0, 15))).toMatchObject([{ success: true }]);
  });

  it.each([
    [{ actionType: "Submit" }, "REQUIRED_FIELD_MISSING"],
    [{ actionType: "Submit", contextId: "Acme" }, "MALFORMED_ID"],
    [{ actionType: "Submit", contextId: "001000000000001AAA" }, "INVALID_CROSS_REFERENCE_KEY"],
    [{ actionType: "Ask", contextId: "001000000000001AAA" }, "INVALID_ARGUMENT_TYPE"],
  ])("refuse %o", async (request, statusCode) => {
    const { process } = boarded();
    expect(await process(request)).toMatchObject([{ success: false, errors: [{ statusCode }] }]);
  });

  it("are processes that the org can have", () => {
    expect(() => createOrg({ approvals: { Odd: { object: "Acount", steps: [{ approvers: [] }] } } })).toThrow(
      "The approval process Odd is for Acount, which the org does not have.",
    );
    expect(() => createOrg({ approvals: { Odd: { object: "Account", steps: [] } } })).toThrow("has no steps");
  });
});
