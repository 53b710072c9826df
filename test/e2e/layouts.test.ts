import { Connection } from "@jsforce/jsforce-node";
import { accessToken, clientCredentials, custom } from "orgtype";
import { createOrg, type Listening, type Org, standardDescribes } from "orgtype/mock";
import { type Client, connect, createClient } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const MASTER = "012000000000000AAA";
const PARTNER = "012Ot0000000001IAA";

/** Accounts with a record type of their own, and users with a layout of its own name. */
function describes() {
  return standardDescribes().map((describe) => {
    if (describe.name === "User") return { ...describe, namedLayoutInfos: [{ name: "UserAlt" }] };
    if (describe.name !== "Account") return describe;
    const [master] = describe.recordTypeInfos ?? [];
    const partner = {
      active: true,
      available: true,
      defaultRecordTypeMapping: true,
      developerName: "Partner",
      master: false,
      name: "Partner",
      recordTypeId: PARTNER,
    };
    return {
      ...describe,
      recordTypeInfos: [partner, { ...master, defaultRecordTypeMapping: false }],
    } as typeof describe;
  });
}

/** Layouts over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org = createOrg({
      describes: describes(),
      profiles: { Sales: { fields: { "Contact.Email": { read: false }, "Contact.Phone": { edit: false } } } },
      approvals: { Large_Deals: { object: "Opportunity", steps: [{ approvers: "manager" }] } },
      quickActions: { NewTask: { targetObject: "Task" }, "Contact.Call": { type: "LogACall" } },
    });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  /** The fields of a layout by the headings of its sections. */
  function fieldsOf(
    sections: Awaited<ReturnType<Client["Contact"]["layouts"]["page"]>>["editLayoutSections"],
  ) {
    return Object.fromEntries(
      sections.map(({ heading, layoutRows }) => [
        heading,
        layoutRows
          .flatMap(({ layoutItems }) => layoutItems)
          .flatMap(({ layoutComponents }) => layoutComponents.map(({ value }) => value)),
      ]),
    );
  }

  it("reads the page layout of an object, whose fields are those of its describe", async () => {
    const page = await sf.Contact.layouts.page();
    const fields = fieldsOf(page.detailLayoutSections);
    expect(Object.keys(fields)).toEqual([
      "Contact Information",
      "Address Information",
      "Description Information",
      "System Information",
    ]);
    expect(fields["Contact Information"]).toEqual(
      expect.arrayContaining(["Salutation", "FirstName", "LastName", "AccountId", "Email"]),
    );
    expect(fields["Address Information"]).toEqual(["OtherAddress", "MailingAddress"]);
    expect(fields["System Information"]).toContain("CreatedDate");
    expect(fieldsOf(page.editLayoutSections)).not.toHaveProperty("System Information");
    const [name] = page.detailLayoutSections[0]!.layoutRows[0]!.layoutItems;
    expect(name).toMatchObject({ required: true, editableForNew: true, placeholder: false });
    expect(name!.layoutComponents[0]!.details?.name).toBe("LastName");
    expect(page.relatedLists.find(({ name }) => name === "Cases")).toMatchObject({
      sobject: "Case",
      field: "Case.ContactId",
    });
    expect(page.quickActionList?.quickActionListItems.map(({ quickActionName }) => quickActionName)).toEqual([
      "Contact.Call",
      "NewTask",
    ]);
  });

  it("asks for those of several record types one by one", async () => {
    const { layouts, recordTypeMappings } = await sf.Account.layouts.list();
    expect(layouts).toBeNull();
    expect(recordTypeMappings.map(({ developerName }) => developerName)).toEqual(["Partner", "Master"]);
    org.forgetRequests();
    const usual = await sf.Account.layouts.page();
    expect(await sf.Account.layouts.page("Partner")).toEqual(usual);
    expect(org.requests.map(({ path }) => path.split("/describe")[1])).toEqual([
      "/layouts",
      `/layouts/${PARTNER}`,
      "/layouts",
      `/layouts/${PARTNER}`,
    ]);
    expect((await sf.Account.layouts.page(MASTER)).id).toBe(usual.id);
    await expect(sf.Account.layouts.page("Nobody")).rejects.toMatchObject({
      code: "settings.record-type",
      hint: "There are Partner, Master.",
    });
    await expect(sf.Account.layouts.page("012000000000001AAA")).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  it("shows each user what they may see", async () => {
    const user = org.addUser({ profile: "Sales" });
    const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
    const page = await createClient({ environment: custom(server.url), auth }).Contact.layouts.page();
    const fields = Object.values(fieldsOf(page.detailLayoutSections)).flat();
    expect(fields).toContain("Fax");
    expect(fields).not.toContain("Email");
    expect(Object.values(fieldsOf(page.editLayoutSections)).flat()).not.toContain("Phone");
  });

  it("reads compact, approval, named and search layouts", async () => {
    const compact = await sf.Contact.layouts.compact();
    expect(compact.compactLayouts).toMatchObject([{ name: "SYSTEM", objectType: "Contact", id: null }]);
    expect(compact.recordTypeCompactLayoutMappings).toMatchObject([{ compactLayoutName: "SYSTEM" }]);
    const both = await sf.layouts.compact(["Contact", "Lead"]);
    expect([both.Contact?.objectType, both.Lead?.objectType]).toEqual(["Contact", "Lead"]);
    expect(await sf.Opportunity.layouts.approval()).toMatchObject([{ name: "Large_Deals" }]);
    expect(await sf.Contact.layouts.approval()).toEqual([]);
    expect((await sf.User.layouts.named("UserAlt")).layouts).toHaveLength(1);
    await expect(sf.User.layouts.named("Other")).rejects.toMatchObject({ name: "NotFoundError" });
    const [contact, lead] = await sf.layouts.search(["Contact", "Lead"]);
    expect(contact).toMatchObject({ label: "Search Results", objectType: "Contact" });
    expect(lead?.searchColumns[0]).toMatchObject({ field: "Lead.Name", name: "Name" });
    const { layouts } = await sf.layouts.global();
    expect(layouts?.[0]?.quickActionList?.quickActionListItems).toMatchObject([
      { quickActionName: "NewTask" },
    ]);
  });

  it("refuses an empty list before anything is sent", async () => {
    org.forgetRequests();
    await expect(sf.layouts.compact([])).rejects.toMatchObject({ code: "settings.layouts" });
    await expect(sf.layouts.search("Account" as never)).rejects.toMatchObject({ code: "settings.records" });
    expect(org.requests).toEqual([]);
  });

  it("answers jsforce the same", async () => {
    const jsforce = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
    const contact = jsforce.sobject("Contact");
    const [layout] = (await contact.layouts()).layouts;
    expect(layout?.id).toBe((await sf.Contact.layouts.page()).id);
    expect((await contact.compactLayouts()).compactLayouts[0]?.name).toBe("SYSTEM");
    expect((await jsforce.sobject("Opportunity").approvalLayouts()).approvalLayouts).toHaveLength(1);
    expect((await jsforce.sobject("User").layouts("UserAlt")).layouts).toHaveLength(1);
  });
});
