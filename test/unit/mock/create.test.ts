import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";
import { describeOf, field } from "./tiny-describes.js";

const now = new Date("2026-05-06T07:08:09.123Z");

/** An object with one field of every rule there is. */
const thing = describeOf("Thing__c", [
  field("Name", "string", { label: "Thing Name", length: 80, nillable: false, nameField: true }),
  field("Code__c", "string", { label: "Code", length: 10, unique: true, externalId: true }),
  field("Case_Code__c", "string", { length: 10, unique: true, externalId: true, caseSensitive: true }),
  field("Email__c", "email", { label: "E-mail", length: 80 }),
  field("Grade__c", "picklist", {
    label: "Grade",
    restrictedPicklist: true,
    picklistValues: [
      { value: "A", label: "First", active: true },
      { value: "B", label: "Second", active: true, defaultValue: true },
      { value: "C", label: "Third", active: false },
    ],
  }),
  field("Free__c", "picklist", { picklistValues: [{ value: "X", label: "X", active: true }], length: 255 }),
  field("Tags__c", "multipicklist", {
    label: "Tags",
    restrictedPicklist: true,
    length: 4099,
    picklistValues: ["red", "green", "blue"].map((value) => ({ value, label: value, active: true })),
  }),
  field("Size__c", "double", { label: "Size", precision: 5, scale: 2 }),
  field("Count__c", "int", { label: "Count", digits: 3 }),
  field("On__c", "boolean", { label: "On", nillable: false, defaultValue: true, defaultedOnCreate: true }),
  field("Day__c", "date"),
  field("At__c", "datetime"),
  field("Clock__c", "time"),
  field("Fixed__c", "string", { createable: false, updateable: false }),
  field("Once__c", "string", { updateable: false }),
  field("Parent__c", "reference", {
    label: "Parent",
    referenceTo: ["Thing__c"],
    relationshipName: "Parent__r",
  }),
  field("Elsewhere__c", "reference", { referenceTo: ["Not_Here__c"], relationshipName: "Elsewhere__r" }),
  field("Number__c", "string", { autoNumber: true, createable: false, updateable: false, nillable: false }),
]);

function thingOrg() {
  return createOrg({ describes: [thing], now: () => now });
}

async function createThing(values: object) {
  const org = thingOrg();
  const { post } = api(org);
  const { status, body } = await post("/sobjects/Thing__c", { Name: "T", ...values });
  return { status, body, stored: org.records("Thing__c")[0] };
}

describe("a new record", () => {
  it("answers 201 with its id and its place", async () => {
    const { status, body, headers } = await api(createOrg()).post("/sobjects/Account", { Name: "Acme" });
    expect(status).toBe(201);
    expect(body).toEqual({ id: body.id, success: true, errors: [] });
    expect(headers.get("Location")).toBe(`${DATA}/sobjects/Account/${body.id}`);
  });

  it("has the system fields, and belongs to the running user", async () => {
    const org = createOrg({ now: () => now });
    await api(org).post("/sobjects/Account", { Name: "Acme" });
    const [account] = org.records("Account");
    const [user] = org.records("User");
    expect(account).toMatchObject({
      IsDeleted: false,
      OwnerId: user?.Id,
      CreatedById: user?.Id,
      LastModifiedById: user?.Id,
      CreatedDate: "2026-05-06T07:08:09.000+0000",
      LastModifiedDate: "2026-05-06T07:08:09.000+0000",
      SystemModstamp: "2026-05-06T07:08:09.000+0000",
      PhotoUrl: `/services/images/photo/${account?.Id}`,
    });
  });

  it("has defaults, auto-numbers and the spelling of the schema", async () => {
    const { stored } = await createThing({ cODE__c: "x" });
    expect(stored).toMatchObject({ Grade__c: "B", On__c: true, Number__c: "00000001", Code__c: "x" });
    const org = createOrg();
    org.seed({ Invoice__c: [{}, {}] });
    expect(org.records("Invoice__c").map((invoice) => [invoice.Name, invoice.Status__c])).toEqual([
      ["INV-0001", "Draft"],
      ["INV-0002", "Draft"],
    ]);
  });

  it("of a person has its full name put together", async () => {
    const org = createOrg();
    org.seed({
      Contact: [{ LastName: "Reed" }, { FirstName: "Ada", LastName: "Reed", Salutation: "Dr." }],
      Lead: [{ FirstName: "Bo", LastName: "Lind", Company: "Acme" }],
    });
    expect(org.records("Contact").map((record) => record.Name)).toEqual(["Reed", "Ada Reed"]);
    expect(org.records("Lead").map((record) => record.Name)).toEqual(["Bo Lind"]);
  });

  it("may name a parent by an external id", async () => {
    const org = createOrg({ describes: [thing] });
    const { post } = api(org);
    const { id } = (await post("/sobjects/Thing__c", { Name: "P", Code__c: "P1" })).body;
    const child = await post("/sobjects/Thing__c", { Name: "C", Parent__r: { code__c: "p1" } });
    expect(child.status).toBe(201);
    expect(org.records("Thing__c")[1]?.Parent__c).toBe(id);
    const none = await post("/sobjects/Thing__c", { Name: "C", Parent__r: { Code__c: "P2" } });
    expect(none.body).toEqual([
      {
        errorCode: "INVALID_FIELD",
        message: "Foreign key external ID: P2 not found for field Code__c in entity Thing__c",
      },
    ]);
  });
});

describe("values", () => {
  it.each([
    ["numbers written as text", { Size__c: "1.25" }, { Size__c: 1.25 }],
    ["numbers rounded to their scale", { Size__c: 1.005 }, { Size__c: 1.01 }],
    ["halves rounded away from zero", { Size__c: -2.345 }, { Size__c: -2.35 }],
    ["checkboxes written as text", { On__c: "FALSE" }, { On__c: false }],
    ["empty text as null", { Code__c: "" }, { Code__c: null }],
    ["days", { Day__c: "2024-02-29" }, { Day__c: "2024-02-29" }],
    [
      "times with an offset in UTC",
      { At__c: "2024-02-29T23:30:00+01:30" },
      { At__c: "2024-02-29T22:00:00.000+0000" },
    ],
    [
      "times with Salesforce's own offset",
      { At__c: "2024-01-01T00:00:00.000+0000" },
      { At__c: "2024-01-01T00:00:00.000+0000" },
    ],
    ["times of day", { Clock__c: "08:30:00Z" }, { Clock__c: "08:30:00.000Z" }],
    ["any text for an open picklist", { Free__c: "Else" }, { Free__c: "Else" }],
    ["several choices", { Tags__c: "red;blue" }, { Tags__c: "red;blue" }],
    [
      "ids of objects the snapshot lacks",
      { Elsewhere__c: "a9Z000000000001EAA" },
      { Elsewhere__c: "a9Z000000000001EAA" },
    ],
  ])("keep %s", async (_what, given, kept) => {
    const { status, stored } = await createThing(given);
    expect(status).toBe(201);
    expect(stored).toMatchObject(kept);
  });

  const jsonError = (type: string, token: string, value: string) =>
    new RegExp(
      `^Cannot deserialize instance of ${type} from ${token} value ${value} or request may be missing`,
    );

  it.each([
    [{ Size__c: "big" }, jsonError("double", "VALUE_STRING", "big")],
    [{ Count__c: 1.5 }, jsonError("int", "VALUE_NUMBER_FLOAT", "1.5")],
    [{ On__c: "yes" }, jsonError("boolean", "VALUE_STRING", "yes")],
    [{ Code__c: 5 }, jsonError("string", "VALUE_NUMBER_INT", "5")],
    [{ Code__c: ["a"] }, jsonError("string", "START_ARRAY", "\\[")],
    [{ Day__c: "2023-02-29" }, jsonError("date", "VALUE_STRING", "2023-02-29")],
    [{ Day__c: "01/02/2023" }, jsonError("date", "VALUE_STRING", "01/02/2023")],
    [{ At__c: "2024-01-01 00:00" }, jsonError("datetime", "VALUE_STRING", "2024-01-01 00:00")],
    [{ Clock__c: "25:00" }, jsonError("time", "VALUE_STRING", "25:00")],
  ])("of another JSON type are refused: %j", async (given, message) => {
    const { status, body } = await createThing(given);
    expect(status).toBe(400);
    expect(body).toEqual([{ errorCode: "JSON_PARSER_ERROR", message: expect.stringMatching(message) }]);
  });

  it("of another JSON type are pointed at", async () => {
    const { body } = await createThing({ Size__c: "big" });
    // {"Name":"T","Size__c":"big"}
    expect(body[0].message).toMatch(/\[line:1, column:23\]$/);
  });

  it.each([
    [
      { Nmae: "x" },
      { errorCode: "INVALID_FIELD", message: "No such column 'Nmae' on sobject of type Thing__c" },
    ],
    [
      { Id: "a0xOt0000000001AAA" },
      { errorCode: "INVALID_FIELD", message: "The Id field should not be specified in the sobject data." },
    ],
    [
      { Name: null },
      {
        errorCode: "REQUIRED_FIELD_MISSING",
        message: "Required fields are missing: [Name]",
        fields: ["Name"],
      },
    ],
    [
      { Code__c: "12345678901" },
      {
        errorCode: "STRING_TOO_LONG",
        message: "Code: data value too large: 12345678901 (max length=10)",
        fields: ["Code__c"],
      },
    ],
    [
      { Email__c: "nobody" },
      {
        errorCode: "INVALID_EMAIL_ADDRESS",
        message: "E-mail: invalid email address: nobody",
        fields: ["Email__c"],
      },
    ],
    [
      { Grade__c: "D" },
      {
        errorCode: "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        message: "Grade: bad value for restricted picklist field: D",
        fields: ["Grade__c"],
      },
    ],
    [
      { Grade__c: "C" },
      {
        errorCode: "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        message: "Grade: bad value for restricted picklist field: C",
        fields: ["Grade__c"],
      },
    ],
    [
      { Tags__c: "red;pink" },
      {
        errorCode: "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        message: "Tags: bad value for restricted picklist field: pink",
        fields: ["Tags__c"],
      },
    ],
    [
      { Size__c: 1000 },
      {
        errorCode: "NUMBER_OUTSIDE_VALID_RANGE",
        message: "Size: value outside of valid range on numeric field: 1000",
        fields: ["Size__c"],
      },
    ],
    [
      { Count__c: 1000 },
      {
        errorCode: "NUMBER_OUTSIDE_VALID_RANGE",
        message: "Count: value outside of valid range on numeric field: 1000",
        fields: ["Count__c"],
      },
    ],
    [
      { On__c: null },
      {
        errorCode: "INVALID_TYPE_ON_FIELD_IN_RECORD",
        message: "On: value not of required type: ",
        fields: ["On__c"],
      },
    ],
    [
      { Parent__c: "nonsense" },
      {
        errorCode: "MALFORMED_ID",
        message: "Parent: id value of incorrect type: nonsense",
        fields: ["Parent__c"],
      },
    ],
    [
      { Parent__c: "001000000000001AAA" },
      {
        errorCode: "MALFORMED_ID",
        message: "Parent: id value of incorrect type: 001000000000001AAA",
        fields: ["Parent__c"],
      },
    ],
    [
      { Parent__c: "a0x000000000001AAA" },
      { errorCode: "INVALID_CROSS_REFERENCE_KEY", message: "invalid cross reference id", fields: [] },
    ],
  ])("that break a rule are refused: %j", async (given, expected) => {
    const { status, body, stored } = await createThing(given);
    expect(status).toBe(400);
    expect(body).toEqual([expected]);
    expect(stored).toBeUndefined();
  });

  it("that break several rules are all told", async () => {
    const { body } = await createThing({ Grade__c: "D", Email__c: "x", Code__c: "12345678901" });
    expect(body.map((entry: { errorCode: string }) => entry.errorCode)).toEqual([
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
      "INVALID_EMAIL_ADDRESS",
      "STRING_TOO_LONG",
    ]);
  });

  it("for read-only fields are refused together", async () => {
    const { body } = await createThing({ Fixed__c: "x", Number__c: "7" });
    expect(body).toEqual([
      {
        errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE",
        message:
          "Unable to create/update fields: Fixed__c, Number__c. Please check the security settings of this field " +
          "and verify that it is read/write for your profile or permission set.",
        fields: ["Fixed__c", "Number__c"],
      },
    ]);
  });

  it("of unique fields must differ, in case too only where the field says so", async () => {
    const { post } = api(thingOrg());
    const first = await post("/sobjects/Thing__c", { Name: "1", Code__c: "abc", Case_Code__c: "abc" });
    const same = await post("/sobjects/Thing__c", { Name: "2", Code__c: "ABC" });
    expect(same.status).toBe(400);
    expect(same.body).toEqual([
      {
        errorCode: "DUPLICATE_VALUE",
        message: `duplicate value found: Code__c duplicates value on record with id: ${first.body.id.slice(0, 15)}`,
        fields: [],
      },
    ]);
    expect((await post("/sobjects/Thing__c", { Name: "3", Case_Code__c: "ABC" })).status).toBe(201);
    expect((await post("/sobjects/Thing__c", { Name: "4", Case_Code__c: "abc" })).status).toBe(400);
  });
});

describe("objects", () => {
  it("that cannot be created say so", async () => {
    const { status, body } = await api(createOrg()).post("/sobjects/Organization", { Name: "Mine" });
    expect(status).toBe(400);
    expect(body[0]).toMatchObject({
      errorCode: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
      message: "entity type cannot be inserted: Organization",
    });
  });

  it("of a snapshot that says nothing of writing can be written, but for what the org writes", async () => {
    const open = {
      name: "Open__c",
      fields: [
        { name: "Id", type: "id" },
        { name: "Name", type: "string" },
        { name: "CreatedDate", type: "datetime" },
      ],
    };
    const { post } = api(createOrg({ describes: [open] }));
    expect((await post("/sobjects/Open__c", { Name: "x" })).status).toBe(201);
    const { body } = await post("/sobjects/Open__c", { CreatedDate: "2020-01-01T00:00:00Z" });
    expect(body[0].errorCode).toBe("INVALID_FIELD_FOR_INSERT_UPDATE");
  });

  it("have record types, of which the default is taken", async () => {
    const recordTypeInfos = [
      { recordTypeId: "012000000000001AAA", name: "Big", defaultRecordTypeMapping: true },
      { recordTypeId: "012000000000002AAA", name: "Small", defaultRecordTypeMapping: false },
      { recordTypeId: "012000000000000AAA", name: "Master", master: true },
    ];
    const typed = describeOf(
      "Typed__c",
      [field("RecordTypeId", "reference", { label: "Record Type ID", referenceTo: ["RecordType"] })],
      { recordTypeInfos },
    );
    const org = createOrg({ describes: [typed] });
    const { post } = api(org);
    await post("/sobjects/Typed__c", {});
    await post("/sobjects/Typed__c", { RecordTypeId: "012000000000002AAA" });
    expect(org.records("Typed__c").map((record) => record.RecordTypeId)).toEqual([
      "012000000000001AAA",
      "012000000000002AAA",
    ]);
    const { body } = await post("/sobjects/Typed__c", { RecordTypeId: "012000000000009AAA" });
    expect(body[0]).toMatchObject({ errorCode: "INVALID_CROSS_REFERENCE_KEY", fields: ["RecordTypeId"] });
  });
});
