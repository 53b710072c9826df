import { Connection } from "@jsforce/jsforce-node";
import { accessToken, clientCredentials, createClient, custom, type Id } from "orgtype";
import { type ApprovalProcesses, createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect, createClient as createTypedClient } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const LEAD = "lead@example.com";
const BOARD = ["board-1@example.com", "board-2@example.com"];

const processes: ApprovalProcesses = {
  Large_Deals: {
    object: "Opportunity",
    label: "Large deals",
    description: "Deals the board looks at.",
    entryCriteria: ({ Amount }) => Number(Amount) >= 10_000,
    allowRecall: true,
    steps: [
      { name: "Lead", approvers: [LEAD] },
      { name: "Board", approvers: BOARD, whenMultipleApprovers: "Unanimous" },
    ],
    initialSubmissionActions: { NextStep: "Wait" },
    finalApprovalActions: { NextStep: "Sign" },
    finalRejectionActions: { NextStep: "Talk" },
    recallActions: { NextStep: null },
  },
  All_Deals: { object: "Opportunity", steps: [{ approvers: "chosen" }] },
  Accounts: {
    object: "Account",
    recordEditability: "AdminOrCurrentApprover",
    steps: [{ approvers: "manager" }],
  },
};

/** Approvals over a real socket, by several users. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;
  /** Clients of users who may not do anything, by user name. */
  const users = new Map<string, { id: Id<"User">; sf: Client }>();

  beforeAll(async () => {
    org = createOrg({ profiles: { Sales: {} }, approvals: processes });
    server = await org.listen();
    const environment = custom(server.url);
    sf = await connect({ environment, auth: clientCredentials(org.credentials) });
    for (const username of ["seller@example.com", LEAD, ...BOARD]) {
      const user = org.addUser({ profile: "Sales", username });
      const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
      users.set(username, { id: user.id, sf: createTypedClient({ environment, auth }) });
    }
  });
  afterAll(() => server.close());

  const as = (username: string): Client => users.get(username)!.sf;
  const idOf = (username: string): Id<"User"> => users.get(username)!.id;
  const deal = (Amount: number) =>
    sf.Opportunity.create({ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-12-31", Amount });
  const instanceOf = (id: string) =>
    sf.ProcessInstance.find({
      select: {
        Status: true,
        CompletedDate: true,
        ProcessDefinition: { select: { DeveloperName: true } },
        TargetObject: { select: { Name: true } },
        Steps: { select: { StepStatus: true, Comments: true, Actor: { select: { Name: true } } } },
        Workitems: { select: { ActorId: true } },
        Nodes: { select: { ProcessNodeName: true, NodeStatus: true } },
      },
      where: { TargetObjectId: id },
    }).all();

  it("lists the processes by object", async () => {
    const { Opportunity, Account, Contact } = await sf.approvals.list();
    expect(Opportunity).toEqual([
      {
        id: expect.stringMatching(/^04a/),
        name: "Large deals",
        object: "Opportunity",
        description: "Deals the board looks at.",
        sortOrder: 1,
      },
      expect.objectContaining({ name: "All_Deals", description: null, sortOrder: 2 }),
    ]);
    expect([Account?.length, Contact]).toEqual([1, undefined]);
  });

  it("takes a record through the steps of its process", async () => {
    const id = await deal(50_000);
    const submitted = await as("seller@example.com").approvals.submit(id, { comments: "Please" });
    expect(submitted).toEqual({
      entityId: id,
      instanceId: expect.stringMatching(/^04g/),
      instanceStatus: "Pending",
      newWorkitemIds: [expect.stringMatching(/^04i/)],
      actorIds: [idOf(LEAD)],
    });
    const first = await as(LEAD).approvals.approve(submitted.newWorkitemIds[0]!, { comments: "Good" });
    expect(first).toMatchObject({ instanceStatus: "Pending", actorIds: BOARD.map(idOf) });
    const [one, two] = first.newWorkitemIds;
    const half = await as(BOARD[0]!).approvals.approve(one!);
    expect(half).toMatchObject({ instanceStatus: "Pending", newWorkitemIds: [], actorIds: [] });
    const whole = await as(BOARD[1]!).approvals.approve(two!);
    expect(whole).toMatchObject({ entityId: id, instanceStatus: "Approved", newWorkitemIds: [] });
    expect(await sf.Opportunity.retrieve(id, { fields: ["NextStep"] })).toEqual({ NextStep: "Sign" });
    expect(await instanceOf(id)).toEqual([
      {
        Status: "Approved",
        CompletedDate: expect.any(String),
        ProcessDefinition: { DeveloperName: "Large_Deals" },
        TargetObject: { Name: "Deal" },
        Steps: [
          { StepStatus: "Started", Comments: "Please", Actor: { Name: "Sales" } },
          { StepStatus: "Approved", Comments: "Good", Actor: { Name: "Sales" } },
          { StepStatus: "Approved", Comments: null, Actor: { Name: "Sales" } },
          { StepStatus: "Approved", Comments: null, Actor: { Name: "Sales" } },
        ],
        Workitems: [],
        Nodes: [
          { ProcessNodeName: "Lead", NodeStatus: "Approved" },
          { ProcessNodeName: "Board", NodeStatus: "Approved" },
        ],
      },
    ]);
  });

  it("locks a record while it waits", async () => {
    const id = await deal(20_000);
    const seller = as("seller@example.com");
    await seller.Opportunity.update(id, { Description: "Free" });
    const { newWorkitemIds } = await seller.approvals.submit(id);
    const locked = { name: "LockedError", errorCode: "ENTITY_IS_LOCKED" };
    await expect(seller.Opportunity.update(id, { Description: "No" })).rejects.toMatchObject(locked);
    await expect(as(LEAD).Opportunity.update(id, { Description: "No" })).rejects.toMatchObject(locked);
    await expect(seller.Opportunity.delete(id)).rejects.toMatchObject(locked);
    const [many] = await seller.Opportunity.updateMany([{ Id: id, Description: "No" }]);
    expect(many).toMatchObject({ success: false, error: locked });
    await sf.Opportunity.update(id, { Description: "An administrator may" });
    await as(LEAD).approvals.reject(newWorkitemIds[0]!, { comments: "Too cheap" });
    await seller.Opportunity.update(id, { Description: "Free again" });
    expect(await sf.Opportunity.retrieve(id, { fields: ["NextStep", "Description"] })).toEqual({
      NextStep: "Talk",
      Description: "Free again",
    });
    expect(await instanceOf(id)).toMatchObject([{ Status: "Rejected", Workitems: [] }]);
  });

  it("lets those who are asked edit it, where the process says so", async () => {
    const id = await sf.Account.create({ Name: "Acme" });
    const seller = as("seller@example.com");
    await expect(seller.approvals.submit(id)).rejects.toMatchObject({
      name: "ApiError",
      errorCode: "MANAGER_NOT_DEFINED",
      hint: expect.stringContaining("manager"),
    });
    await sf.User.update(idOf("seller@example.com"), { ManagerId: idOf(LEAD) });
    await seller.approvals.submit(id);
    await as(LEAD).Account.update(id, { Description: "Asked" });
    await expect(seller.Account.update(id, { Description: "No" })).rejects.toMatchObject({
      name: "LockedError",
    });
  });

  it("asks whom the submitter chooses", async () => {
    const id = await deal(5);
    await expect(sf.approvals.submit(id)).rejects.toMatchObject({
      name: "ValidationError",
      errorCode: "REQUIRED_FIELD_MISSING",
      fields: ["nextApproverIds"],
    });
    const { actorIds } = await sf.approvals.submit(id, {
      nextApproverIds: [idOf(LEAD)],
      submitterId: idOf("seller@example.com"),
    });
    expect(actorIds).toEqual([idOf(LEAD)]);
    const submitted = await sf.ProcessInstance.find({
      select: { SubmittedById: true },
      where: { TargetObjectId: id },
    }).first();
    expect(submitted!.SubmittedById).toBe(idOf("seller@example.com"));
  });

  it("submits to a process by name, whatever its entry criteria say", async () => {
    const id = await deal(5);
    const options = { process: "Large_Deals" };
    await expect(sf.approvals.submit(id, options)).rejects.toMatchObject({
      errorCode: "NO_APPLICABLE_PROCESS",
    });
    const { actorIds } = await sf.approvals.submit(id, { ...options, skipEntryCriteria: true });
    expect(actorIds).toEqual([idOf(LEAD)]);
  });

  it("finds what is pending, and recalls it", async () => {
    const [one, two] = [await deal(10_000), await deal(10_000)];
    const seller = as("seller@example.com");
    const first = await seller.approvals.submit(one);
    const second = await sf.approvals.submit(two);
    const pending = await sf.approvals.pending([one, two]);
    expect(pending).toEqual([
      {
        workitemId: first.newWorkitemIds[0],
        recordId: one,
        instanceId: first.instanceId,
        actorId: idOf(LEAD),
      },
      expect.objectContaining({ workitemId: second.newWorkitemIds[0], recordId: two }),
    ]);
    const [{ workitemId } = { workitemId: "" }] = await sf.approvals.pending(two);
    await expect(seller.approvals.recall(workitemId)).rejects.toMatchObject({ name: "ForbiddenError" });
    const recalled = await seller.approvals.recall(pending[0]!.workitemId, { comments: "Not yet" });
    expect(recalled).toMatchObject({ entityId: one, instanceStatus: "Removed" });
    expect(await sf.approvals.pending(one)).toEqual([]);
    expect(await sf.approvals.pending([])).toEqual([]);
    expect(await sf.Opportunity.retrieve(one, { fields: ["NextStep"] })).toEqual({ NextStep: null });
  });

  it("tells refusals apart", async () => {
    const id = await deal(10_000);
    const { newWorkitemIds } = await sf.approvals.submit(id);
    const workitem = newWorkitemIds[0]!;
    await expect(sf.approvals.submit(id)).rejects.toMatchObject({ errorCode: "ALREADY_IN_PROCESS" });
    await expect(as("seller@example.com").approvals.approve(workitem)).rejects.toMatchObject({
      name: "ForbiddenError",
      request: "POST /services/data/v66.0/process/approvals",
    });
    await as(LEAD).approvals.reject(workitem);
    await expect(as(LEAD).approvals.reject(workitem)).rejects.toMatchObject({
      name: "NotFoundError",
      errorCode: "INVALID_CROSS_REFERENCE_KEY",
    });
    const contact = await sf.Contact.create({ LastName: "Edge" });
    await expect(sf.approvals.submit(contact)).rejects.toMatchObject({
      errorCode: "NO_APPLICABLE_PROCESS",
    });
  });

  it("does many at a time, with an outcome for each", async () => {
    const [good, small] = [await deal(10_000), await deal(1)];
    const outcomes = await sf.approvals.process([
      { submit: good, comments: "One" },
      { submit: small },
      { submit: good },
    ]);
    expect(outcomes).toEqual([
      expect.objectContaining({ success: true, entityId: good, instanceStatus: "Pending" }),
      { success: false, error: expect.objectContaining({ errorCode: "REQUIRED_FIELD_MISSING" }) },
      { success: false, error: expect.objectContaining({ errorCode: "ALREADY_IN_PROCESS" }) },
    ]);
    const asked = await sf.approvals.pending(good);
    const answers = await sf.approvals.process(asked.map(({ workitemId }) => ({ reject: workitemId })));
    expect(answers).toMatchObject([{ success: true, instanceStatus: "Rejected" }]);
    expect(await sf.approvals.process([])).toEqual([]);
  });

  it("reads what jsforce did, and the other way round", async () => {
    const jsforce = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
    const id = await deal(10_000);
    const submitted = await jsforce.process.approval.submit(id, "From jsforce");
    expect(submitted).toMatchObject({ success: true, instanceStatus: "Pending" });
    const [pending] = await sf.approvals.pending(id);
    const refused = await jsforce.process.approval.submit(id, "Again");
    expect(refused).toMatchObject({ success: false, errors: [{ statusCode: "ALREADY_IN_PROCESS" }] });
    expect(await sf.approvals.approve(pending!.workitemId)).toMatchObject({ instanceStatus: "Pending" });
    const processes = await jsforce.process.approval.list();
    expect(Object.keys(processes)).toEqual(["Opportunity", "Account"]);
  });

  it("works without generated code", async () => {
    const untyped = createClient({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      apiVersion: "66.0",
    });
    const id = await deal(10_000);
    const { newWorkitemIds } = await untyped.approvals.submit(id);
    expect(await untyped.approvals.pending(id)).toMatchObject([{ workitemId: newWorkitemIds[0] }]);
  });
});
