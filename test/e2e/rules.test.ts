import { Connection } from "@jsforce/jsforce-node";
import { accessToken, clientCredentials, createClient, custom } from "orgtype";
import { createOrg, type Listening, type Org, type WorkflowRuleDefinitions } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const workflowRules: WorkflowRuleDefinitions = {
  "Account.Large accounts": {
    description: "Those that sales looks at.",
    criteria: ({ AnnualRevenue }) => Number(AnnualRevenue) > 1_000_000,
    fieldUpdates: { Rating: "Hot", Type: "Prospect" },
  },
  "Account.Sites": { criteria: ({ Rating }) => Rating === "Hot", fieldUpdates: { Site: "Berlin" } },
  "Contact.Nothing": {},
};

/** Workflow rules over a real socket. */
describe("workflow rules", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org = createOrg({ workflowRules, profiles: { Support: { objects: { Contact: { read: false } } } } });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  const account = (AnnualRevenue: number) => sf.Account.create({ Name: "Acme", AnnualRevenue });
  const ratings = async () =>
    (await sf.Account.find({ select: { Rating: true }, orderBy: { Id: "asc" } }).all()).map(
      ({ Rating }) => Rating,
    );

  it("are told of all objects, of one, and by id", async () => {
    const all = await sf.rules.list();
    expect(Object.keys(all)).toEqual(["Account", "Contact"]);
    const accounts = await sf.rules.list("Account");
    expect(accounts).toEqual(all.Account);
    expect(accounts[0]).toMatchObject({
      name: "Large accounts",
      object: "Account",
      description: "Those that sales looks at.",
      namespacePrefix: null,
      actions: [
        { name: "Set Rating", type: "FieldUpdate" },
        { name: "Set Type", type: "FieldUpdate" },
      ],
    });
    expect(await sf.rules.get("Account", accounts[0]!.id)).toEqual(accounts[0]);
    expect(await sf.rules.list("Lead")).toEqual([]);
    await expect(sf.rules.get("Contact", accounts[0]!.id)).rejects.toMatchObject({ name: "NotFoundError" });
  });

  it("do what they say where their criteria are met, each after those before it", async () => {
    const large = await account(2_000_000);
    const small = await account(10);
    expect(await ratings()).toEqual([null, null]);
    await sf.rules.trigger([large, small]);
    expect(await sf.Account.retrieve(large)).toMatchObject({
      Rating: "Hot",
      Type: "Prospect",
      Site: "Berlin",
    });
    expect(await sf.Account.retrieve(small)).toMatchObject({ Rating: null, Site: null });
  });

  it("do nothing at all where one record is not there", async () => {
    const [large, gone] = [await account(2_000_000), await account(2_000_000)];
    await sf.Account.delete(gone);
    await expect(sf.rules.trigger([large, gone])).rejects.toMatchObject({
      name: "NotFoundError",
      errorCode: "INVALID_CROSS_REFERENCE_KEY",
      request: "POST /services/data/v66.0/process/rules",
    });
    expect((await sf.Account.retrieve(large)).Rating).toBeNull();
    await sf.rules.trigger(large);
    expect((await sf.Account.retrieve(large)).Rating).toBe("Hot");
    await sf.rules.trigger([]);
  });

  it("are told and triggered by jsforce, too", async () => {
    const connection = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
    expect(await connection.process.rule.list()).toEqual(await sf.rules.list());
    const large = await account(2_000_000);
    expect(await connection.process.rule.trigger(large)).toEqual({ errors: null, success: true });
    expect((await sf.Account.retrieve(large)).Rating).toBe("Hot");
    expect(await connection.process.rule.trigger("001000000000001AAA")).toMatchObject({
      success: false,
      errors: [{ statusCode: "INVALID_CROSS_REFERENCE_KEY" }],
    });
  });

  it("of objects that the user does not see are not told", async () => {
    const user = org.addUser({ profile: "Support" });
    const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
    const { rules } = createClient({ environment: custom(server.url), auth, apiVersion: "66.0" });
    expect(Object.keys(await rules.list())).toEqual(["Account"]);
  });

  it("are not triggered one by one in the embedded org", async () => {
    const [rule] = await sf.rules.list("Account");
    await expect(sf.request("POST", `/process/rules/Account/${rule?.id}`)).rejects.toMatchObject({
      status: 501,
    });
  });

  it.each<[string, WorkflowRuleDefinitions]>([
    ["the org has no object", { "Acount.Hot": {} }],
    ["give object and name", { Account: {} }],
    ["Account has no field `Ratng`", { "Account.Hot": { fieldUpdates: { Ratng: "Hot" } } }],
  ])("are refused when the org is made: %s", (message, wrong) => {
    expect(() => createOrg({ workflowRules: wrong })).toThrow(message);
  });
});
