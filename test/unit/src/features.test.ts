import { composeOrg, isOrgtypeError } from "orgtype";
import { binds, collections, find } from "orgtype/features";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../support/fake-org.js";
import { metadata, optionsFor, type SmallSchema } from "../../support/small-org.js";

const definition = { contract: 1, apiVersion: "66.0", metadata } as const;
const page = () =>
  json({ totalSize: 1, done: true, records: [{ attributes: { type: "Account" }, Id: "001" }] });

describe("a client without features", () => {
  const { createClient } = composeOrg<SmallSchema, never>({ ...definition, features: {} });

  it("reads and writes single records, and runs SOQL text", async () => {
    const org = fakeOrg((request) =>
      request.method === "POST" ? json({ id: "001", success: true, errors: [] }, 201) : page(),
    );
    const sf = createClient(optionsFor(org));
    expect(await sf.Account.create({ Name: "Acme" })).toBe("001");
    expect(await sf.query("SELECT Id FROM Account").all()).toMatchObject([{ Id: "001" }]);
  });

  it("has no other members", () => {
    const sf = createClient(optionsFor(fakeOrg(page)));
    for (const name of ["bulk", "composite", "batch", "graphs", "describe", "rest"])
      expect(sf).not.toHaveProperty(name);
    for (const name of ["find", "aggregate", "createMany", "picklist"])
      expect(sf.Account).not.toHaveProperty(name);
  });

  it("says which feature binds and coalescing need, before anything is sent", () => {
    const org = fakeOrg(page);
    const sf = createClient(optionsFor(org));
    const wrong = { name: "SettingsError", code: "settings.features" };
    expect(() => sf.query("SELECT Id FROM Account WHERE Name = :name", { name: "Acme" })).toThrow(
      expect.objectContaining({ ...wrong, hint: expect.stringContaining('"binds"') }),
    );
    expect(() => createClient(optionsFor(org, { coalesce: {} }))).toThrow(
      expect.objectContaining({ ...wrong, hint: expect.stringContaining('"collections"') }),
    );
    expect(org.sent).toEqual([]);
  });

  it("tells of refusals as every client does", async () => {
    const org = fakeOrg(() => json([{ errorCode: "NOT_FOUND", message: "gone" }], 404));
    const failure = await createClient(optionsFor(org))
      .Account.retrieve("001")
      .catch((error: unknown) => error);
    expect(isOrgtypeError(failure, "NotFoundError")).toBe(true);
  });
});

describe("a client of some features", () => {
  const features = { binds, collections, find };
  const { createClient } = composeOrg<SmallSchema, keyof typeof features>({ ...definition, features });

  it("has their members, and goes on having them with decoders", async () => {
    const org = fakeOrg(page);
    const sf = createClient(optionsFor(org)).with({ decode: {} });
    expect(sf.query("SELECT Id FROM Account WHERE Name = :name", { name: "It's" }).soql).toBe(
      "SELECT Id FROM Account WHERE Name = 'It\\'s'",
    );
    expect(sf.Account.find({ select: { Id: true } }).soql).toBe("SELECT Id FROM Account");
    expect(await sf.Contact.find({ select: { Id: true } }).all()).toEqual([{ Id: "001" }]);
    expect(sf.Account).not.toHaveProperty("aggregate");
  });

  it("coalesces", async () => {
    const results = [1, 2].map((n) => ({ id: `00${n}`, success: true, errors: [] }));
    const org = fakeOrg(() => json(results));
    const sf = createClient(optionsFor(org, { coalesce: {} }));
    const ids = await Promise.all([sf.Account.create({ Name: "A" }), sf.Account.create({ Name: "B" })]);
    expect(ids).toEqual(["001", "002"]);
    expect(org.sent).toHaveLength(1);
  });
});
