import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { type Client, clientCredentials, createClient, defineOrg, myDomain, type Trace } from "orgtype";
import { describe, expect, it } from "vitest";
import { fakeOrg, INSTANCE, json, refusal, tokenAnswer } from "../../support/fake-org.js";
import {
  CLIENT_SECRET,
  metadata,
  optionsFor,
  type SmallSchema,
  smallClient,
  smallOrg,
} from "../../support/small-org.js";

const org = () => fakeOrg(() => json({ totalSize: 0, done: true, records: [] }));

describe("a client", () => {
  it("has a property for each object, the same as by name", () => {
    const sf = smallClient(org());
    expect(sf.Account.name).toBe("Account");
    expect(sf.Account).toBe(sf.sobject("Account"));
    expect(sf.Account).toBe(sf.Account);
    expect(smallClient(org()).Account).not.toBe(sf.Account);
  });

  it("refuses an object that the generated client does not hold", () => {
    const sf = smallClient(org());
    // @ts-expect-error no such object
    expect(() => sf.sobject("Acount")).toThrow(
      expect.objectContaining({ name: "SettingsError", hint: expect.stringContaining("orgtype generate") }),
    );
    // @ts-expect-error no such object
    expect(sf.Acount).toBeUndefined();
    // @ts-expect-error a name of Object.prototype is no object
    expect(() => sf.sobject("constructor")).toThrow("does not hold it");
  });

  it("takes one signal for many calls: Node does not warn, and nothing is left on the signal", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on("warning", note);
    const { signal } = new AbortController();
    const sf = smallClient(org(), { coalesce: {} });
    const read = () => sf.Account.find({ select: { Name: true } }, { signal }).all();
    await Promise.all([
      ...Array.from({ length: 30 }, read),
      ...Array.from({ length: 30 }, () => sf.Account.create({ Name: "x" }, { signal }).catch(() => {})),
    ]);
    // Warnings are told of a turn later.
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", note);
    expect(warnings).toEqual([]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("aborts all calls of one signal, and takes it for no further one", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const never = fakeOrg(() => new Promise<Response>(() => {}));
    const sf = smallClient(never);
    const calls = Array.from({ length: 3 }, () => sf.Account.retrieve("001", { signal }));
    controller.abort(new Error("enough"));
    const outcomes = await Promise.allSettled([...calls, sf.Account.retrieve("001", { signal })]);
    expect(outcomes.map((outcome) => String((outcome as PromiseRejectedResult).reason))).toEqual(
      Array(4).fill("Error: enough"),
    );
  });

  it("can be awaited and returned from async functions", async () => {
    const sf = smallClient(org());
    expect(await sf).toBe(sf);
  });

  it("logs in when something is first sent; connect does at once", async () => {
    const lazy = org();
    const sf = smallClient(lazy);
    expect(sf.session.instanceUrl).toBeUndefined();
    expect(lazy.logins).toEqual([]);
    await sf.query("SELECT Id FROM Account").all();
    expect(lazy.logins).toEqual([
      { grant_type: "client_credentials", client_id: "key", client_secret: CLIENT_SECRET },
    ]);

    const eager = org();
    const connected = await smallOrg.connect(optionsFor(eager));
    expect(eager.logins).toHaveLength(1);
    expect(connected.session).toMatchObject({
      instanceUrl: INSTANCE,
      identityUrl: "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA",
    });
  });

  it("shows no secret, however it is looked at", async () => {
    const sf = await smallOrg.connect(optionsFor(org()));
    const seen = inspect(sf, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(sf);
    expect(seen).toContain(INSTANCE);
    expect(seen).not.toMatch(/token-1|s3cret/);
  });

  it("works without generated code: queries, describes and the raw door", async () => {
    const sf = createClient({ ...optionsFor(org()), apiVersion: "66.0" });
    expect(await sf.query("SELECT Id FROM Account").all()).toEqual([]);
    // @ts-expect-error nothing is known of its objects
    expect(() => sf.sobject("Account")).toThrow("does not hold it");
  });

  it("calls go where the login says", async () => {
    const elsewhere = org();
    const transport: typeof elsewhere.transport = async (url, init) =>
      url.endsWith("/token")
        ? json(tokenAnswer("t", "https://moved.my.salesforce.com/"))
        : elsewhere.transport(url, init);
    await smallClient(elsewhere, { transport }).query("SELECT Id FROM Account").all();
    expect(elsewhere.sent[0]?.url.origin).toBe("https://moved.my.salesforce.com");
  });
});

describe("generated code of another generator", () => {
  it("is refused in the editor and at run time", () => {
    // @ts-expect-error another contract
    expect(() => defineOrg<SmallSchema>({ contract: 2, apiVersion: "66.0", metadata })).toThrow(
      "Run `orgtype generate`.",
    );
  });
});

describe("the transport", () => {
  it("is the global fetch, as it is when called, so that msw can stand in", async () => {
    const sf: Client<SmallSchema> = smallOrg.createClient({
      environment: myDomain("acme"),
      auth: clientCredentials({ clientId: "key", clientSecret: CLIENT_SECRET }),
    });
    const server = setupServer(
      http.post(`${INSTANCE}/services/oauth2/token`, () => HttpResponse.json(tokenAnswer("t"))),
      http.get(`${INSTANCE}/services/data/v66.0/sobjects/Account/001`, ({ request }) =>
        HttpResponse.json({ Id: "001", Name: request.headers.get("authorization") }),
      ),
    );
    server.listen({ onUnhandledRequest: "error" });
    try {
      expect((await sf.Account.retrieve("001")).Name).toBe("Bearer t");
    } finally {
      server.close();
    }
  });
});

describe("trace", () => {
  it("tells of each call once, without query, body or token", async () => {
    const traced: Parameters<Trace>[0][] = [];
    const answers = [refusal(503, "SERVER_UNAVAILABLE"), json({ totalSize: 0, done: true, records: [] })];
    const busy = fakeOrg((_, count) => answers[count - 1] ?? refusal(404, "NOT_FOUND"));
    const sf = smallClient(busy, { trace: (request) => traced.push(request) });
    await sf.query("SELECT Id FROM Account WHERE Name = 'confidential'").all();
    await expect(sf.Account.delete("001")).rejects.toMatchObject({ name: "NotFoundError" });
    expect(traced).toMatchObject([
      { method: "GET", path: "/services/data/v66.0/query", status: 200, error: undefined },
      { method: "DELETE", path: "/services/data/v66.0/sobjects/Account/001", status: 404 },
    ]);
    expect(JSON.stringify(traced)).not.toMatch(/confidential|token-1/);
    expect(traced[0]?.durationMs).toBeGreaterThan(0);
  });

  it("what it throws does not break the call, and it hears of what failed", async () => {
    const errors: unknown[] = [];
    const sf = smallClient(org(), {
      trace: ({ error }) => {
        errors.push(error);
        throw new Error("in the log");
      },
    });
    expect(await sf.query("SELECT Id FROM Account").all()).toEqual([]);
    const broken = smallClient(org(), {
      transport: () => Promise.reject(new TypeError("fetch failed")),
      retry: { times: 0 },
      trace: ({ error }) => errors.push(error),
    });
    await expect(broken.limits.get()).rejects.toMatchObject({ name: "ConnectionError" });
    expect(errors).toMatchObject([undefined, { name: "ConnectionError" }]);
  });
});
