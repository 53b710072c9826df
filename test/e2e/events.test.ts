import { accessToken, type Client, custom, isOrgtypeError, jsDates } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { nodeTransport } from "orgtype/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EventSchema, eventClient, eventOrg, take } from "../support/event-org.js";

const CHANNEL = "/event/Invoice_Paid__e";

/** Events over a real socket. */
describe("the client", () => {
  let org: Org;
  let server: Listening;
  let sf: Client<EventSchema>;
  /** Ends what a test subscribed to. */
  let over: AbortController;

  beforeAll(async () => {
    org = createOrg({ changeEvents: ["Account", "Contact"], streaming: { timeoutMs: 1_000 } });
    server = await org.listen();
    sf = eventClient(org, server);
    over = new AbortController();
  });
  afterEach(() => {
    over.abort();
    over = new AbortController();
    org.faults.clear();
  });
  afterAll(() => server.close());

  const publish = (Invoice__c: string, on = sf) => on.Invoice_Paid__e.create({ Invoice__c });
  const cometd = () => org.requests.filter(({ path }) => path.startsWith("/cometd"));

  it("reads platform events as they are published", async () => {
    const events = sf.events.subscribe(CHANNEL, { signal: over.signal });
    await events.opened();
    expect(events.checkpoint()).toBeUndefined();
    const first = events.next();
    await sf.Invoice_Paid__e.create({ Invoice__c: "a00", Amount__c: 2.5 });
    const { value } = await first;
    expect(value).toEqual({
      channel: CHANNEL,
      replayId: org.events.at(-1)!.replayId,
      fields: {
        ReplayId: String(org.events.at(-1)!.replayId),
        EventUuid: org.events.at(-1)!.uuid,
        CreatedDate: expect.stringMatching(/^\d{4}-.*Z$/),
        CreatedById: expect.stringMatching(/^005/),
        Invoice__c: "a00",
        Amount__c: 2.5,
        Paid_On__c: null,
      },
      raw: expect.objectContaining({ schema: expect.stringMatching(/^[\w-]{22}$/) }),
    });
    expect(events.checkpoint()).toBe(value!.replayId);
    await events.return();
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("decodes what is text on the wire, by name of the event", async () => {
    const dated = sf.with({ decode: jsDates });
    const events = dated.events.subscribe("Invoice_Paid__e", { signal: over.signal });
    await events.opened();
    const paid = new Date("2026-03-01T12:00:00Z");
    await dated.Invoice_Paid__e.create({ Invoice__c: "a01", Paid_On__c: paid });
    const [event] = await take(events, 1);
    expect(event!.fields.Paid_On__c).toEqual(paid);
    expect(event!.fields.CreatedDate).toBeInstanceOf(Date);
  });

  it("goes on in another process after the last event that was read", async () => {
    const before = await publishedNow();
    await sf.Invoice_Paid__e.createMany([{ Invoice__c: "1" }, { Invoice__c: "2" }, { Invoice__c: "3" }]);
    let checkpoint: number | undefined = before;
    const first = sf.events.subscribe(CHANNEL, { replay: before });
    expect(first.checkpoint()).toBe(before);
    for await (const { fields } of first) {
      checkpoint = first.checkpoint();
      if (fields.Invoice__c === "2") break;
    }
    await publish("4");
    const second = sf.events.subscribe(CHANNEL, { replay: checkpoint!, signal: over.signal });
    expect((await take(second, 2)).map(({ fields }) => fields.Invoice__c)).toEqual(["3", "4"]);
    const all = sf.events.subscribe(CHANNEL, { replay: "all", signal: over.signal });
    const [oldest] = await take(all, 1);
    expect(oldest!.replayId).toBe(org.events[0]!.replayId);
  });

  /** The replay id of an event that was just published. */
  async function publishedNow(): Promise<number> {
    await publish("now");
    return org.events.at(-1)!.replayId;
  }

  it("has one handshake and one connection for all subscriptions, and says goodbye", async () => {
    const own = eventClient(org, server);
    org.forgetRequests();
    const paid = own.events.subscribe(CHANNEL);
    const changes = own.events.subscribe("/data/ChangeEvents");
    await Promise.all([paid.opened(), changes.opened()]);
    const waiting = [paid.next(), changes.next()];
    await publish("1");
    await sf.Account.create({ Name: "Acme" });
    expect((await waiting[0])!.value).toMatchObject({ channel: CHANNEL });
    expect((await waiting[1])!.value).toMatchObject({ channel: "/data/ChangeEvents", object: "Account" });
    const talk = () => cometd().length;
    await changes.return();
    await publish("2");
    expect((await take(paid, 1))[0]!.fields.Invoice__c).toBe("2");
    await paid.return();
    const after = talk();
    await new Promise((resolve) => setTimeout(resolve, 100));
    // The connect that was held ended with the rest.
    expect(talk() - after).toBeLessThanOrEqual(1);
    const sent = org.requests.filter(({ path }) => path === "/cometd/66.0");
    expect(sent.every(({ status }) => status === 200)).toBe(true);
  });

  it("reads a channel twice, each from its own place", async () => {
    const from = await publishedNow();
    await publish("1");
    const old = sf.events.subscribe(CHANNEL, { replay: from, signal: over.signal });
    const fresh = sf.events.subscribe(CHANNEL, { signal: over.signal });
    await Promise.all([old.opened(), fresh.opened()]);
    await publish("2");
    expect((await take(old, 2)).map(({ fields }) => fields.Invoice__c)).toEqual(["1", "2"]);
    expect((await take(fresh, 1)).map(({ fields }) => fields.Invoice__c)).toEqual(["2"]);
  });

  it("reads changes of records, typed by their object", async () => {
    const events = sf.events.subscribe("/data/AccountChangeEvent", { signal: over.signal });
    await events.opened();
    const id = await sf.Account.create({ Name: "Acme", BillingCity: "Bern", NumberOfEmployees: 5 });
    await sf.Account.update(id, { Phone: "1", NumberOfEmployees: null, BillingCity: "Chur" });
    await sf.Account.delete(id);
    org.undelete([id]);
    const [created, updated, deleted, undeleted] = await take(events, 4);
    expect(created).toMatchObject({
      object: "Account",
      header: {
        entityName: "Account",
        recordIds: [id],
        changeType: "CREATE",
        changeOrigin: "com/salesforce/api/rest/66.0",
        sequenceNumber: 1,
        commitUser: expect.stringMatching(/^005/),
        changedFields: [],
      },
      fields: { Name: "Acme", BillingCity: "Bern", NumberOfEmployees: 5 },
    });
    expect(created!.fields).not.toHaveProperty("Phone");
    expect(created!.fields).not.toHaveProperty("IsDeleted");
    expect(updated!.header).toMatchObject({
      changeType: "UPDATE",
      changedFields: ["BillingAddress.City", "Phone", "NumberOfEmployees", "LastModifiedDate"],
    });
    expect(updated!.fields).toEqual({
      BillingCity: "Chur",
      Phone: "1",
      NumberOfEmployees: null,
      LastModifiedDate: expect.stringMatching(/Z$/),
    });
    expect(updated!.header.commitNumber).toBeGreaterThan(created!.header.commitNumber);
    expect(deleted).toMatchObject({ header: { changeType: "DELETE", recordIds: [id] }, fields: {} });
    expect(undeleted).toMatchObject({
      header: { changeType: "UNDELETE", changeOrigin: "" },
      fields: { Name: "Acme", BillingCity: "Chur" },
    });
  });

  it("reads names of people in their parts, and the same change of several records once", async () => {
    const events = sf.events.subscribe("/data/ChangeEvents", { signal: over.signal });
    await events.opened();
    const ids = (await sf.Contact.createMany([{ LastName: "Reed" }, { LastName: "Lind" }])).map((result) =>
      result.success ? result.id : "",
    );
    await sf.Contact.updateMany(ids.map((Id) => ({ Id, FirstName: "Kim" })));
    const [one, two, both] = await take(events, 3);
    expect([one!.fields, two!.fields]).toMatchObject([{ LastName: "Reed" }, { LastName: "Lind" }]);
    expect(one!.header.transactionKey).toBe(two!.header.transactionKey);
    expect(both).toMatchObject({
      object: "Contact",
      header: { recordIds: ids, changedFields: ["Name.FirstName", "LastModifiedDate"] },
      fields: { FirstName: "Kim" },
    });
    if (both!.object === "Contact") expect(both!.fields.FirstName).toBe("Kim");
  });

  it("gets nothing of what was undone", async () => {
    const events = sf.events.subscribe(CHANNEL, { signal: over.signal });
    const changes = sf.events.subscribe("/data/AccountChangeEvent", { signal: over.signal });
    await Promise.all([events.opened(), changes.opened()]);
    const undone = sf.composite((c) => {
      c.Invoice_Paid__e.create({ Invoice__c: "undone" });
      c.Account.create({ Name: "Undone" });
      return c.Account.update("001000000000000AAA", { Name: "There is none" });
    });
    await expect(undone).rejects.toSatisfy((error) => isOrgtypeError(error));
    await publish("kept");
    await sf.Account.create({ Name: "Kept" });
    expect((await take(events, 1))[0]!.fields.Invoice__c).toBe("kept");
    expect((await take(changes, 1))[0]!.fields.Name).toBe("Kept");
  });

  it("loses no event where connections break, answers are lost and the server forgets the client", async () => {
    const own = eventClient(org, server);
    const reconnections: object[] = [];
    const events = own.events.subscribe(CHANNEL, {
      signal: over.signal,
      onReconnect: (reconnection) => reconnections.push(reconnection),
    });
    await events.opened();
    await publish("1");
    const [first] = await take(events, 1);
    // The next answer is lost, events and all.
    org.faults.next({ path: "/cometd", resetAfterBytes: 0, after: true });
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await publish("2");
    await publish("3");
    expect((await take(events, 2)).map(({ fields }) => fields.Invoice__c)).toEqual(["2", "3"]);
    expect(reconnections[0]).toEqual({ channel: CHANNEL, replayId: first!.replayId, complete: true });
    org.faults.next({ path: "/cometd", html: true, times: 2 });
    await publish("4");
    await publish("5");
    expect((await take(events, 2)).map(({ fields }) => fields.Invoice__c)).toEqual(["4", "5"]);
  });

  it("says where events may be missing: nothing had come before the break", async () => {
    const own = eventClient(org, server);
    const reconnected = new Promise((resolve) => {
      const events = own.events.subscribe(CHANNEL, { signal: over.signal, onReconnect: resolve });
      void events.opened().then(() => org.faults.next({ path: "/cometd", resetAfterBytes: 0 }));
    });
    expect(await reconnected).toEqual({ channel: CHANNEL, replayId: undefined, complete: false });
  });

  it("renews a session that ended, and goes on", async () => {
    const own = eventClient(org, server);
    const events = own.events.subscribe(CHANNEL, { signal: over.signal });
    await events.opened();
    await publish("1");
    await take(events, 1);
    org.expireSessions();
    await publish("2", eventClient(org, server));
    await publish("3");
    expect((await take(events, 2)).map(({ fields }) => fields.Invoice__c)).toEqual(["2", "3"]);
  });

  it("ends where the session cannot be renewed", async () => {
    const { accessToken: token } = org.addUser({
      profile: "System Administrator",
      username: "gone@example.com",
    });
    const auth = accessToken({ accessToken: token, instanceUrl: server.url });
    const own = eventOrg.createClient({ environment: custom(server.url), auth });
    const events = own.events.subscribe(CHANNEL);
    await events.opened();
    org.expireSessions();
    await expect(events.next()).rejects.toMatchObject({ name: "AuthError", code: "auth.no-renewal" });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("is told by class why a subscription cannot be", async () => {
    const last = await publishedNow();
    const late = sf.events.subscribe(CHANNEL, { replay: last + 100 });
    const refused = await late.next().catch((error: unknown) => error);
    expect(isOrgtypeError(refused, "SubscriptionError")).toBe(true);
    expect(refused).toMatchObject({
      name: "SubscriptionError",
      code: "events.replay-id",
      channel: CHANNEL,
      replayId: last + 100,
      reason: expect.stringMatching(/^400::The replayId/),
      hint: expect.stringContaining('replay: "all"'),
    });
    const unknown = sf.events.subscribe("/topic/Nowhere");
    await expect(unknown.opened()).rejects.toMatchObject({
      code: "events.channel",
      reason: "400::The channel you requested to subscribe to does not exist {/topic/Nowhere}",
    });
    expect(JSON.parse(JSON.stringify(refused))).toMatchObject({
      code: "events.replay-id",
      replayId: last + 100,
    });
  });

  it("says so where events were lost, since the reader was away for too long", async () => {
    const own = createOrg({ streaming: { timeoutMs: 500 } });
    const listening = await own.listen();
    try {
      const client = eventClient(own, listening);
      const [id] = own.seed({ Account: [{ Name: "Acme" }] }).Account!;
      await client.Invoice_Paid__e.create({ Invoice__c: id! });
      const { replayId } = own.events[0]!;
      own.clock.advance(73 * 60 * 60 * 1000);
      await client.Invoice_Paid__e.create({ Invoice__c: id! });
      const events = client.events.subscribe(CHANNEL, { replay: replayId });
      await expect(events.next()).rejects.toMatchObject({ code: "events.replay-id" });
      const [kept] = await take(client.events.subscribe(CHANNEL, { replay: "all", signal: over.signal }), 1);
      expect(kept!.replayId).toBe(replayId + 1);
    } finally {
      over.abort();
      await listening.close();
    }
  });

  it("ends by a signal, with its reason", async () => {
    const events = sf.events.subscribe(CHANNEL, { signal: over.signal });
    await events.opened();
    const waiting = events.next();
    const reason = new Error("enough");
    over.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    const late = sf.events.subscribe(CHANNEL, { signal: over.signal });
    await expect(late.next()).rejects.toBe(reason);
  });

  it("holds no other call up, even where one at a time is let through", async () => {
    const own = eventClient(org, server, { concurrency: 1 });
    const events = own.events.subscribe(CHANNEL, { signal: over.signal });
    await events.opened();
    const waiting = events.next();
    await publish("1", own);
    expect((await waiting).value!.fields.Invoice__c).toBe("1");
  });

  it("goes by Node's own transport as well, cookies and all", async () => {
    const transport = nodeTransport({ connections: 2 });
    try {
      const own = eventClient(org, server, { transport });
      const events = own.events.subscribe(CHANNEL, { signal: over.signal });
      await events.opened();
      const waiting = events.next();
      await publish("1", own);
      expect((await waiting).value!.fields.Invoice__c).toBe("1");
      await events.return();
    } finally {
      transport.close();
    }
  });

  it("asks for no more than the reader takes", async () => {
    const own = eventClient(org, server);
    const events = own.events.subscribe(CHANNEL, { signal: over.signal, buffer: 2 });
    await events.opened();
    for (const number of ["1", "2", "3"]) await publish(number);
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (let number = 4; number <= 40; number++) await publish(String(number));
    const numbers = (await take(events, 40)).map(({ fields }) => fields.Invoice__c);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)));
  });

  it("knows the schema of an event", async () => {
    const schema = await sf.events.schema("Invoice_Paid__e");
    expect(schema).toMatchObject({ name: "Invoice_Paid__e", type: "record", uuid: expect.any(String) });
    expect(schema.fields.map(({ name }) => name)).toEqual([
      "Invoice__c",
      "Amount__c",
      "Paid_On__c",
      "CreatedDate",
      "CreatedById",
    ]);
    await expect(sf.events.schema("Account")).rejects.toMatchObject({ name: "NotFoundError" });
  });
});
