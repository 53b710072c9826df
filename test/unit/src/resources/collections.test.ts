import { isOrgtypeError, type PartialFailureError } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, json, refusal, type SentRequest } from "../../../support/fake-org.js";
import { smallClient } from "../../../support/small-org.js";

const DATA = "/services/data/v66.0";
const names = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `n${index}` }));
const idOf = (name: string) => `001${name}`;

/** Writes every record but those that a rule refuses. */
function writing(
  refuse: (name: string) => boolean = () => false,
  request?: (count: number) => Response | undefined,
) {
  return fakeOrg((sent: SentRequest, count) => {
    const answer = request?.(count);
    if (answer !== undefined) return answer;
    return json(
      sent.body.records.map((record: { Name: string; id?: string }) =>
        refuse(record.Name)
          ? {
              success: false,
              errors: [{ statusCode: "STRING_TOO_LONG", message: "too long", fields: ["Name"] }],
            }
          : { id: record.id ?? idOf(record.Name), success: true, errors: [] },
      ),
    );
  });
}

async function partial(work: Promise<unknown>): Promise<PartialFailureError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isOrgtypeError(error, "PartialFailureError")) throw error ?? new Error("it did not fail");
  return error;
}

describe("collections", () => {
  it("are sent 200 at a time, in order, with a result for each", async () => {
    const org = writing((name) => name === "n201");
    const results = await smallClient(org).Account.createMany(names(450));
    expect(org.sent.map(({ method, path, body }) => [method, path, body.records.length])).toEqual([
      ["POST", `${DATA}/composite/sobjects`, 200],
      ["POST", `${DATA}/composite/sobjects`, 200],
      ["POST", `${DATA}/composite/sobjects`, 50],
    ]);
    expect(org.sent[1]?.body.allOrNone).toBe(false);
    expect(org.sent[1]?.body.records[0]).toEqual({ attributes: { type: "Account" }, Name: "n200" });
    expect(results).toHaveLength(450);
    expect(results.map((result) => result.success && result.id)).toEqual(
      names(450).map(({ Name }) => Name !== "n201" && idOf(Name)),
    );
    expect(results[201]).toMatchObject({
      success: false,
      error: { name: "ValidationError", errorCode: "STRING_TOO_LONG", fields: ["Name"], status: undefined },
    });
  });

  it("nothing is sent for nothing", async () => {
    const org = writing();
    const { Account } = smallClient(org);
    expect(await Account.createMany([])).toEqual([]);
    expect(await Account.deleteMany([])).toEqual([]);
    expect(await Account.retrieveMany([], { fields: ["Name"] })).toEqual([]);
    expect([...org.sent, ...org.logins]).toEqual([]);
  });

  it("updates carry their ids", async () => {
    const org = writing();
    const results = await smallClient(org).Account.updateMany([{ Id: "0011", Name: "a" }]);
    expect(results).toEqual([{ success: true, id: "0011" }]);
    expect(org.sent[0]).toMatchObject({
      method: "PATCH",
      path: `${DATA}/composite/sobjects`,
      body: { records: [{ attributes: { type: "Account" }, id: "0011", Name: "a" }] },
    });
    expect(org.sent[0]?.body.records[0]).not.toHaveProperty("Id");
  });

  it("upserts say which were created", async () => {
    const org = fakeOrg(() =>
      json([
        { id: "0011", success: true, errors: [], created: true },
        { id: "0012", success: true, errors: [], created: false },
        {
          success: false,
          created: false,
          errors: [{ statusCode: "DUPLICATE_VALUE", message: "twice", fields: [] }],
        },
      ]),
    );
    const records = ["a", "b", "c"].map((key) => ({ Key__c: key, Name: key }));
    expect(await smallClient(org).Account.upsertMany("Key__c", records)).toMatchObject([
      { success: true, id: "0011", created: true },
      { success: true, id: "0012", created: false },
      { success: false, error: { name: "DuplicateError" } },
    ]);
    expect(org.sent[0]).toMatchObject({ method: "PATCH", path: `${DATA}/composite/sobjects/Account/Key__c` });
  });

  it("deletes name their ids in the query", async () => {
    const org = fakeOrg(({ url }) =>
      json((url.searchParams.get("ids") ?? "").split(",").map((id) => ({ id, success: true, errors: [] }))),
    );
    const ids = Array.from({ length: 201 }, (_, index) => `001${String(index).padStart(12, "0")}AAA`);
    const results = await smallClient(org).Account.deleteMany(ids, { allOrNone: false });
    expect(results.map((result) => result.success && result.id)).toEqual(ids);
    expect(
      org.sent.map(({ method, url }) => [
        method,
        url.searchParams.get("allOrNone"),
        url.href.length < 16_000,
      ]),
    ).toEqual([
      ["DELETE", "false", true],
      ["DELETE", "false", true],
    ]);
  });

  it("retrieveMany reads 2,000 at a time, in order, with null for what is not there", async () => {
    const org = fakeOrg(({ body }) =>
      json(
        body.ids.map((id: string) =>
          id === "id-7" ? null : { attributes: {}, Id: id, Name: `name of ${id}` },
        ),
      ),
    );
    const ids = Array.from({ length: 4100 }, (_, index) => `id-${index}`);
    const rows = await smallClient(org).Account.retrieveMany(ids, { fields: ["Name"] });
    expect(org.sent.map(({ path, body }) => [path, body.ids.length, body.fields])).toEqual([
      [`${DATA}/composite/sobjects/Account`, 2000, ["Name"]],
      [`${DATA}/composite/sobjects/Account`, 2000, ["Name"]],
      [`${DATA}/composite/sobjects/Account`, 100, ["Name"]],
    ]);
    expect(rows).toStrictEqual(ids.map((id) => (id === "id-7" ? null : { Name: `name of ${id}` })));
  });
});

describe("collections that fail in part", () => {
  it("allOrNone: the error names the record that undid all", async () => {
    const org = fakeOrg(() =>
      json([
        {
          success: false,
          errors: [{ statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK", message: "rolled back", fields: [] }],
        },
        {
          success: false,
          errors: [{ statusCode: "STRING_TOO_LONG", message: "too long", fields: ["Name"] }],
        },
      ]),
    );
    const error = await partial(smallClient(org).Account.createMany(names(2), { allOrNone: true }));
    expect(org.sent[0]?.body.allOrNone).toBe(true);
    expect(error.message).toContain("record 1 failed: STRING_TOO_LONG");
    expect(error.succeeded).toEqual([]);
    expect(error.failed.map(({ index, input, error: { errorCode } }) => [index, input, errorCode])).toEqual([
      [0, { Name: "n0" }, "ALL_OR_NONE_OPERATION_ROLLED_BACK"],
      [1, { Name: "n1" }, "STRING_TOO_LONG"],
    ]);
    expect(error.cause).toMatchObject({ errorCode: "STRING_TOO_LONG" });
  });

  it("allOrNone over more than one request is refused: it could not be kept", async () => {
    const org = writing();
    await expect(smallClient(org).Account.createMany(names(201), { allOrNone: true })).rejects.toThrow(
      "`allOrNone` with 201 records",
    );
    expect(org.sent).toEqual([]);
  });

  it("a request of several fails: what was written, refused and never answered", async () => {
    const org = writing(
      (name) => name === "n3",
      (count) =>
        count === 2 ? refusal(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.") : undefined,
    );
    const error = await partial(smallClient(org).Account.createMany(names(450)));
    expect(org.sent).toHaveLength(2);
    expect(error.succeeded).toHaveLength(199);
    expect(error.succeeded[3]).toEqual({ index: 4, id: idOf("n4") });
    expect(error.failed).toMatchObject([{ index: 3, input: { Name: "n3" } }]);
    expect(error.unanswered.map(({ index }) => index)).toEqual(
      Array.from({ length: 250 }, (_, offset) => 200 + offset),
    );
    expect(error.cause).toMatchObject({ name: "LimitError" });
  });

  it("the only request fails: its own error", async () => {
    const org = fakeOrg(() => refusal(400, "JSON_PARSER_ERROR"));
    await expect(smallClient(org).Account.createMany(names(2))).rejects.toMatchObject({
      name: "ApiError",
      errorCode: "JSON_PARSER_ERROR",
    });
  });

  it("an answer for fewer records than were sent is an error", async () => {
    const org = fakeOrg(() => json([{ id: "1", success: true, errors: [] }]));
    await expect(smallClient(org).Account.createMany(names(2))).rejects.toMatchObject({
      name: "DecodeError",
    });
  });

  it("success with entries in `errors`, as platform events have, is success", async () => {
    const org = fakeOrg(() =>
      json([
        {
          id: "e01",
          success: true,
          errors: [{ statusCode: "OPERATION_ENQUEUED", message: "x", fields: [] }],
        },
      ]),
    );
    expect(await smallClient(org).Account.createMany(names(1))).toEqual([{ success: true, id: "e01" }]);
  });

  it("a wrong record of a later request stops all of them", async () => {
    const org = writing();
    const records = names(300).map(({ Name }, index) => ({ Id: index === 250 ? "" : `001${index}`, Name }));
    const { Account } = smallClient(org);
    await expect(Account.updateMany(records)).rejects.toThrow("`records[250].Id` is missing");
    await expect(
      Account.upsertMany("Key__c", names(300) as { Key__c: string; Name: string }[]),
    ).rejects.toThrow("`records[0].Key__c` is missing");
    await expect(Account.deleteMany([...Array(200).fill("001"), ""])).rejects.toThrow("`ids[200]` is no id");
    expect(org.sent).toEqual([]);
  });

  it("what is no list is refused, not taken for an empty one", async () => {
    const org = writing();
    const { Account } = smallClient(org);
    const calls: Record<string, (list: never) => Promise<unknown>> = {
      records: (list) => Account.createMany(list),
      "records of an update": (list) => Account.updateMany(list),
      "records of an upsert": (list) => Account.upsertMany("Key__c", list),
      "records of a tree": (list) => Account.createTree(list),
      ids: (list) => Account.deleteMany(list),
      "ids to read": (list) => Account.retrieveMany(list, { fields: ["Name"] }),
    };
    for (const [name, call] of Object.entries(calls)) {
      for (const list of [new Set(["001"]), { Name: "Acme" }, undefined]) {
        await expect(call(list as never), name).rejects.toMatchObject({
          name: "SettingsError",
          code: "settings.records",
          message: expect.stringMatching(/^`(records|ids)` is no list\./),
        });
      }
    }
    expect(org.sent).toEqual([]);
  });

  it("an update of all that fit, without what to change, is refused before anything is asked", async () => {
    const org = writing();
    const { Account } = smallClient(org);
    for (const changes of [undefined, null, "Name", []]) {
      await expect(Account.updateWhere({ Name: "x" }, changes as never)).rejects.toThrow(
        "`changes` is no record",
      );
    }
    await expect(Account.updateWhere({ Name: "x" }, { AnnualRevenue: Number.NaN })).rejects.toThrow(
      "`changes.AnnualRevenue` is NaN",
    );
    expect(org.sent).toEqual([]);
  });

  it("what is left out says what is missing", async () => {
    const { Account } = smallClient(writing());
    const { find, retrieveMany } = Account as unknown as {
      find: () => unknown;
      retrieveMany: (ids: string[]) => Promise<unknown>;
    };
    expect(() => find()).toThrow("`select` is no object.");
    await expect(retrieveMany(["001"])).rejects.toThrow("`fields` is empty.");
  });
});
