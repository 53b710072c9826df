import { composeOrg, isOrgtypeError, jsDates, memoryTokenStore } from "orgtype/compose";
import { apexRest, binds, collections, decode, find, hints, rest, tokens, tooling } from "orgtype/features";
import { describe, expect, it } from "vitest";
import { fakeOrg, json } from "../../support/fake-org.js";
import { metadata, optionsFor, type SmallSchema } from "../../support/small-org.js";

const definition = { contract: 1, apiVersion: "66.0", metadata } as const;
const same = (error: unknown) => error;
const page = () =>
  json({ totalSize: 1, done: true, records: [{ attributes: { type: "Account" }, Id: "001" }] });

describe("a client without features", () => {
  const { connect, createClient } = composeOrg<SmallSchema, never>({ ...definition, features: {} });

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
    const members = [
      "actions",
      "bulk",
      "composite",
      "batch",
      "graphs",
      "describe",
      "versions",
      "limits",
      "events",
      "explain",
      "apexRest",
      "approvals",
      "graphql",
      "chatter",
      "rules",
      "tabs",
      "theme",
      "appMenu",
      "reports",
      "dashboards",
      "layouts",
      "quickActions",
      "recent",
      "passwords",
      "rest",
      "search",
      "sosl",
      "suggest",
      "suggestQueries",
      "searchScope",
      "files",
      "request",
      "tooling",
      "with",
    ];
    for (const name of members) expect(sf).not.toHaveProperty(name);
    for (const name of [
      "find",
      "aggregate",
      "createMany",
      "picklist",
      "updated",
      "deleted",
      "listViews",
      "listView",
      "layouts",
      "quickActions",
      "blob",
      "createWithBlob",
      "richTextImage",
    ])
      expect(sf.Account).not.toHaveProperty(name);
  });

  it("says which feature binds need, before anything is sent", () => {
    const org = fakeOrg(page);
    const sf = createClient(optionsFor(org));
    const wrong = { name: "SettingsError", code: "settings.features" };
    expect(() => sf.query("SELECT Id FROM Account WHERE Name = :name", { name: "Acme" })).toThrow(
      expect.objectContaining({ ...wrong, hint: expect.stringContaining('"binds"') }),
    );
    expect(org.sent).toEqual([]);
  });

  it.each([
    ["coalesce", {}, "collections"],
    ["budget", { reserve: 100 }, "limits"],
    ["tokenStore", memoryTokenStore(), "tokens"],
    ["renewAhead", {}, "tokens"],
    ["decode", {}, "decode"],
  ])("says which feature the option %s needs", (option, value, feature) => {
    const options = { ...optionsFor(fakeOrg(page)), [option]: value };
    expect(() => createClient(options)).toThrow(
      expect.objectContaining({
        name: "SettingsError",
        code: "settings.features",
        message: expect.stringContaining(`\`${option}\``),
        hint: expect.stringContaining(`"${feature}"`),
      }),
    );
  });

  it.each([new Date(0), ["Red", "Blue"]])("says which feature writes %o", async (value) => {
    const org = fakeOrg(page);
    const record = { Name: "Acme", Any__c: value } as { Name: string };
    await expect(createClient(optionsFor(org)).Account.create(record)).rejects.toMatchObject({
      code: "settings.features",
      message: expect.stringContaining("`record.Any__c`"),
      hint: expect.stringContaining('"decode"'),
    });
    expect(org.sent).toEqual([]);
  });

  it("tells of refusals by the same classes, and where to read on", async () => {
    const org = fakeOrg(() => json([{ errorCode: "INVALID_CROSS_REFERENCE_KEY", message: "gone" }], 404));
    const failure = await createClient(optionsFor(org)).Account.retrieve("001").catch(same);
    expect(isOrgtypeError(failure, "NotFoundError")).toBe(true);
    expect(failure).toMatchObject({
      code: "INVALID_CROSS_REFERENCE_KEY",
      hint: "`npx orgtype explain INVALID_CROSS_REFERENCE_KEY` tells what to do.",
    });
  });

  it("makes no command of a code that could be anything", async () => {
    const org = fakeOrg(() => json([{ errorCode: "x; rm -rf ~", message: "gone" }], 400));
    const failure = await createClient(optionsFor(org)).Account.retrieve("001").catch(same);
    expect(failure).toMatchObject({ code: "x; rm -rf ~", hint: undefined });
  });

  it("tells of refused logins, and where to read on", async () => {
    const options = optionsFor(fakeOrg(page), {
      transport: async () => json({ error: "invalid_client", error_description: "invalid client" }, 400),
    });
    const failure = await connect(options).catch(same);
    expect(failure).toMatchObject({
      name: "AuthError",
      oauthError: "invalid_client",
      hint: "`npx orgtype explain invalid_client` tells what to do.",
    });
  });
});

describe("a client of some features", () => {
  const features = { binds, collections, decode, find, hints, tokens };
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

  it("has hints in its errors", async () => {
    const org = fakeOrg(() => json([{ errorCode: "INVALID_FIELD", message: "No such column" }], 400));
    const failure = await createClient(optionsFor(org)).Account.retrieve("001").catch(same);
    expect(failure).toMatchObject({ hint: "Where the field does exist, the user may not see it." });
  });

  it("writes dates and lists of choices", async () => {
    const org = fakeOrg(() => json({ id: "001", success: true, errors: [] }, 201));
    const sf = createClient(optionsFor(org)).with({ decode: { ...jsDates, multipicklist: "array" } });
    await sf.Account.create({ Name: "Acme", Founded__c: new Date(0), Colors__c: ["Red", "Blue"] });
    expect(org.sent[0]?.body).toEqual({ Name: "Acme", Founded__c: "1970-01-01", Colors__c: "Red;Blue" });
  });

  it("keeps tokens", async () => {
    const tokenStore = memoryTokenStore();
    const org = fakeOrg(page);
    await createClient(optionsFor(org, { tokenStore })).query("SELECT Id FROM Account").all();
    await createClient(optionsFor(org, { tokenStore })).query("SELECT Id FROM Account").all();
    expect(org.logins).toHaveLength(1);
  });

  it("sends lists as they were when it was called, though its code is loaded then", async () => {
    const org = fakeOrg(() => json([{ id: "001", success: true, errors: [] }]));
    const sf = createClient(optionsFor(org));
    const records = [{ Name: "A" }];
    const created = sf.Account.createMany(records);
    records[0] = { Name: "B" };
    records.push({ Name: "C" });
    expect(await created).toMatchObject([{ success: true, id: "001" }]);
    expect(org.sent[0]?.body.records).toMatchObject([{ Name: "A" }]);
  });
});

describe("a client with the feature rest only", () => {
  const features = { rest };
  const { createClient } = composeOrg<SmallSchema, "rest">({ ...definition, features });

  it("has both raw doors, and streams that end in time", async () => {
    const org = fakeOrg(
      () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(Uint8Array.of(1)) })),
    );
    const sf = createClient(optionsFor(org));
    expect(sf).toHaveProperty("rest");
    const reader = (await sf.request("GET", "/x", { as: "stream", timeout: 300 })).getReader();
    expect((await reader.read()).value).toEqual(Uint8Array.of(1));
    await expect(reader.read()).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("tells of refusals by the same classes", async () => {
    const org = fakeOrg(() => json([{ errorCode: "NOT_FOUND", message: "gone" }], 404));
    await expect(createClient(optionsFor(org)).request("GET", "/x")).rejects.toMatchObject({
      name: "NotFoundError",
      hint: "`npx orgtype explain NOT_FOUND` tells what to do.",
    });
  });
});

describe("a client of Apex alone", () => {
  const { createClient } = composeOrg<SmallSchema, "apexRest" | "tooling">({
    ...definition,
    features: { apexRest, tooling },
  });

  it("has Apex REST, and the Tooling API with its binds", async () => {
    const org = fakeOrg(page);
    const sf = createClient(optionsFor(org));
    await sf.apexRest.get("/orders");
    await sf.tooling.query("SELECT Id FROM ApexClass WHERE Name = :name", { name: "A" }).all();
    expect(org.sent.map(({ path }) => path)).toEqual([
      "/services/apexrest/orders",
      "/services/data/v66.0/tooling/query",
    ]);
    expect(sf).not.toHaveProperty("request");
    expect(sf).not.toHaveProperty("search");
  });
});
