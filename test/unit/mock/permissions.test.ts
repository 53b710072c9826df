import { clientCredentials, createClient, custom } from "orgtype";
import { createOrg, type Org, type Profiles } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

const SALES: Profiles = {
  Sales: {
    objects: { Case: { read: false }, Contact: { create: false, edit: false, delete: false } },
    fields: { "Account.AnnualRevenue": { read: false }, "Account.Phone": { edit: false } },
  },
};

/** Requests of a user of a profile. */
const userOf = (org: Org, profile: string) => api(org, org.addUser({ profile }).accessToken);

describe("a user of a profile", () => {
  it("sees and may do what the profile leaves", async () => {
    const org = createOrg({ profiles: SALES });
    const [account = ""] = org.seed({ Account: [{ Name: "A", AnnualRevenue: 5, Phone: "1" }] }).Account ?? [];
    const [contact = ""] = org.seed({ Contact: [{ LastName: "C" }] }).Contact ?? [];
    const { get, post, patch, delete: remove, query } = userOf(org, "Sales");

    const global = (await get("/sobjects")).body.sobjects as { name: string; createable: boolean }[];
    expect(global.find(({ name }) => name === "Case")).toBeUndefined();
    expect(global.find(({ name }) => name === "Contact")?.createable).toBe(false);
    const fields = (await get("/sobjects/Account/describe")).body.fields as {
      name: string;
      updateable: boolean;
    }[];
    expect(fields.find(({ name }) => name === "AnnualRevenue")).toBeUndefined();
    expect(fields.find(({ name }) => name === "Phone")?.updateable).toBe(false);
    expect((await get("/sobjects/Case/describe")).status).toBe(404);

    expect((await query("SELECT Id FROM Case")).body).toMatchObject([{ errorCode: "INVALID_TYPE" }]);
    expect((await query("SELECT AnnualRevenue FROM Account")).body).toMatchObject([
      { errorCode: "INVALID_FIELD" },
    ]);
    expect((await query("SELECT Phone FROM Account")).body.records).toMatchObject([{ Phone: "1" }]);
    expect(Object.keys((await get(`/sobjects/Account/${account}`)).body)).not.toContain("AnnualRevenue");

    expect(await patch(`/sobjects/Account/${account}`, { Phone: "2" })).toMatchObject({
      status: 400,
      body: [{ errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE", fields: ["Phone"] }],
    });
    expect((await patch(`/sobjects/Account/${account}`, { AnnualRevenue: 6 })).body).toMatchObject([
      { errorCode: "INVALID_FIELD" },
    ]);
    expect((await patch(`/sobjects/Account/${account}`, { Site: "West" })).status).toBe(204);
    expect((await post("/sobjects/Contact", { LastName: "No" })).body).toMatchObject([
      { errorCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY" },
    ]);
    expect((await remove(`/sobjects/Contact/${contact}`)).body).toMatchObject([
      { errorCode: "INSUFFICIENT_ACCESS_OR_READONLY" },
    ]);
  });

  it("leaves others as they are, and the org's own tools", async () => {
    const org = createOrg({ profiles: SALES });
    org.seed({ Case: [{ Subject: "seen" }] });
    expect((await api(org).query("SELECT Subject FROM Case")).body.totalSize).toBe(1);
    expect(org.records("Account")).toEqual([]);
  });

  it("takes what they do not see along when they delete its parent", async () => {
    const org = createOrg({ profiles: { Sales: { objects: { Invoice_Line__c: { read: false } } } } });
    const [invoice = ""] = org.seed({ Invoice__c: [{}] }).Invoice__c ?? [];
    org.seed({ Invoice_Line__c: [{ Invoice__c: invoice, Quantity__c: 1, Unit_Price__c: 1 }] });
    const { delete: remove } = userOf(org, "Sales");
    expect((await remove(`/sobjects/Invoice__c/${invoice}`)).status).toBe(204);
    expect(org.records("Invoice_Line__c")).toEqual([]);
  });

  it("may be the running user", async () => {
    const org = createOrg({ profiles: { "System Administrator": { objects: { Case: { read: false } } } } });
    const sf = createClient({
      environment: custom(org.url),
      auth: clientCredentials(org.credentials),
      transport: org.fetch,
      apiVersion: "66.0",
    });
    await expect(sf.query("SELECT Id FROM Case").all()).rejects.toMatchObject({ errorCode: "INVALID_TYPE" });
  });

  it("has rights to things that are there only", () => {
    const make = (profiles: Profiles) => () => createOrg({ profiles });
    expect(() => createOrg().addUser({ profile: "Sales" })).toThrow('The org has no profile "Sales"');
    expect(make({ Sales: { objects: { Cas: {} } } })).toThrow("the org has no object `Cas`");
    expect(make({ Sales: { fields: { "Account.Nmae": {} } } })).toThrow(
      "the org has no field `Account.Nmae`",
    );
  });
});
