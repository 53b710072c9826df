import { type ConnectOptions, createClient, isOrgtypeError, type SubscribeOptions } from "orgtype";
import { afterEach, describe, expect, it } from "vitest";
import { fakeOrg, json, refusal, type SentRequest } from "../../../support/fake-org.js";
import { keepSecret } from "../../../support/kept-secrets.js";
import { optionsFor } from "../../../support/small-org.js";

const COOKIE = keepSecret("streaming cookie", "b4y3ux.browser");
const CLIENT_ID = keepSecret("streaming client id", "cl13nt-id-of-bayeux");

type Message = Readonly<Record<string, unknown>>;
type Reply = (message: Message, request: SentRequest) => Response | Message[] | Promise<Response | Message[]>;
/** What a server says to messages of a channel, one after the other; the last goes on. */
type Script = Readonly<Record<string, readonly Reply[]>>;

const event = (replayId: number, more: object = {}) => ({
  channel: "/event/Order__e",
  data: { schema: "x", payload: { Number__c: String(replayId) }, event: { replayId, ...more } },
});
const yes: Reply = ({ channel, subscription }) => [{ channel, subscription, successful: true }];
const no =
  (error: string, more: object = {}): Reply =>
  ({ channel }) => [{ channel, error, successful: false, ...more }];
const held: Reply = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
const handshake: Reply = ({ channel }) => [{ channel, clientId: CLIENT_ID, successful: true }];
const first: Reply = () => [
  { channel: "/meta/connect", successful: true, advice: { reconnect: "retry", interval: 0, timeout: 50 } },
];
const usual: Script = {
  "/meta/handshake": [handshake],
  "/meta/subscribe": [yes],
  "/meta/unsubscribe": [yes],
  "/meta/disconnect": [yes],
  "/meta/connect": [first, held],
};

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(ended.splice(0).map((end) => end()));
});

function clientOf(script: Script = {}, more: Partial<ConnectOptions> = {}) {
  const told = new Map<string, number>();
  const org = fakeOrg(async (request) => {
    if (!request.path.startsWith("/cometd"))
      return json({}, 200, { "sforce-limit-info": "api-usage=99/100" });
    const [message] = request.body as Message[];
    const channel = String(message?.channel);
    const replies = script[channel] ?? usual[channel] ?? [];
    const count = told.get(channel) ?? 0;
    told.set(channel, count + 1);
    const reply = await replies[Math.min(count, replies.length - 1)]!(message!, request);
    return reply instanceof Response ? reply : json(reply);
  });
  const options = optionsFor(org, { retry: { times: 0 }, ...more });
  const sf = createClient({ ...options, apiVersion: "66.0" });
  const subscribe = (channel = "/event/Order__e", settings: SubscribeOptions = {}) => {
    const events = sf.events.subscribe(channel as `/event/${string}`, settings);
    ended.push(() => events.return());
    return events;
  };
  const sent = (channel?: string) =>
    org.sent
      .filter(({ path }) => path === "/cometd/66.0")
      .map(({ body }) => body[0] as Message)
      .filter((message) => channel === undefined || message.channel === channel);
  return { org, sf, sent, subscribe };
}

describe("a subscription", () => {
  it("speaks Bayeux", async () => {
    const { sent, subscribe } = clientOf({
      "/meta/connect": [first, () => [event(7), ...firstReply()], held],
    });
    const events = subscribe("Order__e", { replay: 5 });
    expect(await events.next()).toEqual({
      done: false,
      value: {
        channel: "/event/Order__e",
        replayId: 7,
        fields: { Number__c: "7", ReplayId: "7" },
        raw: event(7).data,
      },
    });
    await events.return();
    expect(sent().slice(0, 4)).toEqual([
      {
        channel: "/meta/handshake",
        version: "1.0",
        minimumVersion: "1.0",
        supportedConnectionTypes: ["long-polling"],
        id: "1",
      },
      {
        channel: "/meta/subscribe",
        clientId: CLIENT_ID,
        subscription: "/event/Order__e",
        ext: { replay: { "/event/Order__e": 5 } },
        id: "2",
      },
      { channel: "/meta/connect", clientId: CLIENT_ID, connectionType: "long-polling", id: "3" },
      { channel: "/meta/connect", clientId: CLIENT_ID, connectionType: "long-polling", id: "4" },
    ]);
    expect(sent("/meta/disconnect")).toHaveLength(1);
  });

  const firstReply = () => [{ channel: "/meta/connect", successful: true }];

  it("sends nothing before it is read", async () => {
    const { org, subscribe } = clientOf();
    const events = subscribe();
    expect(events.checkpoint()).toBeUndefined();
    await events.return();
    expect(await events.next()).toEqual({ done: true, value: undefined });
    expect(org.sent).toEqual([]);
  });

  it("is none of the API requests that a budget leaves to others", async () => {
    const { sf, subscribe } = clientOf({}, { budget: { reserve: 50 } });
    await sf.request("GET", "/limits");
    await expect(sf.request("GET", "/limits")).rejects.toMatchObject({ code: "API_RESERVE_REACHED" });
    await subscribe().opened();
  });

  it("sends the server's cookies back, as long as they live and where they belong", async () => {
    const set = [
      `BAYEUX_BROWSER=${COOKIE};Path=/cometd/;Secure`,
      "lb=1; Path=/",
      "other=2; Path=/services",
      "gone=3; Max-Age=0",
      "old=4; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    ];
    const answer: Reply = (message, request) => {
      const response = json(handshake(message, request));
      for (const cookie of set) response.headers.append("set-cookie", cookie);
      return response;
    };
    const { org, subscribe } = clientOf({
      "/meta/handshake": [answer],
      "/meta/subscribe": [
        (message, request) => {
          const response = json(yes(message, request));
          response.headers.append("set-cookie", "lb=; Max-Age=0");
          return response;
        },
      ],
    });
    const events = subscribe();
    await events.opened();
    const cookies = () =>
      org.sent.filter(({ path }) => path.startsWith("/cometd")).map(({ headers }) => headers.get("cookie"));
    await events.return();
    expect(cookies().slice(0, 3)).toEqual([
      null,
      `BAYEUX_BROWSER=${COOKIE}; lb=1`,
      `BAYEUX_BROWSER=${COOKIE}`,
    ]);
  });

  it("shakes hands and subscribes anew where the server forgot the client, after the last event that came", async () => {
    const forgotten = no("403::Unknown client", { advice: { interval: 0, reconnect: "handshake" } });
    const { sent, subscribe } = clientOf({
      "/meta/connect": [
        first,
        () => [event(7), ...firstReply()],
        forgotten,
        first,
        () => [event(9), ...firstReply()],
        held,
      ],
    });
    const told: object[] = [];
    const events = subscribe("/event/Order__e", { onReconnect: (reconnection) => told.push(reconnection) });
    expect((await events.next()).value).toMatchObject({ replayId: 7 });
    expect((await events.next()).value).toMatchObject({ replayId: 9 });
    expect(sent("/meta/subscribe").map(({ ext }) => ext)).toEqual([
      { replay: { "/event/Order__e": -1 } },
      { replay: { "/event/Order__e": 7 } },
    ]);
    expect(told).toEqual([{ channel: "/event/Order__e", replayId: 7, complete: true }]);
    expect(events.checkpoint()).toBe(9);
  });

  it("begins anew where the subscription itself finds the client forgotten", async () => {
    const { sent, subscribe } = clientOf({ "/meta/subscribe": [no("403::Unknown client"), yes] });
    await subscribe().opened();
    expect(sent("/meta/handshake")).toHaveLength(2);
  });

  it("gives up where it was never taken, and the server forgets the client again and again", async () => {
    const { subscribe } = clientOf({ "/meta/subscribe": [no("403::Unknown client")] });
    await expect(subscribe().opened()).rejects.toMatchObject({
      code: "events.refused",
      reason: "403::Unknown client",
      hint: expect.stringContaining("cookies"),
    });
  });

  it("waits where the server is busy, for as long as it is told to", async () => {
    const busy = no("503::Server is too busy", { advice: { reconnect: "retry", interval: 20 } });
    const { sent, subscribe } = clientOf({
      "/meta/connect": [first, busy, first, () => [event(8), ...firstReply()], held],
    });
    const events = subscribe();
    expect((await events.next()).value).toMatchObject({ replayId: 8 });
    expect(sent("/meta/handshake")).toHaveLength(2);
  });

  it("ends after so long without a connection, with the error of the last attempt", async () => {
    const down: Reply = () => Promise.reject(new TypeError("fetch failed"));
    const { sent, subscribe } = clientOf({
      "/meta/connect": [first, down],
      "/meta/handshake": [handshake, down],
    });
    const events = subscribe("/event/Order__e", { reconnectFor: 100 });
    await events.opened();
    await expect(events.next()).rejects.toMatchObject({ name: "ConnectionError" });
    expect(sent("/meta/handshake").length).toBeGreaterThan(1);
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("is refused at once where it cannot begin", async () => {
    const down = clientOf({ "/meta/handshake": [() => Promise.reject(new TypeError("fetch failed"))] });
    await expect(down.subscribe().next()).rejects.toMatchObject({ name: "ConnectionError" });
    const html = clientOf({ "/meta/handshake": [() => new Response("<html>Down</html>")] });
    await expect(html.subscribe().next()).rejects.toMatchObject({ code: "decode.events" });
    const forbidden = clientOf({ "/meta/handshake": [() => refusal(403, "API_DISABLED_FOR_ORG")] });
    await expect(forbidden.subscribe().next()).rejects.toMatchObject({ name: "ForbiddenError" });
  });

  it("renews the session once where the server says that it has ended", async () => {
    const over = no("403::Handshake denied", {
      ext: { sfdc: { failureReason: "401::Authentication invalid" } },
      advice: { reconnect: "none" },
    });
    const once = clientOf({ "/meta/handshake": [over, handshake] });
    await once.subscribe().opened();
    // A call of the REST API renews what has ended.
    expect(once.org.sent.map(({ path }) => path)).toContain("/services/data/v66.0");
    const always = clientOf({ "/meta/handshake": [over] });
    await expect(always.subscribe().opened()).rejects.toMatchObject({
      code: "events.session",
      reason: "401::Authentication invalid",
    });
  });

  it.each([
    ["400::The replayId {5} you provided was invalid.  Please provide a valid ID, -2 …", "events.replay-id"],
    ["400::The channel you requested to subscribe to does not exist {/event/Order__e}", "events.channel"],
    ["403::Organization concurrent user limit exceeded", "events.limit"],
    ["403::Restricted channel", "events.forbidden"],
    ["400::Something else", "events.refused"],
  ])("is refused for a reason: %s", async (failureReason, code) => {
    const { subscribe, sent } = clientOf({
      "/meta/subscribe": [
        no("403:denied_by_security_policy:create_denied", { ext: { sfdc: { failureReason } } }),
      ],
    });
    const failure = await subscribe("/event/Order__e", { replay: 5 })
      .next()
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "SubscriptionError", code, reason: failureReason, replayId: 5 });
    expect(isOrgtypeError(failure, "SubscriptionError")).toBe(true);
    expect(String(failure)).not.toContain(CLIENT_ID);
    expect(sent("/meta/subscribe")).toHaveLength(1);
  });

  it("leaves the others as they are where one is refused", async () => {
    const { subscribe } = clientOf({
      "/meta/subscribe": [yes, no("400::Something else")],
      "/meta/connect": [
        first,
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          return [event(3), ...firstReply()];
        },
        held,
      ],
    });
    const good = subscribe();
    await good.opened();
    await expect(subscribe("/event/Other__e").opened()).rejects.toMatchObject({ code: "events.refused" });
    expect((await good.next()).value).toMatchObject({ replayId: 3 });
  });

  it("asks for no further events while its buffer is full", async () => {
    let last = 0;
    const two: Reply = () => [event(++last), event(++last), ...firstReply()];
    const { sent, subscribe } = clientOf({ "/meta/connect": [two] });
    const events = subscribe("/event/Order__e", { buffer: 3 });
    expect((await events.next()).value).toMatchObject({ replayId: 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = sent("/meta/connect").length;
    expect(last).toBeLessThanOrEqual(6);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent("/meta/connect")).toHaveLength(asked);
    const taken = await Promise.all(Array.from({ length: 6 }, () => events.next()));
    expect(taken.map(({ value }) => value?.replayId)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it("takes events that come with any answer, and none of other channels", async () => {
    const { subscribe } = clientOf({
      "/meta/subscribe": [
        (message, request) => [
          ...(yes(message, request) as Message[]),
          event(1),
          { ...event(2), channel: "/event/Other__e" },
        ],
      ],
    });
    const events = subscribe();
    expect((await events.next()).value).toMatchObject({ replayId: 1 });
  });

  it("ends where a message is no event, and tells what to do", async () => {
    const odd = { channel: "/event/Order__e", data: { event: { replayId: 4 } } };
    const { subscribe } = clientOf({ "/meta/connect": [() => [odd, ...firstReply()], held] });
    const events = subscribe();
    await expect(events.next()).rejects.toMatchObject({ name: "DecodeError", code: "decode.event" });
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("gives PushTopics and generic events as they are", async () => {
    const data = { event: { type: "created", replayId: 2 }, sobject: { Id: "001" } };
    const { sent, subscribe } = clientOf({
      "/meta/connect": [() => [{ channel: "/topic/Big", data }, ...firstReply()], held],
    });
    const events = subscribe("/topic/Big?Name='Acme'");
    expect((await events.next()).value).toEqual({ channel: "/topic/Big", replayId: 2, raw: data });
    expect(sent("/meta/subscribe")).toMatchObject([
      { subscription: "/topic/Big?Name='Acme'", ext: { replay: { "/topic/Big": -1 } } },
    ]);
  });

  it("reads parts of addresses, names and places as fields", async () => {
    const header = { entityName: "Contact", recordIds: ["003"], changeType: "UPDATE" };
    const payload = {
      ChangeEventHeader: header,
      Name: { FirstName: "Kim" },
      MailingAddress: { City: "Bern" },
      Address: { Street: "1" },
      Place__c: { Latitude: 1, Longitude: 2 },
      Phone: null,
    };
    const { subscribe } = clientOf({
      "/meta/connect": [
        () => [
          { channel: "/data/ContactChangeEvent", data: { payload, event: { replayId: 1 } } },
          ...firstReply(),
        ],
        held,
      ],
    });
    expect((await subscribe("/data/ContactChangeEvent").next()).value).toMatchObject({
      object: "Contact",
      header,
      fields: {
        FirstName: "Kim",
        MailingCity: "Bern",
        Street: "1",
        Place__Latitude__s: 1,
        Place__Longitude__s: 2,
        Phone: null,
      },
    });
  });

  it.each([
    ["/event/*", {}, "settings.channel"],
    ["event/Order__e", {}, "settings.channel"],
    [7, {}, "settings.channel"],
    ["/event/Order__e", { replay: "old" }, "settings.subscription"],
    ["/event/Order__e", { replay: -1 }, "settings.subscription"],
    ["/event/Order__e", { buffer: 0 }, "settings.subscription"],
    ["/event/Order__e", { reconnectFor: "1" }, "settings.subscription"],
    ["/event/Order__e", { onReconnect: true }, "settings.subscription"],
  ])("refuses %j, %j before anything is sent", async (channel, settings, code) => {
    const { org, subscribe } = clientOf();
    const events = subscribe(channel as string, settings as SubscribeOptions);
    await expect(events.next()).rejects.toMatchObject({
      name: "SettingsError",
      code,
      hint: expect.any(String),
    });
    expect(org.sent).toEqual([]);
  });
});
