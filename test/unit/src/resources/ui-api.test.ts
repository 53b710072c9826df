import { composeOrg } from "orgtype/compose";
import { uiApi } from "orgtype/features";
import { describe, expect, it } from "vitest";
import { empty, fakeOrg, json } from "../../../support/fake-org.js";
import { metadata, optionsFor, type SmallSchema } from "../../../support/small-org.js";

const ACCOUNT = "001000000000001AAA";
const PARTNER = "012000000000001AAA";

type Answer = Parameters<typeof fakeOrg>[0];
/** A client that has the UI API, and nothing else. */
function clientOf(answer: Answer) {
  const org = fakeOrg(answer);
  const definition = { contract: 1, apiVersion: "66.0", metadata } as const;
  const { createClient } = composeOrg<SmallSchema, "uiApi">({ ...definition, features: { uiApi } });
  return { org, sf: createClient(optionsFor(org, { retry: { times: 0 } })) };
}

const account = { apiName: "Account", id: ACCOUNT, fields: { Name: { displayValue: null, value: "Acme" } } };
const same = (error: unknown) => error;

describe("what is asked of the UI API", () => {
  it("names fields from the object on, as the query of a URL", async () => {
    const { org, sf } = clientOf(() => json(account));
    await sf.Account.uiApi.retrieve(ACCOUNT, {
      select: { Name: true, Owner: { select: { Name: true, Manager: { select: { Name: true } } } } },
      optional: { Industry: true },
    });
    await sf.Account.uiApi.retrieveByLayout(ACCOUNT, { layoutTypes: ["Full", "Compact"], modes: ["Edit"] });
    expect(org.sent.map(({ path, url }) => [path, Object.fromEntries(url.searchParams)])).toEqual([
      [
        `/services/data/v66.0/ui-api/records/${ACCOUNT}`,
        {
          fields: "Account.Name,Account.Owner.Name,Account.Owner.Manager.Name",
          optionalFields: "Account.Industry",
        },
      ],
      [`/services/data/v66.0/ui-api/records/${ACCOUNT}`, { layoutTypes: "Full,Compact", modes: "Edit" }],
    ]);
  });

  it("is written in its own form, and never created twice by itself", async () => {
    const { org, sf } = clientOf(({ method }) =>
      method === "DELETE" ? empty() : json([{ errorCode: "SERVER_UNAVAILABLE", message: "busy" }], 503),
    );
    const { create, update } = sf.Account.uiApi;
    await expect(create({ Name: "Acme" }, { allowDuplicates: true })).rejects.toMatchObject({ status: 503 });
    await expect(
      update(ACCOUNT, { Name: "Acme" }, { ifUnmodifiedSince: "2026-02-03T14:05:06.000Z" }),
    ).rejects.toMatchObject({ status: 503 });
    await sf.Account.uiApi.delete(ACCOUNT);
    expect(org.sent.map(({ method, path, body }) => [method, path.split("v66.0")[1], body])).toEqual([
      [
        "POST",
        "/ui-api/records",
        { apiName: "Account", fields: { Name: "Acme" }, allowSaveOnDuplicate: true },
      ],
      ["PATCH", `/ui-api/records/${ACCOUNT}`, { fields: { Name: "Acme" } }],
      ["DELETE", `/ui-api/records/${ACCOUNT}`, undefined],
    ]);
    expect(org.sent[1]?.headers.get("if-unmodified-since")).toBe("Tue, 03 Feb 2026 14:05:06 GMT");
  });

  it("reads the describe once, and not where the record type is given by its id", async () => {
    const types = [
      { name: "Partner", developerName: "Partner", recordTypeId: PARTNER },
      { name: "Master", developerName: "Master", recordTypeId: "012000000000000AAA", master: true },
    ];
    const { org, sf } = clientOf(({ path }) =>
      path.endsWith("/describe")
        ? json({ name: "Account", fields: [], recordTypeInfos: types })
        : json({ picklistFieldValues: {} }),
    );
    await sf.Account.uiApi.picklists({ recordType: PARTNER });
    expect(org.sent).toHaveLength(1);
    await sf.Account.uiApi.picklists({ recordType: "Partner" as never });
    await sf.Account.uiApi.picklists();
    expect(org.sent.slice(1).map(({ path }) => path.split("v66.0")[1])).toEqual([
      "/sobjects/Account/describe",
      `/ui-api/object-info/Account/picklist-values/${PARTNER}`,
      // No record type is the default.
      "/ui-api/object-info/Account/picklist-values/012000000000000AAA",
    ]);
  });
});

describe("what the UI API answers", () => {
  it("is read with its parents, whatever is missing", async () => {
    const owner = { apiName: "User", id: "005", fields: { IsActive: { displayValue: null, value: true } } };
    const fields = {
      Owner: { displayValue: "Kim", value: owner },
      Parent: { displayValue: null, value: null },
      AnnualRevenue: { displayValue: "$5", value: 5 },
    };
    const { sf } = clientOf(() => json({ ...account, fields }));
    const record = await sf.Account.uiApi.retrieveByLayout(ACCOUNT);
    expect(record).toEqual({
      id: ACCOUNT,
      apiName: "Account",
      fields: {
        Owner: { IsActive: { displayValue: null, value: true } },
        Parent: null,
        AnnualRevenue: { displayValue: "$5", value: 5 },
      },
      recordTypeId: null,
      recordTypeInfo: null,
      lastModifiedById: null,
      lastModifiedDate: null,
      systemModstamp: null,
      eTag: "",
      weakEtag: 0,
    });
  });

  it("is refused where it is something else", async () => {
    const { sf } = clientOf(({ path }) => (path.includes("batch") ? json({ results: [] }) : json({ x: 1 })));
    const { retrieve, retrieveMany, createDefaults } = sf.Account.uiApi;
    const args = { select: { Name: true } } as const;
    await expect(retrieve(ACCOUNT, args)).rejects.toMatchObject({ code: "decode.ui-record" });
    await expect(createDefaults()).rejects.toMatchObject({ code: "decode.ui-record" });
    await expect(retrieveMany([ACCOUNT], args)).rejects.toMatchObject({ code: "decode.ui-batch" });
  });

  it("may be one refusal of several, which is thrown", async () => {
    const errors = [{ errorCode: "INVALID_FIELD", message: "No such column" }];
    const { sf } = clientOf(() => json({ results: [{ statusCode: 400, result: errors }] }));
    const failure = await sf.Account.uiApi.retrieveMany([ACCOUNT], { select: { Name: true } }).catch(same);
    expect(failure).toMatchObject({
      name: "ApiError",
      code: "INVALID_FIELD",
      status: 400,
      request: `GET /services/data/v66.0/ui-api/records/batch/${ACCOUNT}`,
    });
  });

  it.each([
    ["in a list", (body: object) => [body]],
    ["by itself", (body: object) => body],
  ])("tells errors by field, %s", async (_form, form) => {
    const errorOf = (errorCode: string, message: string) => ({
      errorCode,
      message,
      field: "x",
      fieldLabel: "x",
    });
    const body = {
      message: "An error occurred while trying to update the record. Please try again.",
      statusCode: 400,
      output: {
        errors: [{ errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "Too late", field: null }],
        fieldErrors: {
          Name: [errorOf("REQUIRED_FIELD_MISSING", "missing: [Name, Key__c]")],
          Key__c: [
            errorOf("REQUIRED_FIELD_MISSING", "missing: [Name, Key__c]"),
            errorOf("STRING_TOO_LONG", "too long"),
          ],
        },
      },
    };
    const { sf } = clientOf(() => json(form(body), 400));
    await expect(sf.Account.uiApi.create({ Name: "Acme" })).rejects.toMatchObject({
      name: "ValidationError",
      code: "FIELD_CUSTOM_VALIDATION_EXCEPTION",
      status: 400,
      errors: [
        { errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "Too late", fields: [] },
        { errorCode: "REQUIRED_FIELD_MISSING", fields: ["Name", "Key__c"] },
        { errorCode: "STRING_TOO_LONG", fields: ["Key__c"] },
      ],
    });
  });

  it("names the records that are equal", async () => {
    const matchResults = [{ apiName: "Account", matchRecordIds: [ACCOUNT] }];
    const error = {
      errorCode: "DUPLICATES_DETECTED",
      message: "Use one of these",
      duplicateRecordError: { matchResults },
    };
    const { sf } = clientOf(() =>
      json([{ message: "no", output: { errors: [error], fieldErrors: {} } }], 400),
    );
    await expect(sf.Account.uiApi.create({ Name: "Acme" })).rejects.toMatchObject({
      name: "DuplicateError",
      errors: [{ matches: [{ id: ACCOUNT, object: "Account" }] }],
    });
  });

  it("may be a refusal as all others are", async () => {
    const { sf } = clientOf(() => json([{ errorCode: "NOT_FOUND", message: "no" }], 404));
    await expect(sf.Account.uiApi.info()).rejects.toMatchObject({ name: "NotFoundError" });
  });
});

describe("bad input", () => {
  const { org, sf } = clientOf(() => json(account));
  const { retrieve, retrieveMany, retrieveByLayout, create, update, picklist, picklists } = sf.Account.uiApi;
  const nothing = undefined as never;
  const cases: [string, () => Promise<unknown>, string][] = [
    ["no arguments", () => retrieve(ACCOUNT, nothing), "settings.ui-api"],
    ["nothing selected", () => retrieve(ACCOUNT, { select: {} }), "settings.ui-api"],
    ["a list", () => retrieve(ACCOUNT, { select: ["Name"] as never }), "settings.ui-api"],
    [
      "a field that is false",
      () => retrieve(ACCOUNT, { select: { Name: false as never } }),
      "settings.ui-api",
    ],
    ["a name with a comma", () => retrieve(ACCOUNT, { select: { "A,B": true } as never }), "settings.ui-api"],
    [
      "an unknown argument",
      () => retrieve(ACCOUNT, { select: { Name: true }, fields: 1 } as never),
      "settings.ui-api",
    ],
    ["no id", () => retrieve("", { select: { Name: true } }), "settings.path"],
    ["no list of ids", () => retrieveMany("001" as never, { select: { Name: true } }), "settings.records"],
    [
      "no list of layouts",
      () => retrieveByLayout(ACCOUNT, { layoutTypes: "Full" as never }),
      "settings.records",
    ],
    ["an empty id", () => retrieveMany([ACCOUNT, ""], { select: { Name: true } }), "settings.ui-api"],
    ["no text for an id", () => retrieveMany([7 as never], { select: { Name: true } }), "settings.ui-api"],
    ["a name with a comma in it", () => sf.uiApi.objectInfos(["A,B" as never]), "settings.ui-api"],
    ["no record", () => create([] as never), "settings.record"],
    ["a parent by external id", () => create({ Name: "A", Parent: { Key__c: "k" } }), "settings.ui-api"],
    ["no boolean", () => create({ Name: "A" }, { allowDuplicates: 1 as never }), "settings.ui-api"],
    ["no date", () => update(ACCOUNT, {}, { ifUnmodifiedSince: "soon" }), "settings.ui-api"],
    ["no record type", () => picklist("Industry", { recordType: 7 as never }), "settings.ui-api"],
    ["no arguments but text", () => picklists("Partner" as never), "settings.ui-api"],
    ["no objects", () => sf.uiApi.objectInfos([]), "settings.ui-api"],
  ];
  it.each(cases)("is refused before anything is sent: %s", async (_what, call, code) => {
    const sent = org.sent.length;
    await expect(call()).rejects.toMatchObject({ name: "SettingsError", code });
    expect(org.sent).toHaveLength(sent);
  });
});
