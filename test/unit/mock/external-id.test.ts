import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

const PATH = "/sobjects/Invoice__c/External_Key__c";

describe("an external id", () => {
  it("creates what is not there, then updates it", async () => {
    const org = createOrg();
    const { patch } = api(org);
    const created = await patch(`${PATH}/A%2F1%20b`, { Amount__c: 5 });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({ id: created.body.id, success: true, errors: [], created: true });
    expect(created.headers.get("Location")).toBe(`${DATA}/sobjects/Invoice__c/${created.body.id}`);
    const updated = await patch(`${PATH}/a%2f1%20B`, { Amount__c: 6 });
    expect(updated.status).toBe(200);
    expect(updated.body).toEqual({ id: created.body.id, success: true, errors: [], created: false });
    expect(org.records("Invoice__c")).toMatchObject([{ External_Key__c: "A/1 b", Amount__c: 6 }]);
  });

  it("answers an update without a body before version 46", async () => {
    const { patch } = api(createOrg());
    const old = `/services/data/v45.0${PATH}/K`;
    const created = await patch(old, {});
    expect(created.status).toBe(201);
    expect(created.body).not.toHaveProperty("created");
    expect(await patch(old, {})).toMatchObject({ status: 204, body: undefined });
  });

  it("reads and deletes the record that has it", async () => {
    const org = createOrg();
    org.seed({ Invoice__c: [{ External_Key__c: "K1", Amount__c: 3 }] });
    const { get, delete: remove } = api(org);
    expect((await get(`${PATH}/k1?fields=Amount__c`)).body).toMatchObject({ Amount__c: 3 });
    expect((await get(`${PATH}/k2`)).status).toBe(404);
    expect((await remove(`${PATH}/K1`)).status).toBe(204);
    expect(org.records("Invoice__c")).toEqual([]);
    expect((await remove(`${PATH}/K1`)).status).toBe(404);
  });

  it("that several records have answers their urls", async () => {
    const org = createOrg();
    const ids = org.seed({
      Contact: [
        { LastName: "A", Email: "same@example.com" },
        { LastName: "B", Email: "same@example.com" },
      ],
    }).Contact;
    const { get, patch, delete: remove } = api(org);
    const urls = ids?.map((id) => `${DATA}/sobjects/Contact/${id}`);
    const path = "/sobjects/Contact/Email/SAME%40example.com";
    expect(await get(path)).toMatchObject({ status: 300, body: urls });
    expect(await patch(path, { LastName: "C" })).toMatchObject({ status: 300, body: urls });
    expect(await remove(path)).toMatchObject({ status: 300, body: urls });
    expect(org.records("Contact").map((record) => record.LastName)).toEqual(["A", "B"]);
  });

  it("may be told only to update", async () => {
    const org = createOrg();
    const { patch } = api(org);
    expect((await patch(`${PATH}/K9?updateOnly=true`, { Amount__c: 1 })).status).toBe(404);
    expect(org.records("Invoice__c")).toEqual([]);
  });

  it("must be a field for that, and not be in the body again", async () => {
    const { patch } = api(createOrg());
    expect(await patch("/sobjects/Invoice__c/Notes__c/x", {})).toMatchObject({
      status: 404,
      body: [
        {
          errorCode: "NOT_FOUND",
          message: "Provided external ID field does not exist or is not accessible: Notes__c",
        },
      ],
    });
    expect((await patch(`${PATH}/K1`, { external_key__c: "K1" })).body).toEqual([
      {
        errorCode: "INVALID_FIELD",
        message: "The External_Key__c field should not be specified in the sobject data.",
      },
    ]);
  });

  it("may be the id itself: changing only, and creating through POST", async () => {
    const org = createOrg();
    const { patch, post } = api(org);
    const created = await post("/sobjects/Account/Id", { Name: "New" });
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect(await patch(`/sobjects/Account/Id/${id}`, { Name: "Newer" })).toMatchObject({
      status: 200,
      body: { id, created: false },
    });
    expect((await patch("/sobjects/Account/Id/001Ot0000zzzzzzIAA", { Name: "None" })).status).toBe(404);
    expect(org.records("Account").map((record) => record.Name)).toEqual(["Newer"]);
  });
});
