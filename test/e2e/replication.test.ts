import { Connection } from "@jsforce/jsforce-node";
import { clientCredentials, custom } from "orgtype";
import { createOrg, type Listening } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const DAY_MS = 86_400_000;

/** What changed since the last look, over a real socket. */
describe("the client", () => {
  let time = new Date("2026-03-01T12:00:00Z");
  const org = createOrg({ now: () => time });
  const sent: URL[] = [];
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    server = await org.listen();
    const options = { environment: custom(server.url), auth: clientCredentials(org.credentials) };
    sf = await connect({
      ...options,
      transport(url, init) {
        sent.push(new URL(url));
        return fetch(url, init);
      },
    });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    time = new Date(time.getTime() + DAY_MS);
    sent.length = 0;
  });

  const minutesAgo = (minutes: number) => new Date(time.getTime() - minutes * 60_000);
  const passMinutes = (minutes: number) => {
    time = new Date(time.getTime() + minutes * 60_000);
  };

  it("tells which records were changed, and until when", async () => {
    const since = time;
    const changed = await sf.Account.create({ Name: "Changed" });
    const gone = await sf.Account.create({ Name: "Gone" });
    passMinutes(10);
    await sf.Account.update(changed, { Name: "Changed twice" });
    await sf.Account.delete(gone);
    passMinutes(10);
    const updated = await sf.Account.updated({ since, until: time });
    expect(updated).toEqual({ ids: [changed], latestDateCovered: "2026-03-02T12:20:00.000+0000" });
    const deleted = await sf.Account.deleted({ since, until: time });
    expect(deleted).toEqual({
      deletedRecords: [{ id: gone, deletedDate: "2026-03-02T12:10:00.000+0000" }],
      earliestDateAvailable: "2026-02-15T12:20:00.000+0000",
      latestDateCovered: "2026-03-02T12:20:00.000+0000",
    });
  });

  it("goes on from where the last answer ended", async () => {
    const first = await sf.Account.updated({ since: minutesAgo(60), until: time });
    expect(first.ids).toEqual([]);
    passMinutes(5);
    const id = await sf.Account.create({ Name: "Later" });
    passMinutes(5);
    const next = await sf.Account.updated({ since: first.latestDateCovered, until: time });
    expect(next.ids).toEqual([id]);
  });

  it.each([
    ["text in UTC", "2026-02-20T10:15:59.999Z"],
    ["text with a zone", "2026-02-20T11:15:00+01:00"],
    ["text as Salesforce writes it", "2026-02-20T10:15:30.000+0000"],
    ["a Date", new Date("2026-02-20T10:15:01Z")],
    ["a date that writes itself", { toJSON: () => "2026-02-20T10:15:00Z", toString: (): string => "" }],
  ])("takes %s, by the minute", async (_, since) => {
    const until = "2026-02-20T10:16:00Z";
    await expect(sf.Account.updated({ since, until })).resolves.toMatchObject({ ids: [] });
    expect(Object.fromEntries(sent[0]!.searchParams)).toEqual({ start: "2026-02-20T10:15:00Z", end: until });
  });

  it("asks until the minute that has just begun, where nothing else is said", async () => {
    const now = new Date();
    time = now;
    const { latestDateCovered } = await sf.Account.updated({ since: new Date(now.getTime() - 3_600_000) });
    const covered = Date.parse(latestDateCovered.replace("+0000", "Z"));
    expect(covered % 60_000).toBe(0);
    expect(covered).toBeLessThanOrEqual(now.getTime());
    expect(now.getTime() - covered).toBeLessThan(60_000);
  });

  it.each([
    ["updated", { since: "2026-03-01T10:00:10Z", until: "2026-03-01T10:00:50Z" }, "less than a minute"],
    ["deleted", { since: "2026-03-01T10:00:00Z", until: "2026-02-01T10:00:00Z" }, "less than a minute"],
    ["updated", { since: "2026-02-01T00:00:00Z", until: "2026-03-03T00:01:00Z" }, "more than 30 days"],
    ["deleted", { since: "2026-02-01T00:00:00Z", until: "2026-02-16T00:01:00Z" }, "more than 15 days"],
    ["updated", { since: "2026-03-01", until: "2026-03-02T00:00:00Z" }, "`since` is no moment"],
    ["updated", { since: "TODAY" }, "`since` is no moment"],
    ["updated", { since: "2026-03-01T00:00:00Z", until: new Date(Number.NaN) }, "`until` is no moment"],
    ["deleted", {}, "`since` is no moment"],
    ["deleted", undefined, "`since` is no moment"],
  ] as const)("sends nothing where %s is asked %o", async (method, window, message) => {
    await expect(sf.Account[method](window as { since: string })).rejects.toMatchObject({
      name: "SettingsError",
      code: "settings.window",
      message: expect.stringContaining(message),
    });
    expect(sent).toEqual([]);
  });

  it("takes just the days there are", async () => {
    const window = (days: number) => ({ since: minutesAgo(days * 24 * 60), until: time });
    await expect(sf.Account.updated(window(30))).resolves.toMatchObject({ ids: expect.any(Array) });
    await expect(sf.Account.deleted(window(15))).resolves.toMatchObject({
      deletedRecords: expect.any(Array),
    });
  });

  it("says what to do where the time is too long ago for Salesforce", async () => {
    const window = { since: minutesAgo(40 * 24 * 60), until: minutesAgo(39 * 24 * 60) };
    await expect(sf.Account.updated(window)).rejects.toMatchObject({
      name: "ApiError",
      errorCode: "INVALID_REPLICATION_DATE",
      hint: expect.stringContaining("30 days"),
    });
    await expect(sf.ContentDocument.updated({ since: minutesAgo(5), until: time })).rejects.toMatchObject({
      errorCode: "INVALID_TYPE_FOR_OPERATION",
    });
  });

  it("tells what jsforce is told", async () => {
    const since = time;
    const [kept, gone] = await Promise.all([
      sf.Contact.create({ LastName: "Kept" }),
      sf.Contact.create({ LastName: "Gone" }),
    ]);
    await sf.Contact.delete(gone);
    passMinutes(3);
    const jsforce = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
    const updated = await sf.Contact.updated({ since, until: time });
    expect(updated.ids).toEqual([kept]);
    expect(await jsforce.sobject("Contact").updated(since, time)).toEqual(updated);
    const deleted = await sf.Contact.deleted({ since, until: time });
    expect(deleted.deletedRecords.map(({ id }) => id)).toEqual([gone]);
    expect(await jsforce.sobject("Contact").deleted(since, time)).toEqual(deleted);
  });

  it("keeps a copy up to date", async () => {
    const copy = new Map<string, string>();
    const sync = async (since: string) => {
      const { ids, latestDateCovered } = await sf.Lead.updated({ since, until: time });
      const { deletedRecords } = await sf.Lead.deleted({ since, until: time });
      for (const lead of await sf.Lead.retrieveMany(ids, { fields: ["Id", "LastName"] })) {
        if (lead !== null) copy.set(lead.Id, lead.LastName);
      }
      for (const { id } of deletedRecords) copy.delete(id);
      return latestDateCovered;
    };
    const start = time.toISOString();
    const [one, two] = [
      await sf.Lead.create({ LastName: "One", Company: "A" }),
      await sf.Lead.create({ LastName: "Two", Company: "A" }),
    ];
    passMinutes(1);
    const next = await sync(start);
    expect([...copy]).toEqual([
      [one, "One"],
      [two, "Two"],
    ]);
    passMinutes(1);
    await sf.Lead.update(one, { LastName: "First" });
    await sf.Lead.delete(two);
    passMinutes(1);
    await sync(next);
    expect([...copy]).toEqual([[one, "First"]]);
  });
});
