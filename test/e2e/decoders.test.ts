import { join } from "node:path";
import { clientCredentials, custom, DecodeError, jsDates, knownPicklists, temporalDates } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDescribes } from "../../codegen/source/read-describes.js";
import { openSnapshot } from "../../codegen/source/snapshot.js";
import { type Client, createClient } from "../golden/small-org/output/index.js";
import { picklists } from "../golden/small-org/output/picklists.js";

const folder = join(import.meta.dirname, "../golden/small-org/describes");
const { describes } = await readDescribes(await openSnapshot(folder));
const org = createOrg({ describes, now: () => new Date("2026-05-01T10:00:00.250Z") });
let server: Listening;
let text: Client;
let account = "";

beforeAll(async () => {
  account = org.seed({ Account: [{ Name: "Acme", Tier__c: "Gold" }] }).Account?.[0] ?? "";
  server = await org.listen();
  text = createClient({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
});
afterAll(() => server.close());

describe("a client with jsDates and lists of choices", () => {
  const decode = { ...jsDates, multipicklist: "array" } as const;

  it("takes and gives Date and lists, wherever a record stands", async () => {
    const sf = text.with({ decode });
    const id = await sf.Invoice__c.create({
      Account__c: account,
      Due__c: new Date("2030-01-31"),
      Channels__c: ["Post", "E-mail"],
    });
    expect(await text.Invoice__c.retrieve(id, { fields: ["Due__c", "Channels__c"] })).toEqual({
      Due__c: "2030-01-31",
      Channels__c: "Post;E-mail",
    });
    const expected = { Due__c: new Date("2030-01-31"), Channels__c: ["Post", "E-mail"] };
    expect(await sf.Invoice__c.retrieve(id, { fields: ["Due__c", "Channels__c"] })).toEqual(expected);
    expect(await sf.Invoice__c.retrieveMany([id], { fields: ["Due__c", "Channels__c"] })).toEqual([expected]);
    expect(
      await sf.Account.find({
        select: { CreatedDate: true, Invoices__r: { select: { Due__c: true } } },
        where: { Id: account },
      }).first(),
    ).toEqual({
      CreatedDate: new Date("2026-05-01T10:00:00.000Z"),
      Invoices__r: [{ Due__c: new Date("2030-01-31") }],
    });
    const row = await sf
      .query("SELECT Due__c, Account__r.CreatedDate FROM Invoice__c WHERE Id = :id", { id })
      .first();
    expect(row?.Due__c.getUTCFullYear()).toBe(2030);
    expect(row?.Account__r.CreatedDate).toEqual(new Date("2026-05-01T10:00:00.000Z"));
    await sf.Invoice__c.update(id, { Due__c: new Date("2031-02-01"), Channels__c: [] });
    expect(await sf.Invoice__c.retrieve(id, { fields: ["Due__c", "Channels__c"] })).toEqual({
      Due__c: new Date("2031-02-01"),
      Channels__c: null,
    });
    await sf.Invoice__c.delete(id);
  });

  it("writes many, and finds by what it writes", async () => {
    const sf = text.with({ decode });
    const due = new Date("2033-03-03");
    const [saved] = await sf.Invoice__c.createMany([
      { Account__c: account, Due__c: due, Channels__c: ["Post"] },
    ]);
    expect(saved?.success).toBe(true);
    expect(await sf.Invoice__c.count({ where: { Due__c: due } })).toBe(1);
    expect(await sf.Invoice__c.count({ where: { Due__c: { gt: due } } })).toBe(0);
    expect(await sf.Invoice__c.count({ where: { Channels__c: ["Post"], Due__c: { in: [due] } } })).toBe(1);
    expect(await sf.Invoice__c.count({ where: { Channels__c: { includes: ["Post"] }, Due__c: due } })).toBe(
      1,
    );
    await sf.Invoice__c.deleteWhere({ Due__c: due });
  });

  it("gives the least and greatest of groups as Date", async () => {
    const sf = text.with({ decode });
    await sf.Invoice__c.createMany([
      { Account__c: account, Due__c: new Date("2040-01-01") },
      { Account__c: account, Due__c: new Date("2041-01-01") },
    ]);
    const where = { Due__c: { gte: new Date("2040-01-01") } };
    const [built] = await sf.Invoice__c.aggregate({
      groupBy: { Account__c: true },
      select: { first: { min: "Due__c" }, n: { count: true } },
      where,
    }).all();
    expect(built).toEqual({ Account__c: account, first: new Date("2040-01-01"), n: 2 });
    const [written] = await sf
      .query(
        "SELECT Due__c day, MAX(due__c), MIN(Due__c) least, COUNT(Id) n FROM Invoice__c WHERE Due__c > 2040-06-01 GROUP BY Due__c",
      )
      .all();
    expect(written).toMatchObject({
      day: new Date("2041-01-01"),
      expr0: new Date("2041-01-01"),
      least: new Date("2041-01-01"),
      n: 1,
    });
    await sf.Invoice__c.deleteWhere(where);
  });

  it("says what cannot be written", async () => {
    const sf = text.with({ decode });
    const record = { Account__c: account, Due__c: new Date("2030-01-31") };
    await expect(sf.Invoice__c.create({ ...record, Due__c: new Date(Number.NaN) })).rejects.toThrow(
      "`record.Due__c` is an invalid Date",
    );
    await expect(
      // @ts-expect-error no value holds a semicolon
      sf.Invoice__c.create({ ...record, Channels__c: ["a;b"] }),
    ).rejects.toThrow("`record.Channels__c` is no value of type multipicklist");
  });
});

describe("a client with Temporal", () => {
  it("takes and gives days, moments and times", async () => {
    const sf = createClient({
      environment: custom(server.url),
      auth: clientCredentials(org.credentials),
      decode: temporalDates(Temporal),
    });
    const id = await sf.Invoice__c.create({
      Account__c: account,
      Due__c: Temporal.PlainDate.from("2030-01-31"),
      Opens_At__c: Temporal.PlainTime.from("13:45"),
    });
    const row = await sf.Invoice__c.find({
      select: { Due__c: true, Opens_At__c: true, CreatedDate: true },
      where: {
        Due__c: { gte: Temporal.PlainDate.from("2030-01-31") },
        Opens_At__c: Temporal.PlainTime.from("13:45"),
        CreatedDate: { lte: Temporal.Instant.from("2026-05-01T10:00:00Z") },
      },
    }).first();
    expect(row?.Due__c.equals("2030-01-31")).toBe(true);
    expect(row?.Opens_At__c?.toString()).toBe("13:45:00");
    expect(row?.CreatedDate.epochMilliseconds).toBe(Date.UTC(2026, 4, 1, 10));
    await sf.Invoice__c.delete(id);
  });
});

describe("a client that looks at picklists", () => {
  it("does with unknown values what it is told", async () => {
    const without = { Account: { Tier__c: ["Silver"] } };
    const read = (sf: Client) => sf.Account.retrieve(account, { fields: ["Tier__c"] });
    expect(await read(text)).toEqual({ Tier__c: "Gold" });
    expect(await read(text.with({ decode: { picklist: knownPicklists(picklists, "error") } }))).toEqual({
      Tier__c: "Gold",
    });
    await expect(read(text.with({ decode: { picklist: knownPicklists(without, "error") } }))).rejects.toThrow(
      DecodeError,
    );
    expect(await read(text.with({ decode: { picklist: knownPicklists(without, "null") } }))).toEqual({
      Tier__c: null,
    });
    const told: string[] = [];
    const policy = (value: string, { object, name }: { object: string; name: string }): string => {
      told.push(`${object}.${name}: ${value}`);
      return "Silver";
    };
    expect(await read(text.with({ decode: { picklist: knownPicklists(without, policy) } }))).toEqual({
      Tier__c: "Silver",
    });
    expect(told).toEqual(["Account.Tier__c: Gold"]);
  });
});
