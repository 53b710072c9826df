import { createOrg, type Org, type StreamingOptions } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api } from "./api.js";

const CHANNEL = "/event/Invoice_Paid__e";

/** A Bayeux client as bare as it can be. */
function bayeux(org: Org, token = org.credentials.accessToken) {
  let cookie = "";
  async function post(body: unknown, init: RequestInit = {}) {
    const response = await org.fetch(`${org.url}/cometd/66.0`, {
      method: "POST",
      headers: { Authorization: `OAuth ${token}`, "Content-Type": "application/json", Cookie: cookie },
      body: JSON.stringify(body),
      ...init,
    });
    const [set = ""] = response.headers.getSetCookie();
    cookie = set.split(";")[0] || cookie;
    // biome-ignore lint/suspicious/noExplicitAny: tests look into messages of every form
    return (await response.json()) as any[];
  }
  async function shakeHands(): Promise<string> {
    const [{ clientId }] = await post([
      { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"], id: "1" },
    ]);
    return clientId;
  }
  return {
    post,
    shakeHands,
    forgetCookies: () => {
      cookie = "";
    },
    connect: (clientId: string, more: object = {}, init?: RequestInit) =>
      post([{ channel: "/meta/connect", clientId, connectionType: "long-polling", ...more }], init),
    subscribe: async (clientId: string, subscription: unknown, replay?: object) =>
      (
        await post([
          { channel: "/meta/subscribe", clientId, subscription, ...(replay && { ext: { replay } }) },
        ])
      )[0],
  };
}

const orgOf = (streaming: StreamingOptions = {}) => createOrg({ streaming: { timeoutMs: 20, ...streaming } });

async function subscribed(org: Org, replay?: object) {
  const client = bayeux(org);
  const clientId = await client.shakeHands();
  await client.connect(clientId);
  await client.subscribe(clientId, CHANNEL, replay);
  return { ...client, clientId };
}

describe("the streaming server", () => {
  it("shakes hands, and sets a cookie", async () => {
    const org = orgOf();
    const client = bayeux(org);
    const [answer] = await client.post([
      { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"], id: "7" },
    ]);
    expect(answer).toEqual({
      ext: { replay: true, "payload.format": true },
      minimumVersion: "1.0",
      clientId: expect.stringMatching(/^\w+$/),
      supportedConnectionTypes: ["long-polling"],
      version: "1.0",
      channel: "/meta/handshake",
      id: "7",
      successful: true,
    });
    expect(await client.connect(answer.clientId)).toEqual([
      {
        clientId: answer.clientId,
        advice: { interval: 0, timeout: 20, reconnect: "retry" },
        channel: "/meta/connect",
        successful: true,
      },
    ]);
    client.forgetCookies();
    expect(await client.connect(answer.clientId)).toMatchObject([
      {
        error: expect.stringMatching(/^400::Client .* no BAYEUX_BROWSER cookie present$/),
        successful: false,
      },
    ]);
    const stranger = bayeux(org);
    await stranger.shakeHands();
    expect(await stranger.connect(answer.clientId)).toMatchObject([{ error: "403::Unknown client" }]);
  });

  it("holds a connect until there is something to tell, or its time is up", async () => {
    const org = orgOf({ timeoutMs: 10_000 });
    const { connect, clientId } = await subscribed(org);
    const held = connect(clientId);
    await api(org).post("/sobjects/Invoice_Paid__e", { Invoice__c: "1" });
    expect(await held).toEqual([
      {
        channel: CHANNEL,
        data: {
          schema: expect.any(String),
          payload: expect.objectContaining({ Invoice__c: "1", Amount__c: null }),
          event: { EventUuid: org.events[0]!.uuid, replayId: 1 },
        },
      },
      { clientId, channel: "/meta/connect", successful: true },
    ]);
    const atOnce = connect(clientId, { advice: { timeout: 0 } });
    expect(await atOnce).toMatchObject([{ channel: "/meta/connect", successful: true }]);
    const first = connect(clientId);
    const second = connect(clientId);
    // The later one takes the place of the one before.
    expect(await first).toMatchObject([{ channel: "/meta/connect", successful: true }]);
    await api(org).post("/sobjects/Invoice_Paid__e", { Invoice__c: "2" });
    expect(await second).toMatchObject([{ data: { payload: { Invoice__c: "2" } } }, {}]);
  });

  it("keeps what was published while nobody was connected, and what a caller who went away did not get", async () => {
    const org = orgOf({ timeoutMs: 10_000 });
    const { connect, clientId } = await subscribed(org);
    const gone = new AbortController();
    const held = connect(clientId, {}, { signal: gone.signal });
    gone.abort();
    await expect(held).rejects.toMatchObject({ name: "AbortError" });
    await api(org).post("/sobjects/Invoice_Paid__e", { Invoice__c: "1" });
    expect(await connect(clientId)).toMatchObject([{ data: { payload: { Invoice__c: "1" } } }, {}]);
  });

  it("forgets a client that is silent for too long", async () => {
    const org = orgOf();
    const { connect, clientId } = await subscribed(org);
    org.clock.advance(41_000);
    expect(await connect(clientId, { id: "9" })).toEqual([
      {
        advice: { interval: 0, reconnect: "handshake" },
        channel: "/meta/connect",
        id: "9",
        error: "403::Unknown client",
        successful: false,
      },
    ]);
  });

  it("replays from where it is asked to", async () => {
    const org = orgOf();
    const { post } = api(org);
    for (const Invoice__c of ["1", "2", "3"]) await post("/sobjects/Invoice_Paid__e", { Invoice__c });
    const replayed = async (position: number) => {
      const { connect, clientId } = await subscribed(org, { [CHANNEL]: position });
      return (await connect(clientId)).flatMap(({ data }) => data?.event.replayId ?? []);
    };
    expect(await replayed(-2)).toEqual([1, 2, 3]);
    expect(await replayed(1)).toEqual([2, 3]);
    expect(await replayed(3)).toEqual([]);
    expect(await replayed(-1)).toEqual([]);
    org.clock.advance(72 * 60 * 60 * 1000 + 1);
    await post("/sobjects/Invoice_Paid__e", { Invoice__c: "4" });
    expect(await replayed(-2)).toEqual([4]);
    const client = bayeux(org);
    const clientId = await client.shakeHands();
    for (const position of [3, 5, "2"]) {
      expect(await client.subscribe(clientId, CHANNEL, { [CHANNEL]: position })).toMatchObject({
        error: `400::The replayId {${position}} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
        successful: false,
      });
    }
    expect(await client.subscribe(clientId, CHANNEL, { "/event/Other__e": -1 })).toMatchObject({
      error: expect.stringContaining(`The replayId for channel {${CHANNEL}} wasn't found`),
    });
  });

  it("refuses what it has not", async () => {
    const org = orgOf();
    const { post, subscribe, clientId } = await subscribed(org);
    expect(await subscribe(clientId, "/event/Other__e")).toMatchObject({
      error: "403:denied_by_security_policy:create_denied",
      ext: {
        sfdc: {
          failureReason: "400::The channel you requested to subscribe to does not exist {/event/Other__e}",
        },
      },
      successful: false,
    });
    expect(await subscribe(clientId, "topic")).toMatchObject({
      error: expect.stringContaining("leading '/'"),
    });
    expect(await subscribe(clientId, undefined)).toMatchObject({ error: "400::Channel name not specified" });
    expect(await post([{ channel: CHANNEL, clientId, data: {} }])).toMatchObject([
      { error: "403:denied_by_security_policy:publish_denied", successful: false },
    ]);
    expect(await post([{ channel: "/meta/connect", clientId, connectionType: "websocket" }])).toMatchObject([
      { error: "400::Invalid connection type {websocket}" },
    ]);
    expect(
      await post([{ channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"] }]),
    ).toMatchObject([{ error: "400::Invalid connection type {websocket}" }]);
    const at = (path: string, body: string) =>
      org.fetch(org.url + path, {
        method: "POST",
        body,
        headers: { Authorization: `Bearer ${org.credentials.accessToken}` },
      });
    const message = JSON.stringify([{ channel: "/meta/handshake" }]);
    expect((await (await at("/cometd", message)).json())[0].error).toContain("mandatory");
    expect((await (await at("/cometd/22.0", message)).json())[0].error).toContain("Unsupported API version");
    expect((await at("/cometd/66.0", "no JSON")).status).toBe(400);
  });

  it("lets no more clients in than the org may have", async () => {
    const org = createOrg({ limits: { DurableStreamingApiConcurrentClients: 1 } });
    const first = bayeux(org);
    const clientId = await first.shakeHands();
    const [refused] = await bayeux(org).post([
      { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"] },
    ]);
    expect(refused).toMatchObject({
      error: "403::Handshake denied",
      ext: { sfdc: { failureReason: "403::Organization concurrent user limit exceeded" } },
    });
    expect(await first.post([{ channel: "/meta/disconnect", clientId }])).toMatchObject([
      { successful: true },
    ]);
    expect(await bayeux(org).shakeHands()).toMatch(/^\w+$/);
  });

  it("tells nothing after an unsubscribe, and of sessions that ended", async () => {
    const org = orgOf();
    const { connect, post, clientId } = await subscribed(org);
    await post([{ channel: "/meta/unsubscribe", clientId, subscription: CHANNEL }]);
    await api(org).post("/sobjects/Invoice_Paid__e", { Invoice__c: "1" });
    expect(await connect(clientId)).toHaveLength(1);
    org.expireSessions();
    expect(await connect(clientId)).toMatchObject([
      { error: "401::Authentication invalid", advice: { reconnect: "none" }, successful: false },
    ]);
  });

  it("shows users what they may see", async () => {
    const org = createOrg({
      changeEvents: ["Account", "Case"],
      streaming: { timeoutMs: 20 },
      profiles: {
        Sales: {
          objects: { Case: { read: false } },
          fields: { "Account.AnnualRevenue": { read: false } },
        },
      },
    });
    const { accessToken } = org.addUser({ profile: "Sales" });
    const client = bayeux(org, accessToken);
    const clientId = await client.shakeHands();
    await client.connect(clientId);
    await client.subscribe(clientId, "/data/ChangeEvents");
    expect(await client.subscribe(clientId, "/data/CaseChangeEvent")).toMatchObject({ successful: false });
    org.seed({ Account: [{ Name: "Acme", AnnualRevenue: 5 }], Case: [{ Subject: "Secret" }] });
    const messages = (await client.connect(clientId)).filter(({ data }) => data);
    expect(messages).toHaveLength(1);
    expect(messages[0].data.payload).toMatchObject({ Name: "Acme" });
    expect(messages[0].data.payload).not.toHaveProperty("AnnualRevenue");
  });

  it("gives replay ids once, whatever is restored", async () => {
    const org = orgOf();
    const mark = org.snapshot();
    const { post } = api(org);
    await post("/sobjects/Invoice_Paid__e", { Invoice__c: "1" });
    org.restore(mark);
    expect(org.events).toEqual([]);
    await post("/sobjects/Invoice_Paid__e", { Invoice__c: "2" });
    expect(org.events).toMatchObject([{ replayId: 2, fields: { Invoice__c: "2" } }]);
  });

  it("is made with times, and objects that there are", () => {
    expect(() => createOrg({ streaming: { timeoutMs: -1 } })).toThrow(/streaming\.timeoutMs/);
    expect(() => createOrg({ changeEvents: ["Acount"] })).toThrow(
      /changeEvents: the org has no object `Acount`/,
    );
  });
});

describe("the schema of an event", () => {
  it("is that of the event, or of the message that holds it", async () => {
    const { get } = api(orgOf());
    const compact = await get("/sobjects/Invoice_Paid__e/eventSchema?payloadFormat=COMPACT");
    expect(compact.body).toMatchObject({
      name: "Invoice_Paid__e",
      namespace: "com.sforce.eventbus",
      type: "record",
      fields: expect.arrayContaining([
        { name: "Amount__c", type: ["null", "double"], doc: "Data:Amount", default: null },
      ]),
    });
    const expanded = await get("/sobjects/Invoice_Paid__e/eventSchema");
    expect(expanded.body.fields.map(({ name }: { name: string }) => name)).toEqual(["data", "channel"]);
    expect(expanded.body.uuid).toBe(compact.body.uuid);
    expect((await get("/sobjects/Account/eventSchema")).status).toBe(404);
    expect((await get("/sobjects/Invoice_Paid__e/eventSchema?payloadFormat=X")).status).toBe(400);
  });
});
