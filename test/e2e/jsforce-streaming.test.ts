import { Connection } from "@jsforce/jsforce-node";
import { type Client, StreamingExtension } from "@jsforce/jsforce-node/lib/api/streaming.js";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const CHANNEL = "/event/Invoice_Paid__e";

interface Message {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly event: { readonly replayId: number };
}

/** What the types of faye's client leave out. */
interface Disconnecting {
  disconnect(): unknown;
}

/** The embedded org's streaming server, asked by another client: jsforce, whose Bayeux is that of faye. */
describe("jsforce", () => {
  let org: Org;
  let server: Listening;
  let connection: Connection;
  const clients: Client[] = [];

  beforeAll(async () => {
    org = createOrg({ changeEvents: ["Account"], streaming: { timeoutMs: 1_000, maxIntervalMs: 5_000 } });
    server = await org.listen();
    const { accessToken } = org.credentials;
    connection = new Connection({ instanceUrl: server.url, accessToken, version: "66.0" });
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => (client as unknown as Disconnecting).disconnect()));
  });
  afterAll(() => server.close());

  function streaming(...extensions: object[]) {
    const client = connection.streaming.createClient(extensions);
    clients.push(client);
    return client;
  }

  /** Subscribes, and gives the messages as they come. */
  async function subscribed(channel: string, ...extensions: object[]) {
    const client = streaming(...extensions);
    const come: Message[] = [];
    let tell = () => {};
    await client.subscribe(channel, (message: Message) => {
      come.push(message);
      tell();
    });
    return {
      client,
      async take(count: number) {
        while (come.length < count) {
          await new Promise<void>((resolve) => {
            tell = resolve;
          });
        }
        return come.splice(0, count);
      },
    };
  }

  const publish = (Invoice__c: string) => connection.sobject("Invoice_Paid__e").create({ Invoice__c });

  it("gets platform events and changes", async () => {
    const events = await subscribed(CHANNEL);
    const changes = await subscribed("/data/AccountChangeEvent");
    await publish("1");
    await connection.sobject("Account").create({ Name: "Acme" });
    expect(await events.take(1)).toMatchObject([
      {
        schema: expect.any(String),
        payload: { Invoice__c: "1", Amount__c: null },
        event: { EventUuid: org.events.at(-1)!.uuid },
      },
    ]);
    expect(await changes.take(1)).toMatchObject([
      { payload: { Name: "Acme", ChangeEventHeader: { changeType: "CREATE", entityName: "Account" } } },
    ]);
  });

  it("replays by its extension", async () => {
    await publish("2");
    const { replayId } = org.events.at(-1)!;
    await publish("3");
    const replayed = await subscribed(CHANNEL, new StreamingExtension.Replay(CHANNEL, replayId));
    expect((await replayed.take(1))[0]).toMatchObject({
      payload: { Invoice__c: "3" },
      event: { replayId: replayId + 1 },
    });
    const all = await subscribed(CHANNEL, new StreamingExtension.Replay(CHANNEL, -2));
    expect((await all.take(3)).map(({ payload }) => payload.Invoice__c)).toEqual(["1", "2", "3"]);
  });

  it("is refused what there is not", async () => {
    await expect(subscribed("/event/Nothing__e")).rejects.toMatchObject({ code: 403 });
    const replay = new StreamingExtension.Replay(CHANNEL, 1_000_000);
    await expect(subscribed(CHANNEL, replay)).rejects.toMatchObject({
      message: expect.stringContaining("The replayId {1000000} you provided was invalid"),
    });
  });

  it("is told where its session has ended", async () => {
    const ended = new Connection({ instanceUrl: server.url, accessToken: "00D!ended", version: "66.0" });
    const failure = await new Promise((resolve) => {
      const client = ended.streaming.createClient([new StreamingExtension.AuthFailure(resolve)]);
      clients.push(client);
      void client.subscribe(CHANNEL, () => {});
    });
    expect(failure).toMatchObject({
      error: "403::Handshake denied",
      ext: { sfdc: { failureReason: "401::Authentication invalid" } },
      advice: { reconnect: "none" },
    });
  });
});
