import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

const PATH = "/composite/sobjects";
const account = (values: object) => ({ attributes: { type: "Account" }, ...values });
const missing = "001Ot0000zzzzzzIAA";

const rolledBack = {
  statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK",
  message: "Record rolled back because not all records were valid and the request was using AllOrNone header",
  fields: [],
};

describe("creating a collection", () => {
  it("answers for each record in turn, good or bad", async () => {
    const org = createOrg();
    const { status, body } = await api(org).post(PATH, {
      records: [
        account({ Name: "A" }),
        account({ Name: null }),
        account({ Nmae: "x" }),
        { Name: "untyped" },
        { attributes: { type: "Nothing__c" } },
        { attributes: { type: "Contact" }, LastName: "L", Email: "x" },
        account({ Id: missing, Name: "B" }),
      ],
    });
    expect(status).toBe(200);
    expect(body[0]).toEqual({ id: org.records("Account")[0]?.Id, success: true, errors: [] });
    expect(
      body.slice(1).map((result: { errors: { statusCode: string }[] }) => result.errors[0]?.statusCode),
    ).toEqual([
      "REQUIRED_FIELD_MISSING",
      "INVALID_FIELD",
      "JSON_PARSER_ERROR",
      "INVALID_TYPE",
      "INVALID_EMAIL_ADDRESS",
      "INVALID_FIELD_FOR_INSERT_UPDATE",
    ]);
    expect(body[1]).toEqual({
      success: false,
      errors: [
        {
          statusCode: "REQUIRED_FIELD_MISSING",
          message: "Required fields are missing: [Name]",
          fields: ["Name"],
        },
      ],
    });
    expect(org.records("Account")).toHaveLength(1);
  });

  it("with allOrNone undoes every record where one is refused", async () => {
    const org = createOrg();
    const { body } = await api(org).post(PATH, {
      allOrNone: true,
      records: [account({ Name: "A" }), account({ Name: null }), account({ Name: "C" })],
    });
    expect(body[0]).toEqual({ success: false, errors: [rolledBack] });
    expect(body[1].errors[0].statusCode).toBe("REQUIRED_FIELD_MISSING");
    expect(body[2]).toEqual({ success: false, errors: [rolledBack] });
    expect(org.records("Account")).toEqual([]);
  });

  it("takes 200 records and no more", async () => {
    const { post } = api(createOrg());
    const records = (count: number) => Array.from({ length: count }, (_, n) => account({ Name: `A${n}` }));
    expect((await post(PATH, { records: records(200) })).body).toHaveLength(200);
    const { status, body } = await post(PATH, { records: records(201) });
    expect(status).toBe(400);
    expect(body).toEqual([
      {
        errorCode: "EXCEEDED_ID_LIMIT",
        message: "record limit reached. cannot submit more than 200 records into this call",
      },
    ]);
  });

  it("takes ten runs of one type and no more", async () => {
    const { post } = api(createOrg());
    const mixed = (runs: number) =>
      Array.from({ length: runs }, (_, n) =>
        n % 2 === 0 ? account({ Name: "A" }) : { attributes: { type: "Contact" }, LastName: "C" },
      );
    expect((await post(PATH, { records: mixed(10) })).status).toBe(200);
    expect((await post(PATH, { records: mixed(11) })).body[0].errorCode).toBe("LIMIT_EXCEEDED");
  });
});

describe("changing a collection", () => {
  it("answers for each record in turn", async () => {
    const org = createOrg();
    const [id, gone] = org.seed({ Account: [{ Name: "A" }, { Name: "B" }] }).Account ?? [];
    const { patch, delete: remove } = api(org);
    await remove(`/sobjects/Account/${gone}`);
    const { body } = await patch(PATH, {
      records: [
        account({ id, Phone: "1" }),
        account({ Id: missing, Phone: "1" }),
        account({ id: gone, Phone: "1" }),
        account({ Phone: "1" }),
        account({ id: "x", Phone: "1" }),
      ],
    });
    expect(body[0]).toEqual({ id, success: true, errors: [] });
    expect(body[1].errors).toEqual([
      { statusCode: "INVALID_CROSS_REFERENCE_KEY", message: "invalid cross reference id", fields: [] },
    ]);
    expect(
      body.slice(2).map((result: { errors: { statusCode: string }[] }) => result.errors[0]?.statusCode),
    ).toEqual(["ENTITY_IS_DELETED", "MISSING_ARGUMENT", "MALFORMED_ID"]);
    expect(org.records("Account")[0]?.Phone).toBe("1");
  });

  it("with allOrNone puts back what was there", async () => {
    const org = createOrg();
    const [id] = org.seed({ Account: [{ Name: "A", Phone: "0" }] }).Account ?? [];
    const { body } = await api(org).patch(PATH, {
      allOrNone: true,
      records: [account({ id, Phone: "1" }), account({ id, Name: null })],
    });
    expect(body[0]).toEqual({ id, success: false, errors: [rolledBack] });
    expect(org.records("Account")[0]).toMatchObject({ Name: "A", Phone: "0" });
  });
});

describe("deleting a collection", () => {
  it("takes ids of any objects, and allOrNone", async () => {
    const org = createOrg();
    const [a] = org.seed({ Account: [{ Name: "A" }] }).Account ?? [];
    const [c] = org.seed({ Contact: [{ LastName: "C" }] }).Contact ?? [];
    const { delete: remove } = api(org);
    const undone = await remove(`${PATH}?ids=${a},${missing}&allOrNone=true`);
    expect(undone.body[0]).toEqual({ id: a, success: false, errors: [rolledBack] });
    expect(org.records("Account")).toHaveLength(1);
    const { body } = await remove(`${PATH}?ids=${a},${c},${missing},zzz`);
    expect(body.map((result: { success: boolean }) => result.success)).toEqual([true, true, false, false]);
    expect([...org.records("Account"), ...org.records("Contact")]).toEqual([]);
  });
});

describe("upserting a collection", () => {
  it("creates and updates by an external id", async () => {
    const org = createOrg();
    org.seed({ Invoice__c: [{ External_Key__c: "K1" }] });
    const invoice = (values: object) => ({ attributes: { type: "Invoice__c" }, ...values });
    const { body } = await api(org).patch(`${PATH}/Invoice__c/External_Key__c`, {
      records: [
        invoice({ External_Key__c: "k1", Amount__c: 1 }),
        invoice({ External_Key__c: "K2", Amount__c: 2 }),
        invoice({ Amount__c: 3 }),
        invoice({ External_Key__c: "K3", Status__c: "Nope" }),
        { External_Key__c: "K4" },
      ],
    });
    expect(
      body.map((result: object) => [Reflect.get(result, "success"), Reflect.get(result, "created")]),
    ).toEqual([
      [true, false],
      [true, true],
      [false, false],
      [false, false],
      [false, false],
    ]);
    expect(org.records("Invoice__c").map((record) => [record.External_Key__c, record.Amount__c])).toEqual([
      ["K1", 1],
      ["K2", 2],
    ]);
  });
});

describe("reading many records", () => {
  it("gives them in the order asked for, and null for those not there", async () => {
    const org = createOrg();
    const ids = org.seed({ Account: [{ Name: "A" }, { Name: "B" }] }).Account ?? [];
    const { get, post } = api(org);
    const asked = [ids[1], missing, "junk", ids[0]];
    const names = (rows: ({ Name: string } | null)[]) => rows.map((row) => row?.Name ?? null);
    const byGet = await get(`${PATH}/Account?ids=${asked.join(",")}&fields=Name`);
    expect(names(byGet.body)).toEqual(["B", null, null, "A"]);
    const byPost = await post(`${PATH}/Account`, { ids: asked, fields: ["Id", "Name"] });
    expect(names(byPost.body)).toEqual(["B", null, null, "A"]);
    expect((await post(`${PATH}/Account`, { ids: asked, fields: ["Nmae"] })).body[0].errorCode).toBe(
      "INVALID_FIELD",
    );
    expect((await get(`${PATH}/Account?ids=${ids[0]}`)).body[0].errorCode).toBe("MISSING_ARGUMENT");
    const many = Array.from({ length: 2001 }, () => ids[0]);
    expect((await post(`${PATH}/Account`, { ids: many, fields: ["Id"] })).body[0].errorCode).toBe(
      "EXCEEDED_ID_LIMIT",
    );
  });
});
