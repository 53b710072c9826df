import { AuthError, authorizationCode, connect, custom } from "orgtype";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Idp, startIdp } from "../../support/idp/idp.js";
import { connected, type Login, logins, REDIRECT_URI, SCOPES } from "../../support/idp/logins.js";
import { PATHS } from "../../support/idp/paths.js";
import { signIn } from "../../support/idp/sign-in.js";

// What only the code grant has: refresh tokens that are rotated, reused, revoked; denials; a state used twice.

let idp: Idp;
beforeEach(async () => {
  idp = await startIdp();
});
afterEach(() => idp.close());

const [codeLogin] = logins as readonly [Login];

function openLogin() {
  return authorizationCode({
    environment: custom(idp.url),
    clientId: idp.apps.open.clientId,
    redirectUri: REDIRECT_URI,
    scopes: SCOPES,
  });
}

async function loggedIn() {
  const login = openLogin();
  const tokens = await login.callback(await signIn(await login.authorizationUrl(), idp.user));
  return { login, tokens };
}

const settings = () => ({ environment: custom(idp.url), apiVersion: "66.0", retry: { times: 0 } });

describe("rotation", () => {
  it("each renewal uses the newest refresh token", async () => {
    idp.policies.rotate = true;
    const sf = await connected(idp, codeLogin);
    for (let renewal = 0; renewal < 5; renewal++) {
      idp.expireAccessTokens();
      await sf.limits.get();
    }
    const refreshes = idp.exchanges.filter(({ grantType }) => grantType === "refresh_token");
    expect(refreshes).toHaveLength(5);
    expect(refreshes.every(({ error }) => error === undefined)).toBe(true);
  });

  it("can be turned on and off between renewals", async () => {
    const sf = await connected(idp, codeLogin);
    for (const rotate of [false, true, false, false, true, true]) {
      idp.policies.rotate = rotate;
      idp.expireAccessTokens();
      await sf.limits.get();
    }
    expect(idp.exchanges.every(({ error }) => error === undefined)).toBe(true);
  });

  it("a refresh token that somebody else has used is one clear error, without a loop", async () => {
    idp.policies.rotate = true;
    const { login, tokens } = await loggedIn();
    const first = await connect({ ...settings(), auth: login.withTokens(tokens) });
    const second = await connect({ ...settings(), auth: login.withTokens(tokens) });
    idp.expireAccessTokens();
    await first.limits.get();
    idp.expireAccessTokens();
    const before = idp.count(PATHS.token);
    await expect(second.limits.get()).rejects.toMatchObject({
      name: "AuthError",
      description: "expired access/refresh token",
      hint: expect.stringContaining("log in again"),
    });
    expect(idp.count(PATHS.token) - before).toBe(1);
    // The server has ended the whole family.
    await expect(first.limits.get()).rejects.toBeInstanceOf(AuthError);
  });
});

describe("login", () => {
  it("a public app needs no secret", async () => {
    const { login, tokens } = await loggedIn();
    const sf = await connect({ ...settings(), auth: login.withTokens(tokens) });
    idp.expireAccessTokens();
    await expect(sf.limits.get()).resolves.toHaveProperty("DailyApiRequests");
  });

  it("without tokens it says how to get some, and asks nobody", async () => {
    await expect(connect({ ...settings(), auth: openLogin() })).rejects.toMatchObject({
      name: "AuthError",
      code: "auth.login-needed",
    });
    expect(idp.count(PATHS.token)).toBe(0);
  });

  it("a denial is an AuthError with the server's words", async () => {
    const login = openLogin();
    const callback = await signIn(await login.authorizationUrl(), idp.user, { consent: false });
    await expect(login.callback(callback)).rejects.toMatchObject({
      name: "AuthError",
      oauthError: "access_denied",
      description: "end-user denied authorization",
    });
    expect(idp.count(PATHS.token)).toBe(0);
  });

  it("a callback can be used once", async () => {
    const login = openLogin();
    const callback = await signIn(await login.authorizationUrl(), idp.user);
    await login.callback(callback);
    await expect(login.callback(callback)).rejects.toBeInstanceOf(AuthError);
    expect(idp.count(PATHS.token)).toBe(1);
  });

  it("the callback of somebody else's login is refused before its code is used", async () => {
    const [mine, theirs] = [openLogin(), openLogin()];
    await mine.authorizationUrl();
    const callback = await signIn(await theirs.authorizationUrl(), idp.user);
    await expect(mine.callback(callback)).rejects.toBeInstanceOf(AuthError);
    expect(idp.count(PATHS.token)).toBe(0);
  });

  it("the server refuses a verifier that is another login's", async () => {
    const [mine, theirs] = [openLogin(), openLogin()];
    const [myUrl, theirUrl] = [await mine.authorizationUrl(), await theirs.authorizationUrl()];
    const mixed = new URL(theirUrl);
    mixed.searchParams.set("state", new URL(myUrl).searchParams.get("state") ?? "");
    const callback = await signIn(mixed.href, idp.user);
    await expect(mine.callback(callback)).rejects.toMatchObject({
      name: "AuthError",
      description: "invalid code verifier",
    });
  });
});
