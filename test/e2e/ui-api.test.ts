import { type Client, clientCredentials, custom } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MASTER, SHOP, type SiteSchema, siteDescribes, siteOrg } from "../support/site-org.js";

/** The UI API over a real socket. */
describe("the UI API", () => {
  let org: Org;
  let server: Listening;
  let sf: Client<SiteSchema>;

  beforeAll(async () => {
    org = createOrg({
      describes: siteDescribes(),
      now: () => new Date("2026-02-03T14:05:06Z"),
      profiles: { Sales: { fields: { "Site__c.Cost__c": { read: false } } } },
      recordTypePicklists: {
        "Site__c.Shop": { Country__c: ["US", "FR"], Status__c: ["Built"], Goods__c: ["Pens"] },
      },
    });
    server = await org.listen();
    sf = await siteOrg.connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());
  beforeEach(() => org.forgetRequests());

  /** What any other client is answered. */
  async function raw(path: string, init: RequestInit = {}) {
    const response = await fetch(`${server.url}/services/data/v66.0/ui-api${path}`, {
      ...init,
      headers: { authorization: `Bearer ${org.credentials.accessToken}`, "content-type": "application/json" },
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  describe("picklists", () => {
    it("are those of a record type, by its developer name, its id or the user's default", async () => {
      const shop = await sf.Site__c.uiApi.picklist("Country__c", { recordType: "Shop" });
      expect(shop).toEqual([
        { value: "US", label: "United States", isDefault: false, offeredFor: null },
        { value: "FR", label: "FR", isDefault: false, offeredFor: null },
      ]);
      expect(await sf.Site__c.uiApi.picklist("Country__c", { recordType: SHOP })).toEqual(shop);
      expect(await sf.Site__c.uiApi.picklist("Country__c")).toEqual(shop);
      const all = await sf.Site__c.uiApi.picklist("Country__c", { recordType: MASTER });
      expect(all.map(({ value }) => value)).toEqual(["US", "CA", "FR"]);
      expect(org.requests.map(({ path }) => path.split("v66.0")[1])).toEqual([
        "/sobjects/Site__c/describe",
        ...[SHOP, SHOP, SHOP, MASTER].map(
          (id) => `/ui-api/object-info/Site__c/picklist-values/${id}/Country__c`,
        ),
      ]);
    });

    it("tell for which controlling values each is offered", async () => {
      const { picklist } = sf.Site__c.uiApi;
      const states = await picklist("State__c", { recordType: "Master" });
      expect(states.map(({ value, offeredFor }) => [value, offeredFor])).toEqual([
        ["NY", ["US"]],
        ["ON", ["CA"]],
        ["Other", ["US", "CA"]],
      ]);
      const inCanada = await picklist("State__c", { recordType: "Master", controlledBy: "CA" });
      expect(inCanada.map(({ value }) => value)).toEqual(["ON", "Other"]);
      expect(await picklist("State__c", { controlledBy: "FR" })).toEqual([]);
      const reasons = await picklist("Reason__c");
      expect(reasons.map(({ value, offeredFor }) => [value, offeredFor])).toEqual([
        ["Sale", [true]],
        ["Repairs", [false]],
      ]);
      expect((await picklist("Reason__c", { controlledBy: true })).map(({ value }) => value)).toEqual([
        "Sale",
      ]);
      // The record type does not offer Canada.
      await expect(picklist("State__c", { recordType: "Shop", controlledBy: "CA" })).rejects.toMatchObject({
        code: "settings.picklist",
      });
      await expect(picklist("Status__c", { controlledBy: "US" as never })).rejects.toMatchObject({
        code: "settings.picklist",
        hint: "Leave `controlledBy` out.",
      });
    });

    it("come all at once, with their defaults", async () => {
      const master = await sf.Site__c.uiApi.picklists({ recordType: "Master" });
      expect(Object.keys(master).sort()).toEqual([
        "Country__c",
        "Goods__c",
        "Place__GeocodeAccuracy__s",
        "Reason__c",
        "State__c",
        "Status__c",
      ]);
      expect(master.Status__c?.filter(({ isDefault }) => isDefault).map(({ value }) => value)).toEqual([
        "Planned",
      ]);
      const shop = await sf.Site__c.uiApi.picklists();
      expect(shop.Status__c).toMatchObject([{ value: "Built", isDefault: false }]);
      expect(shop.Goods__c).toMatchObject([{ value: "Pens", label: "Pens and pencils" }]);
    });

    it("are refused where there is no such record type or picklist", async () => {
      const { picklist, picklists } = sf.Site__c.uiApi;
      await expect(picklist("Country__c", { recordType: "Office" as never })).rejects.toMatchObject({
        code: "settings.record-type",
        hint: "There are Shop, Master.",
      });
      await expect(picklists({ recordType: "012000000000009AAA" })).rejects.toMatchObject({
        name: "NotFoundError",
      });
      await expect(picklist("Name", { recordType: MASTER })).rejects.toMatchObject({ code: "INVALID_FIELD" });
    });

    it("are answered to any client in Salesforce's form", async () => {
      const path = `/object-info/Site__c/picklist-values/${MASTER}`;
      const { body } = await raw(`${path}/State__c`);
      expect(body).toEqual({
        controllerValues: { US: 0, CA: 1, FR: 2 },
        defaultValue: null,
        eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
        url: `/services/data/v66.0/ui-api${path}/State__c`,
        values: [
          { attributes: null, label: "NY", validFor: [0], value: "NY" },
          { attributes: null, label: "ON", validFor: [1], value: "ON" },
          { attributes: null, label: "Other", validFor: [0, 1], value: "Other" },
        ],
      });
      const all = await raw(path);
      expect(all.body.picklistFieldValues.State__c).toEqual(body);
      expect((await raw(path)).body.eTag).toBe(all.body.eTag);
      expect((await raw(`/object-info/Site__c/picklist-values/${SHOP}`)).body.eTag).not.toBe(all.body.eTag);
    });
  });
});
