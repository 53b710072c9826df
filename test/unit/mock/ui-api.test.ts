import { createOrg, type RecordTypePicklists } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { MASTER, SHOP, siteDescribes } from "../../support/site-org.js";

const orgOf = (recordTypePicklists: RecordTypePicklists) =>
  createOrg({ describes: siteDescribes(), recordTypePicklists });

describe("picklists of record types", () => {
  it.each<[string, RecordTypePicklists, RegExp]>([
    ["record type", { "Site__c.Office": {} }, /no such record type/],
    ["object", { Nope: {} }, /no such record type/],
    ["picklist", { "Site__c.Shop": { Name: ["x"] } }, /Site__c has no picklist `Name`/],
    ["value", { "Site__c.Shop": { Country__c: ["XX"] } }, /Country__c: the picklist does not have "XX"/],
  ])("are refused where the org has no such %s", (_what, picklists, message) => {
    expect(() => orgOf(picklists)).toThrow(message);
    expect(() => orgOf(picklists)).toThrow(TypeError);
  });

  it("are those that layouts name, too", async () => {
    const org = orgOf({ "Site__c.Shop": { Country__c: ["CA"] } });
    const response = await org.fetch(`${org.url}/services/data/v66.0/sobjects/Site__c/describe/layouts`, {
      headers: { authorization: `Bearer ${org.credentials.accessToken}` },
    });
    const { recordTypeMappings } = (await response.json()) as {
      recordTypeMappings: {
        recordTypeId: string;
        picklistsForRecordType: { picklistName: string; picklistValues: { value: string }[] }[];
      }[];
    };
    const countriesOf = (id: string) =>
      recordTypeMappings
        .find(({ recordTypeId }) => recordTypeId === id)
        ?.picklistsForRecordType.find(({ picklistName }) => picklistName === "Country__c")
        ?.picklistValues.map(({ value }) => value);
    expect(countriesOf(SHOP)).toEqual(["CA"]);
    expect(countriesOf(MASTER)).toEqual(["US", "CA", "FR"]);
  });
});

describe("requests to the UI API", () => {
  const org = createOrg({ describes: siteDescribes() });
  async function call(path: string, method = "GET", body?: unknown) {
    const response = await org.fetch(`${org.url}/services/data/v66.0/ui-api${path}`, {
      method,
      headers: { authorization: `Bearer ${org.credentials.accessToken}`, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const [entry] = (await response.json()) as [{ errorCode: string }];
    return [response.status, entry?.errorCode];
  }

  it.each([
    ["an object that is not there", "/object-info/Nope__c", [404, "NOT_FOUND"]],
    ["a record type of another object", `/object-info/Account/picklist-values/${SHOP}`, [404, "NOT_FOUND"]],
    ["a field that is not there", `/object-info/Site__c/picklist-values/${SHOP}/Nope__c`, [404, "NOT_FOUND"]],
    ["what is no id", "/records/nope?fields=Site__c.Name", [404, "NOT_FOUND"]],
    [
      "defaults of another record type",
      `/record-defaults/create/Account?recordTypeId=${SHOP}`,
      [404, "NOT_FOUND"],
    ],
    ["a batch that is too large", `/object-info/batch/${"A,".repeat(100)}A`, [400, "INVALID_ARGUMENT"]],
    ["what is not there yet", "/favorites", [501, "NOT_IMPLEMENTED"]],
  ])("are refused for %s", async (_what, path, refusal) => {
    expect(await call(path)).toEqual(refusal);
  });

  it("are refused where the record is none", async () => {
    expect(await call("/records", "POST", { fields: { Name: "x" } })).toEqual([400, "POST_BODY_PARSE_ERROR"]);
    const nested = { apiName: "Site__c", fields: { Manager__c: { Id: "005" } } };
    expect(await call("/records", "POST", nested)).toEqual([400, "POST_BODY_PARSE_ERROR"]);
    const readOnly = { apiName: "Site__c", fields: { Code__c: "1", CreatedDate: "2020-01-01T00:00:00Z" } };
    expect(await call("/records", "POST", readOnly)).toEqual([400, "INVALID_FIELD_FOR_INSERT_UPDATE"]);
    expect(org.records("Site__c")).toEqual([]);
  });
});
