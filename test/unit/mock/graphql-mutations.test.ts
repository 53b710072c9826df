import { createOrg, type Org } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { graphqlOf } from "./graphql-of.js";

describe("a mutation of the embedded org", () => {
  const count = (org: Org) => org.records("Account").length;

  it("creates, changes and deletes, and uses what it created before", async () => {
    const org = createOrg();
    const run = graphqlOf(org);
    const created = await run(
      `mutation ($input: AccountCreateInput!) { uiapi {
        AccountCreate(input: $input) { Record { Id Name { value } AnnualRevenue { value } } }
        ContactCreate(input: { Contact: { LastName: "One", AccountId: "@{AccountCreate}" } }) {
          Record { Account { Name { value } } }
        }
      } }`,
      { input: { Account: { Name: "Acme", AnnualRevenue: 5 } } },
    );
    expect(created.errors).toEqual([]);
    const { AccountCreate, ContactCreate } = created.data.uiapi;
    expect(AccountCreate.Record).toMatchObject({ Name: { value: "Acme" }, AnnualRevenue: { value: 5 } });
    expect(ContactCreate.Record.Account.Name.value).toBe("Acme");
    const { Id } = AccountCreate.Record;
    const changed = await run(
      `mutation { uiapi {
        AccountUpdate(input: { Id: "${Id}", Account: { Name: "Bolt" } }) { Record { Name { value } } }
      } }`,
    );
    expect(changed.data.uiapi.AccountUpdate.Record.Name.value).toBe("Bolt");
    const deleted = await run(`mutation { uiapi { AccountDelete(input: { Id: "${Id}" }) { Id } } }`);
    expect(deleted).toEqual({ data: { uiapi: { AccountDelete: { Id } } }, errors: [] });
    expect(count(org)).toBe(0);
  });

  const twoParts = (input: string) => `mutation { uiapi${input} {
    a: AccountCreate(input: { Account: { Name: "Acme" } }) { Record { Id } }
    b: AccountUpdate(input: { Id: "001000000000001AAA", Account: { Name: "x" } }) { Record { Id } }
  } }`;

  it("is undone as a whole where a part of it fails", async () => {
    const org = createOrg();
    const { data, errors } = await graphqlOf(org)(twoParts(""));
    expect(data).toEqual({});
    expect(errors).toMatchObject([
      {
        path: ["uiapi", "b"],
        message: "invalid cross reference id",
        extensions: { ErrorType: "DataFetchingException" },
      },
    ]);
    expect(count(org)).toBe(0);
  });

  it("is undone in part where that is asked for", async () => {
    const org = createOrg();
    const { data, errors } = await graphqlOf(org)(twoParts("(input: { allOrNone: false })"));
    expect(data.uiapi).toMatchObject({ a: { Record: { Id: expect.any(String) } }, b: null });
    expect(errors).toHaveLength(1);
    expect(count(org)).toBe(1);
  });

  it("refuses what cannot be written", async () => {
    const run = graphqlOf(createOrg());
    const messages = async (text: string) =>
      (await run(`mutation { uiapi { ${text} } }`)).errors.map((error: { message: string }) => error.message);
    expect(await messages("AccountCreate(input: { Account: {} }) { Record { Id } }")).toEqual([
      expect.stringContaining("Required fields are missing"),
    ]);
    expect(
      await messages('AccountCreate(input: { Account: { CreatedDate: "x" } }) { Record { Id } }'),
    ).toHaveLength(1);
    expect(await messages('AccountDelete(input: { Id: "@{none}" }) { Id }')).toEqual([
      "Nothing was created before as none.",
    ]);
    expect(await messages('AccountDelete(input: { Id: "none" }) { Id }')).toEqual(["none is no id."]);
  });
});
