import { generateKeyPairSync } from "node:crypto";
import { inspect } from "node:util";
import {
  accessToken,
  authorizationCode,
  clientCredentials,
  connect,
  device,
  type Grant,
  jwtBearer,
  memoryTokenStore,
  myDomain,
  password,
  refreshToken,
  tokenExchange,
  tokenSet,
} from "orgtype";
import { describe, expect, it } from "vitest";
import { json } from "../../../../support/fake-org.js";
import { failure, HOST, html, oauthError, SECRET, type TokenServer, tokenServer } from "../token-server.js";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const environment = myDomain("acme");
const codes = () =>
  json({
    device_code: "d3vice",
    user_code: "ABCD",
    verification_uri: `${HOST}/setup/connect`,
    interval: 0.001,
  });

interface Case {
  readonly name: string;
  readonly make: () => Grant;
  /** `grant_type` of the first login and of a renewal. */
  readonly first: string;
  readonly renewal: string;
  /** Fields of the first token request. */
  readonly form: Record<string, unknown>;
  readonly gives?: "refresh";
  /** Requests before that of the token. */
  readonly before?: (server: TokenServer) => void;
}

const cases: readonly Case[] = [
  {
    name: "clientCredentials",
    make: () => clientCredentials({ clientId: "key", clientSecret: SECRET, scopes: ["api", "id"] }),
    first: "client_credentials",
    renewal: "client_credentials",
    form: { client_id: "key", client_secret: SECRET, scope: "api id" },
  },
  {
    name: "password",
    make: () =>
      password({
        clientId: "key",
        clientSecret: SECRET,
        username: "ada@acme.com",
        password: "p4ssword",
        securityToken: "t0ken",
      }),
    first: "password",
    renewal: "password",
    form: {
      client_id: "key",
      client_secret: SECRET,
      username: "ada@acme.com",
      password: "p4sswordt0ken",
    },
  },
  {
    name: "jwtBearer",
    make: () => jwtBearer({ clientId: "key", username: "ada@acme.com", privateKey }),
    first: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    renewal: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    form: { assertion: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) },
  },
  {
    name: "device",
    make: () => device({ clientId: "key", onPrompt: () => {} }),
    first: "device",
    renewal: "refresh_token",
    form: { client_id: "key", code: "d3vice" },
    gives: "refresh",
    before: (server) => server.scripted.push(codes),
  },
  {
    name: "tokenExchange",
    make: () =>
      tokenExchange({
        clientId: "key",
        clientSecret: SECRET,
        subjectToken: async () => "subj3ct",
        subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
        tokenHandler: "Handler",
      }),
    first: "urn:ietf:params:oauth:grant-type:token-exchange",
    renewal: "urn:ietf:params:oauth:grant-type:token-exchange",
    form: {
      client_id: "key",
      client_secret: SECRET,
      subject_token: "subj3ct",
      subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
      token_handler: "Handler",
    },
  },
  {
    name: "refreshToken",
    make: () => refreshToken({ clientId: "key", clientSecret: SECRET, refreshToken: "r3fresh-0" }),
    first: "refresh_token",
    renewal: "refresh_token",
    form: { client_id: "key", client_secret: SECRET, refresh_token: "r3fresh-0" },
    gives: "refresh",
  },
];

function open({ make, gives, before }: Case, options: { timeout?: number; times?: number } = {}) {
  const server = tokenServer(gives && { gives });
  before?.(server);
  const client = () =>
    connect({
      environment,
      auth: make(),
      transport: server.transport,
      apiVersion: "66.0",
      retry: { times: options.times ?? 0, firstDelayMs: 1 },
      ...(options.timeout !== undefined && { timeout: options.timeout }),
    });
  return { server, client };
}

const grantTypes = (server: TokenServer) =>
  server.tokenRequests().flatMap(({ form }) => (form.grant_type === undefined ? [] : [form.grant_type]));

function expectNoSecrets(error: unknown): void {
  const seen = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
  expect(seen).not.toMatch(/s3cret|p4ssword|t0ken|subj3ct|r3fresh-|d3vice|acc3ss/);
}

describe.each(cases)("$name", (grant) => {
  it("first token", async () => {
    const { server, client } = open(grant);
    const sf = await client();
    expect(server.tokenRequests().at(-1)?.form).toEqual({ grant_type: grant.first, ...grant.form });
    expect(sf.session.instanceUrl).toBe(HOST);
    await sf.limits.get();
    expect(server.calls).toEqual(["acc3ss-1"]);
  });

  it("renewal", async () => {
    const { server, client } = open(grant);
    const sf = await client();
    server.expire();
    if (grant.renewal === "device") grant.before?.(server);
    await sf.limits.get();
    expect(grantTypes(server)).toEqual([grant.first, grant.renewal]);
    expect(server.calls).toEqual(["acc3ss-1", "acc3ss-2"]);
  });

  it("refusal: one request, no repetition, a hint", async () => {
    const { server, client } = open(grant, { times: 3 });
    server.scripted.push(() => oauthError("ip restricted"));
    const error = await failure(client());
    expect(error).toMatchObject({
      name: "AuthError",
      code: "auth.refused",
      description: "ip restricted",
      hint: expect.stringContaining("addresses"),
    });
    expect(grantTypes(server)).toEqual([grant.first]);
    expectNoSecrets(error);
  });

  it("refusal of the renewal is one AuthError, and no loop", async () => {
    const { server, client } = open(grant, { times: 3 });
    const sf = await client();
    server.expire();
    server.scripted.push(() => oauthError("inactive user"));
    expect(await failure(sf.limits.get())).toMatchObject({ name: "AuthError", description: "inactive user" });
    expect(grantTypes(server)).toEqual([grant.first, grant.renewal]);
  });

  it("wrong secret", async () => {
    const { server, client } = open(grant);
    server.scripted.push(() => oauthError("invalid client credentials", "invalid_client", 401));
    const error = await failure(client());
    expect(error).toMatchObject({ name: "AuthError", hint: expect.stringContaining("clientSecret") });
    expectNoSecrets(error);
  });

  it("an HTML page in the place of an answer", async () => {
    const { server, client } = open(grant);
    server.scripted.push(() => html(200));
    const error = await failure(client());
    expect(error).toMatchObject({ name: "AuthError", code: "auth.answer" });
    expectNoSecrets(error);
  });

  it.each([html(503), oauthError("try later", "service_unavailable")])(
    "is asked again where the server is down for a moment",
    async (down) => {
      const { server, client } = open(grant, { times: 1 });
      const first = server.scripted.shift();
      server.scripted.push(...(first ? [first] : []), () => down, ...(first ? [first] : []));
      await client();
      expect(grantTypes(server)).toEqual([grant.first, grant.first]);
    },
  );

  it("timeout: the request is aborted", async () => {
    const { server, client } = open(grant, { timeout: 300 });
    const sf = await client();
    server.expire();
    server.scripted.push(() => new Promise<Response>(() => {}));
    expect(await failure(sf.limits.get())).toMatchObject({ name: "TimeoutError", afterMs: 300 });
    await new Promise((soon) => setTimeout(soon, 20));
    expect(server.tokenRequests().at(-1)?.signal?.aborted).toBe(true);
    expect(sf.session.instanceUrl).toBe(HOST);
  });

  it("an abort ends the call, not the renewal", async () => {
    const { server, client } = open(grant);
    const sf = await client();
    server.expire();
    let answer: (response: Response) => void = () => {};
    server.scripted.push(() => new Promise((resolve) => (answer = resolve)));
    const impatient = new AbortController();
    const aborted = failure(sf.limits.get({ signal: impatient.signal }));
    const patient = sf.limits.get();
    while (grantTypes(server).length < 2) await new Promise((soon) => setTimeout(soon, 1));
    impatient.abort(new Error("enough"));
    expect(await aborted).toMatchObject({ message: "enough" });
    answer(json(server.tokenAnswer()));
    await patient;
    expect(grantTypes(server)).toHaveLength(2);
  });

  it("shows no secret when it is printed", () => {
    expectNoSecrets(grant.make());
  });
});

describe("a store's keys", () => {
  it.each<[string, Grant, string | undefined]>([
    ["clientCredentials", clientCredentials({ clientId: "key", clientSecret: "x" }), "key"],
    ["password", password({ clientId: "key", clientSecret: "x", username: "u", password: "p" }), "key/u"],
    ["jwtBearer", jwtBearer({ clientId: "key", username: "u", privateKey }), "key/u"],
    ["device", device({ clientId: "key", onPrompt: () => {} }), "key"],
    ["authorizationCode", authorizationCode({ environment, clientId: "key", redirectUri: HOST }), "key"],
    ["refreshToken", refreshToken({ clientId: "key", refreshToken: "r" }), undefined],
    ["accessToken", accessToken({ accessToken: "a", instanceUrl: HOST }), undefined],
    [
      "refreshToken of tokens",
      refreshToken({
        clientId: "key",
        tokens: tokenSet({
          accessToken: "a",
          refreshToken: "r",
          instanceUrl: HOST,
          id: "https://login.salesforce.com/id/00D/005",
        }),
      }),
      "key/id/00D/005",
    ],
  ])("%s", (_, grant, key) => {
    expect(grant.key).toBe(key);
  });

  it("a grant without one needs a tokenKey", async () => {
    const auth = refreshToken({ clientId: "key", refreshToken: "r" });
    const options = { environment, auth, tokenStore: memoryTokenStore(), apiVersion: "66.0" };
    expect(await failure(() => connect(options))).toMatchObject({
      name: "SettingsError",
      code: "settings.token-store",
      message: expect.stringContaining("`tokenKey` is missing"),
    });
  });
});

describe("options that are missing are refused by name, before anything is sent", () => {
  const text = undefined as unknown as string;
  it.each<[string, () => unknown, string]>([
    [
      "password",
      () => password({ clientId: "k", clientSecret: "s", username: text, password: "p" }),
      "username",
    ],
    [
      "password",
      () => password({ clientId: "k", clientSecret: "s", username: "u", password: "" }),
      "password",
    ],
    ["jwtBearer", () => jwtBearer({ clientId: "k", username: "", privateKey }), "username"],
    [
      "jwtBearer",
      () => jwtBearer({ clientId: "k", username: "u", privateKey, lifetimeMs: 200_000 }),
      "lifetimeMs",
    ],
    ["device", () => device({ clientId: "", onPrompt: () => {} }), "clientId"],
    ["device", () => device({ clientId: "k", onPrompt: "log" as unknown as () => void }), "onPrompt"],
    [
      "tokenExchange",
      () => tokenExchange({ clientId: "k", subjectToken: "", subjectTokenType: "t" }),
      "subjectToken",
    ],
    [
      "tokenExchange",
      () => tokenExchange({ clientId: "k", subjectToken: "s", subjectTokenType: text }),
      "subjectTokenType",
    ],
    ["refreshToken", () => refreshToken({ clientId: "k", refreshToken: "" }), "refreshToken"],
    [
      "refreshToken",
      () => refreshToken({ clientId: "k", clientSecret: "", refreshToken: "r" }),
      "clientSecret",
    ],
    [
      "refreshToken",
      () => refreshToken({ clientId: "k", tokens: tokenSet({ accessToken: "a", instanceUrl: HOST }) }),
      "refreshToken",
    ],
    ["accessToken", () => accessToken({ accessToken: "", instanceUrl: HOST }), "accessToken"],
    ["accessToken", () => accessToken({ accessToken: "a", instanceUrl: "acme" }), "instanceUrl"],
    [
      "authorizationCode",
      () => authorizationCode({ environment, clientId: "k", redirectUri: "" }),
      "redirectUri",
    ],
    [
      "authorizationCode",
      () =>
        authorizationCode({
          environment: "sandbox" as unknown as typeof environment,
          clientId: "k",
          redirectUri: HOST,
        }),
      "environment",
    ],
  ])("%s %#", async (_, make, option) => {
    expect(await failure(make)).toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(option),
      hint: expect.stringMatching(/\w/),
    });
  });
});
