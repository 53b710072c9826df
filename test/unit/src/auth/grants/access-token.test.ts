import {
  type AccessTokenOptions,
  accessToken,
  connect,
  myDomain,
  refreshToken,
  tokenExchange,
  tokenSet,
} from "orgtype";
import { describe, expect, it } from "vitest";
import { failure, HOST, tokenServer } from "../token-server.js";

function open(given: AccessTokenOptions["accessToken"]) {
  const server = tokenServer();
  const client = connect({
    environment: myDomain("acme"),
    auth: accessToken({ accessToken: given, instanceUrl: HOST }),
    transport: server.transport,
    apiVersion: "66.0",
  });
  return { server, client };
}

describe("accessToken", () => {
  it("a plain one is used as it is; its end is one clear error, each time, without a request more", async () => {
    const { server, client } = open("0wn");
    const sf = await client;
    for (let call = 0; call < 3; call++) {
      expect(await failure(sf.limits.get())).toMatchObject({
        name: "AuthError",
        code: "auth.no-renewal",
        hint: expect.stringContaining("function"),
      });
    }
    expect(server.calls).toEqual(["0wn"]);
    expect(server.requests).toEqual([]);
  });

  it("a function is asked again when the token has ended", async () => {
    let asked = 0;
    const { server, client } = open(async () => {
      asked++;
      return asked === 1 ? "dead" : String(server.tokenAnswer().access_token);
    });
    const sf = await client;
    await sf.limits.get();
    await sf.limits.get();
    expect(asked).toBe(2);
    expect(server.calls).toEqual(["dead", "acc3ss-1", "acc3ss-1"]);
  });

  it("what a function rejects with comes through", async () => {
    const { client } = open(() => Promise.reject(new Error("vault is closed")));
    expect(await failure(client)).toMatchObject({ message: "vault is closed" });
  });

  it("a token that cannot be sent is refused", async () => {
    const { client } = open("a\r\nX: y");
    expect(await failure(client)).toMatchObject({ name: "AuthError", code: "auth.answer" });
  });
});

describe("refreshToken", () => {
  it("uses given tokens until they end", async () => {
    const server = tokenServer({ gives: "refresh" });
    const tokens = tokenSet({
      accessToken: String(server.tokenAnswer().access_token),
      refreshToken: "r3fresh-0",
      instanceUrl: HOST,
    });
    const sf = await connect({
      environment: myDomain("acme"),
      auth: refreshToken({ clientId: "key", tokens }),
      transport: server.transport,
      apiVersion: "66.0",
    });
    await sf.limits.get();
    expect(server.requests).toEqual([]);
    server.expire();
    await sf.limits.get();
    expect(server.requests.map(({ form }) => form)).toEqual([
      { grant_type: "refresh_token", refresh_token: "r3fresh-0", client_id: "key" },
    ]);
  });
});

describe("tokenExchange", () => {
  it("renews by the refresh token where one came", async () => {
    const server = tokenServer({ gives: "refresh" });
    const sf = await connect({
      environment: myDomain("acme"),
      auth: tokenExchange({
        clientId: "key",
        subjectToken: "subject",
        subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
        scopes: ["api"],
      }),
      transport: server.transport,
      apiVersion: "66.0",
    });
    server.expire();
    await sf.limits.get();
    expect(server.requests.map(({ form }) => form.refresh_token ?? form.subject_token)).toEqual([
      "subject",
      "r3fresh-0",
    ]);
    expect(server.requests[0]?.form).toMatchObject({ scope: "api", client_id: "key" });
    expect(server.requests[0]?.form).not.toHaveProperty("client_secret");
  });
});
