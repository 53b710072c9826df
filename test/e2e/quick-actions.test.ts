import { Connection } from "@jsforce/jsforce-node";
import { clientCredentials, custom, jsDates } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Quick actions over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;
  let accountId: string;

  beforeAll(async () => {
    org = createOrg({
      quickActions: {
        NewTask: {
          targetObject: "Task",
          fields: ["Subject", "ActivityDate", "OwnerId"],
          fieldOverrides: { Status: "Not Started" },
        },
        "Account.New_Contact": {
          targetObject: "Contact",
          targetParentField: "AccountId",
          fieldOverrides: { Title: "New" },
          successMessage: "There you are",
        },
        "Account.Make_Hot": { type: "Update", fieldOverrides: { Rating: "Hot" }, fields: ["Rating", "Site"] },
        "Account.Log_Call": { type: "LogACall", targetParentField: "WhatId", fields: ["Subject"] },
      },
    });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
    accountId = await sf.Account.create({ Name: "Acme", Site: "Here" });
  });
  afterAll(() => server.close());

  it("lists and describes the actions of an object, and those of none", async () => {
    expect(await sf.quickActions.list()).toEqual([{ name: "NewTask", label: "NewTask", type: "Create" }]);
    const own = await sf.Account.quickActions.list();
    expect(own.map(({ name }) => name)).toEqual(["New_Contact", "Make_Hot", "Log_Call", "NewTask"]);
    expect(await sf.Account.quickActions.describe("New_Contact")).toMatchObject({
      contextSobjectType: "Account",
      targetSobjectType: "Contact",
      targetParentField: "AccountId",
      defaultValues: [{ field: "Title", defaultValue: "New" }],
      layout: { layoutRows: [{ layoutItems: [{ label: "Last Name", required: true }] }] },
    });
    await expect(sf.quickActions.describe("New_Contact")).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it("creates a record at another one, with the values of the action", async () => {
    const result = await sf.Account.quickActions.run("New_Contact", {
      target: "Contact",
      contextId: accountId,
      record: { LastName: "Reed" },
    });
    expect(result).toEqual({
      ids: [expect.stringMatching(/^003/)],
      created: true,
      contextId: accountId,
      feedItemIds: [],
      successMessage: "There you are",
    });
    const contact = await sf.Contact.retrieve(result.ids[0]!, { fields: ["LastName", "Title", "AccountId"] });
    expect(contact).toMatchObject({ LastName: "Reed", Title: "New", AccountId: accountId });
  });

  it("changes the record an action is run at", async () => {
    const { created, ids } = await sf.Account.quickActions.run("Make_Hot", {
      contextId: accountId,
      record: { Site: "There" },
    });
    expect([created, ids]).toEqual([false, [accountId]]);
    expect(await sf.Account.retrieve(accountId, { fields: ["Rating", "Site"] })).toMatchObject({
      Rating: "Hot",
      Site: "There",
    });
  });

  it("logs a call, and takes dates", async () => {
    const { ids } = await sf.Account.quickActions.run("Log_Call", {
      target: "Task",
      contextId: accountId,
      record: { Subject: "Call" },
    });
    expect(await sf.Task.retrieve(ids[0]!, { fields: ["Status", "WhatId"] })).toMatchObject({
      Status: "Completed",
      WhatId: accountId,
    });
    const dated = await sf.with({ decode: jsDates }).quickActions.run("NewTask", {
      target: "Task",
      record: { Subject: "Later", ActivityDate: new Date("2026-05-01") },
    });
    expect((await sf.Task.retrieve(dated.ids[0]!)).ActivityDate).toBe("2026-05-01");
  });

  it("tells what a record begins with", async () => {
    const task = await sf.quickActions.defaultValues("NewTask", { target: "Task" });
    expect(task).toMatchObject({
      attributes: { type: "Task" },
      Subject: null,
      ActivityDate: null,
      Status: "Not Started",
      OwnerId: expect.stringMatching(/^005/),
    });
    const contact = await sf.Account.quickActions.defaultValues("New_Contact", { contextId: accountId });
    expect(contact).toMatchObject({ Title: "New", AccountId: accountId, LastName: null });
    const account = await sf.Account.quickActions.defaultValues("Make_Hot", { contextId: accountId });
    expect(account).toMatchObject({ Rating: "Hot", Site: "There" });
    await expect(sf.quickActions.defaultValues("NewTask", { target: "Account" })).rejects.toMatchObject({
      code: "settings.quick-action",
      hint: expect.stringContaining('"Task"'),
    });
  });

  it("is told why a record is refused, and nothing is written then", async () => {
    const contacts = org.records("Contact").length;
    await expect(
      sf.Account.quickActions.run("New_Contact", { target: "Contact", contextId: accountId, record: {} }),
    ).rejects.toMatchObject({
      name: "ValidationError",
      errorCode: "REQUIRED_FIELD_MISSING",
      fields: ["LastName"],
    });
    const gone = "001000000000000AAA";
    await expect(
      sf.Account.quickActions.run("New_Contact", { contextId: gone, record: { LastName: "No" } }),
    ).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(
      sf.Account.quickActions.run("New_Contact", { contextId: accountId, record: { Nmae: "No" } }),
    ).rejects.toMatchObject({ errorCode: "INVALID_FIELD" });
    expect(org.records("Contact")).toHaveLength(contacts);
  });

  it("answers jsforce the same", async () => {
    const jsforce = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
    const action = jsforce.sobject("Account").quickAction("New_Contact");
    expect((await action.describe()).targetSobjectType).toBe("Contact");
    expect(await action.defaultValues(accountId)).toMatchObject({ AccountId: accountId });
    const result = await action.execute(accountId, { LastName: "Lind" });
    expect(result).toMatchObject({ success: true, created: true, contextId: accountId });
    expect(org.records("Contact").map(({ LastName }) => LastName)).toContain("Lind");
    const listed = await jsforce.sobject("Account").quickActions();
    expect(listed).toContainEqual(expect.objectContaining({ name: "Make_Hot", type: "Update" }));
  });
});
