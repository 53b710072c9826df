import { accessToken, type Client, clientCredentials, custom, type Id, jsDates } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MASTER, SHOP, siteDescribes, siteOrg } from "../support/site-org.js";
import type { SiteSchema } from "../support/site-schema.js";

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

  describe("objects", () => {
    it("tell of fields, record types and what depends on what", async () => {
      const info = await sf.Site__c.uiApi.info();
      expect(info).toMatchObject({
        apiName: "Site__c",
        keyPrefix: "a09",
        defaultRecordTypeId: SHOP,
        dependentFields: { Country__c: { State__c: {} }, Open__c: { Reason__c: {} } },
        nameFields: ["Name"],
      });
      expect(info.fields.State__c).toMatchObject({
        dataType: "Picklist",
        controllerName: "Country__c",
        controllingFields: ["Country__c"],
        required: false,
      });
      expect(info.fields.Code__c).toMatchObject({ dataType: "String", required: true, length: 20 });
      expect(info.fields.Manager__c).toMatchObject({
        dataType: "Reference",
        reference: true,
        referenceToInfos: [{ apiName: "User", nameFields: ["FirstName", "LastName", "Name"] }],
      });
      expect(info.recordTypeInfos[SHOP]).toEqual({
        available: true,
        defaultRecordTypeMapping: true,
        master: false,
        name: "A shop",
        recordTypeId: SHOP,
      });
    });

    it("are had many at a time, and null where there are none", async () => {
      const { Site__c, User, ...others } = await sf.uiApi.objectInfos(["Site__c", "User", "Nope" as never]);
      expect(Site__c).toEqual(await sf.Site__c.uiApi.info());
      expect(User?.label).toBe("User");
      expect(others).toEqual({ Nope: null });
      const objects = await sf.uiApi.objects();
      expect(objects.Site__c).toMatchObject({ label: "Site", labelPlural: "Sites" });
      await expect(sf.uiApi.objectInfos([])).rejects.toMatchObject({ code: "settings.ui-api" });
    });

    it("answer 501 what is not there yet", async () => {
      expect(await raw("/apps")).toMatchObject({ status: 501, body: [{ errorCode: "NOT_IMPLEMENTED" }] });
    });
  });

  describe("records", () => {
    let id: Id<"Site__c">;
    let manager: Id<"User">;
    let name: string;
    beforeAll(async () => {
      const [user] = org.records("User");
      manager = user!.Id as Id<"User">;
      name = String(user!.Name);
      id = await sf.sobject("Site__c").create({
        Name: "North",
        Code__c: "N-1",
        Manager__c: manager,
        Country__c: "US",
        State__c: "NY",
        Open__c: true,
        Goods__c: "Books;Pens",
        Cost__c: 1234.5,
        Share__c: 12.25,
        OpensOn__c: "2026-03-01",
      });
    });

    it("are read as users see them", async () => {
      const record = await sf.Site__c.uiApi.retrieve(id, {
        select: {
          Name: true,
          Country__c: true,
          Goods__c: true,
          Cost__c: true,
          Share__c: true,
          OpensOn__c: true,
          Open__c: true,
          Reason__c: true,
          CreatedDate: true,
          Manager__r: { select: { Name: true, Manager: { select: { Name: true } } } },
          Owner: { select: { Name: true } },
        },
      });
      expect(record).toMatchObject({ id, apiName: "Site__c", recordTypeId: SHOP });
      expect(record.recordTypeInfo?.name).toBe("A shop");
      expect(record.fields).toEqual({
        Name: { value: "North", displayValue: null },
        Country__c: { value: "US", displayValue: "United States" },
        Goods__c: { value: "Books;Pens", displayValue: "Books;Pens and pencils" },
        Cost__c: { value: 1234.5, displayValue: "$1,234.50" },
        Share__c: { value: 12.3, displayValue: "12.3%" },
        OpensOn__c: { value: "2026-03-01", displayValue: "3/1/2026" },
        Open__c: { value: true, displayValue: null },
        Reason__c: { value: null, displayValue: null },
        CreatedDate: { value: "2026-02-03T14:05:06.000Z", displayValue: "2/3/2026, 2:05 PM" },
        Manager__r: { Name: { value: name, displayValue: null }, Manager: null },
        Owner: { Name: { value: expect.any(String), displayValue: null } },
      });
    });

    it("have the values that the decoders give", async () => {
      const decoding = sf.with({ decode: { ...jsDates, multipicklist: "array" } });
      const { fields } = await decoding.Site__c.uiApi.retrieve(id, {
        select: { OpensOn__c: true, Goods__c: true, CreatedDate: true },
      });
      expect(fields.OpensOn__c).toEqual({ value: new Date("2026-03-01"), displayValue: "3/1/2026" });
      expect(fields.Goods__c.value).toEqual(["Books", "Pens"]);
      expect(fields.CreatedDate.value).toEqual(new Date("2026-02-03T14:05:06Z"));
    });

    it("come without what the user may not see, where that is optional", async () => {
      const user = org.addUser({ profile: "Sales" });
      const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
      const { uiApi } = siteOrg.createClient({ environment: custom(server.url), auth }).Site__c;
      const { fields } = await uiApi.retrieve(id, {
        select: { Name: true },
        optional: { Cost__c: true, Share__c: true, Manager__r: { select: { Name: true } } },
      });
      expect(fields).toEqual({
        Name: { value: "North", displayValue: null },
        Share__c: { value: 12.3, displayValue: "12.3%" },
        Manager__r: { Name: { value: name, displayValue: null } },
      });
      await expect(uiApi.retrieve(id, { select: { Cost__c: true } })).rejects.toMatchObject({
        name: "ApiError",
        code: "INVALID_FIELD",
      });
      expect((await uiApi.info()).fields.Cost__c).toBeUndefined();
      expect((await uiApi.retrieveByLayout(id)).fields.Cost__c).toBeUndefined();
    });

    it("are read many at a time, null where there are none", async () => {
      const gone = "a09000000000999AAA";
      const records = await sf.Site__c.uiApi.retrieveMany([id, gone, id], { select: { Name: true } });
      expect(records.map((record) => record?.fields.Name.value)).toEqual(["North", undefined, "North"]);
      await expect(
        sf.Site__c.uiApi.retrieveMany([id], { select: { Nope__c: true } as never }),
      ).rejects.toMatchObject({ code: "INVALID_FIELD" });
      org.forgetRequests();
      const ids = Array.from({ length: 101 }, () => id);
      expect(await sf.Site__c.uiApi.retrieveMany(ids, { select: { Name: true } })).toHaveLength(101);
      expect(org.requests).toHaveLength(2);
      expect(await sf.Site__c.uiApi.retrieveMany([], { select: { Name: true } })).toEqual([]);
    });

    it("show what their layouts show", async () => {
      const { fields } = await sf.Site__c.uiApi.retrieveByLayout(id);
      expect(fields.Cost__c?.displayValue).toBe("$1,234.50");
      expect(fields.Manager__r?.Name?.value).toBe(name);
      expect(fields).toHaveProperty("CreatedDate");
      const compact = await sf.Site__c.uiApi.retrieveByLayout(id, { layoutTypes: ["Compact"] });
      expect(Object.keys(compact.fields).length).toBeLessThan(Object.keys(fields).length);
      const edit = await sf.Site__c.uiApi.retrieveByLayout(id, { modes: ["Edit"] });
      expect(edit.fields).not.toHaveProperty("CreatedDate");
      await expect(
        sf.Site__c.uiApi.retrieveByLayout(id, { layoutTypes: ["Half" as never] }),
      ).rejects.toMatchObject({ code: "ILLEGAL_QUERY_PARAMETER_VALUE" });
    });

    it("are created, changed and deleted", async () => {
      const { uiApi } = sf.Site__c;
      const created = await uiApi.create({ Name: "South", Code__c: "S-1", Cost__c: 5 });
      expect(created.fields.Cost__c).toEqual({ value: 5, displayValue: "$5.00" });
      expect(created.fields.Status__c?.value).toBe("Planned");
      const changed = await uiApi.update(created.id, { Cost__c: 6, Name: "Far south" });
      expect(changed.fields.Cost__c?.displayValue).toBe("$6.00");
      expect(changed.eTag).not.toBe(created.eTag);
      expect(org.records("Site__c").find(({ Id }) => Id === created.id)).toMatchObject({ Name: "Far south" });
      await uiApi.delete(created.id);
      await expect(uiApi.retrieve(created.id, { select: { Name: true } })).rejects.toMatchObject({
        name: "NotFoundError",
      });
    });

    it("are refused with the fields that are wrong", async () => {
      const { uiApi } = sf.Site__c;
      await expect(uiApi.create({ Name: "None" } as never)).rejects.toMatchObject({
        name: "ValidationError",
        code: "REQUIRED_FIELD_MISSING",
        message: expect.stringContaining("Required fields are missing: [Code__c]"),
        fields: ["Code__c"],
        status: 400,
      });
      const wrong = { Country__c: "XX" as never, Code__c: "123456789012345678901" };
      await expect(uiApi.update(id, wrong)).rejects.toMatchObject({
        name: "ValidationError",
        errors: [
          { errorCode: "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", fields: ["Country__c"] },
          { errorCode: "STRING_TOO_LONG", fields: ["Code__c"] },
        ],
      });
      await expect(uiApi.create({ Name: "Same", Code__c: "N-1" })).rejects.toMatchObject({
        name: "DuplicateError",
        code: "DUPLICATE_VALUE",
      });
    });

    it("are left alone where they were changed in the meantime", async () => {
      const { uiApi } = sf.Site__c;
      const { lastModifiedDate } = await uiApi.retrieve(id, { select: { Name: true } });
      await uiApi.update(id, { Name: "North" }, { ifUnmodifiedSince: lastModifiedDate! });
      const earlier = { ifUnmodifiedSince: new Date("2026-01-01") };
      await expect(uiApi.update(id, { Name: "Lost" }, earlier)).rejects.toMatchObject({
        code: "CollisionDetectedException",
        message: expect.stringContaining("was modified by"),
      });
      expect((await uiApi.retrieve(id, { select: { Name: true } })).fields.Name.value).toBe("North");
    });

    it("begin with defaults, those of a record type or of an original", async () => {
      const { uiApi } = sf.Site__c;
      const empty = await uiApi.createDefaults({ recordType: "Master" });
      expect(empty.record).toEqual({
        Open__c: false,
        OwnerId: manager,
        RecordTypeId: MASTER,
        Status__c: "Planned",
      });
      expect(empty.fields.Status__c).toEqual({ value: "Planned", displayValue: "Planned" });
      const shop = await uiApi.createDefaults({ recordType: "Shop" });
      expect(shop.recordTypeInfo?.name).toBe("A shop");
      expect(shop.record).toEqual({ Open__c: false, OwnerId: manager, RecordTypeId: SHOP });
      const copy = await uiApi.cloneDefaults(id);
      expect(copy.record).toMatchObject({ Name: "North", Cost__c: 1234.5, Manager__c: manager });
      const { id: copied } = await uiApi.create({ ...copy.record, Code__c: "N-2" });
      expect(copied).not.toBe(id);
    });

    it("are answered to any client in Salesforce's form", async () => {
      const { body } = await raw(`/records/${id}?fields=Site__c.Cost__c,Site__c.Manager__r.Name`);
      expect(body).toMatchObject({
        apiName: "Site__c",
        childRelationships: {},
        eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
        fields: {
          Cost__c: { displayValue: "$1,234.50", value: 1234.5 },
          Manager__r: {
            displayValue: name,
            value: {
              apiName: "User",
              id: manager,
              fields: { Name: { displayValue: null, value: name } },
            },
          },
        },
        id,
        recordTypeId: SHOP,
        weakEtag: Date.parse("2026-02-03T14:05:06Z"),
      });
      const refused = await raw("/records", {
        method: "POST",
        body: JSON.stringify({ apiName: "Site__c", fields: { Name: "None" } }),
      });
      expect(refused).toEqual({
        status: 400,
        body: [
          {
            enhancedErrorType: "RecordError",
            errorCode: "REQUIRED_FIELD_MISSING",
            message: "An error occurred while trying to update the record. Please try again.",
            output: {
              errors: [],
              fieldErrors: {
                Code__c: [
                  {
                    constituentField: null,
                    duplicateRecordError: null,
                    errorCode: "REQUIRED_FIELD_MISSING",
                    field: "Code__c",
                    fieldLabel: "Code",
                    message: "Required fields are missing: [Code__c]",
                  },
                ],
              },
            },
            statusCode: 400,
          },
        ],
      });
      expect((await raw(`/records/${id}`)).body[0].errorCode).toBe("MISSING_PARAM");
      expect((await raw(`/records/${id}?fields=Account.Name`)).status).toBe(400);
      const unknown = { method: "PATCH", body: JSON.stringify({ fields: { Nope__c: 1 } }) };
      expect((await raw(`/records/${id}`, unknown)).body[0]).toMatchObject({
        errorCode: "POST_BODY_PARSE_ERROR",
      });
      const batch = await raw(`/records/batch/${id},a09000000000999AAA?optionalFields=Site__c.Name`);
      expect(batch.body).toMatchObject({
        hasErrors: true,
        results: [{ statusCode: 200 }, { statusCode: 404 }],
      });
    });
  });
});
