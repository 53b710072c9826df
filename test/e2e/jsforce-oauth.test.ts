import { Connection, OAuth2 } from "@jsforce/jsforce-node";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "../unit/mock/oauth/browser.js";
import { pass } from "../unit/mock/oauth/oauth-client.js";

let org: Org;
let server: Listening;

beforeAll(async () => {
  org = createOrg();
  server = await org.listen();
});
afterAll(() => server.close());
beforeEach(() => {
  Object.assign(org.oauth.policies, { rotateRefreshTokens: false, requirePkce: false, passwordFlow: true });
});

function oauth2(options: { useVerifier?: boolean } = {}): OAuth2 {
  const { clientId, clientSecret, redirectUri } = org.credentials;
  return new OAuth2({ loginUrl: server.url, clientId, clientSecret, redirectUri, ...options });
}

/** Logs in as a person would, and gives the code that comes back. */
async function codeFor(client: OAuth2): Promise<string> {
  const browser = openBrowser();
  const address = client.getAuthorizationUrl({ scope: "api id refresh_token", state: "s" });
  const { sentTo } = await pass(org, browser, await browser.open(address));
  return sentTo?.searchParams.get("code") ?? "";
}

describe("jsforce, unmodified, logs in to the embedded org", () => {
  it("by an authorization code", async () => {
    const client = oauth2();
    const connection = new Connection({ oauth2: client, version: "62.0" });
    const user = await connection.authorize(await codeFor(client));
    expect(connection.instanceUrl).toBe(server.url);
    expect(connection.refreshToken).toMatch(/^5Aep861/);
    const identity = await connection.identity();
    expect(identity).toMatchObject({ user_id: user.id, username: org.credentials.username });
    const { id } = await connection.sobject("Account").create({ Name: "By code" });
    expect((await connection.query(`SELECT Name FROM Account WHERE Id = '${id}'`)).totalSize).toBe(1);
  });

  it("by an authorization code with PKCE", async () => {
    org.oauth.policies.requirePkce = true;
    const client = oauth2({ useVerifier: true });
    const connection = new Connection({ oauth2: client });
    await connection.authorize(await codeFor(client));
    expect((await connection.identity()).username).toBe(org.credentials.username);
    const thief = oauth2();
    await expect(thief.requestToken(await codeFor(client))).rejects.toMatchObject({
      name: "invalid_grant",
    });
  });

  it("by username and password", async () => {
    const { username, password, securityToken } = org.credentials;
    const connection = new Connection({ oauth2: oauth2(), version: "62.0" });
    const user = await connection.login(username, password + securityToken);
    expect(user.organizationId).toMatch(/^00D\w{15}$/);
    expect((await connection.identity()).user_id).toBe(user.id);
    expect((await connection.query("SELECT Id FROM User")).totalSize).toBeGreaterThan(0);
  });

  it("and is told of a wrong password and of a blocked flow in the same words", async () => {
    const { username, password, securityToken } = org.credentials;
    const connection = new Connection({ oauth2: oauth2() });
    const failure = { name: "invalid_grant", message: "authentication failure" };
    await expect(connection.login(username, password)).rejects.toMatchObject(failure);
    org.oauth.policies.passwordFlow = false;
    await expect(connection.login(username, password + securityToken)).rejects.toMatchObject(failure);
  });

  it("and renews its session by the refresh token", async () => {
    const client = oauth2();
    const connection = new Connection({ oauth2: client, version: "62.0" });
    await connection.authorize(await codeFor(client));
    const renewed: string[] = [];
    connection.on("refresh", (token: string) => renewed.push(token));
    org.expireSessions();
    expect((await connection.query("SELECT Id FROM User")).totalSize).toBeGreaterThan(0);
    expect(renewed).toEqual([connection.accessToken]);
  });

  it("and asks for tokens with a refresh token itself, rotated or not", async () => {
    const client = oauth2();
    const tokens = await client.requestToken(await codeFor(client));
    const kept = await client.refreshToken(tokens.refresh_token ?? "");
    expect(kept.refresh_token).toBeUndefined();
    org.oauth.policies.rotateRefreshTokens = true;
    const rotated = await client.refreshToken(tokens.refresh_token ?? "");
    expect(rotated.refresh_token).not.toBe(tokens.refresh_token);
    await expect(client.refreshToken(tokens.refresh_token ?? "")).rejects.toMatchObject({
      name: "invalid_grant",
      message: "expired access/refresh token",
    });
  });

  it("and logs out: its access token, or its refresh token with all of them", async () => {
    const client = oauth2();
    const connection = new Connection({ oauth2: client, version: "62.0" });
    await connection.authorize(await codeFor(client));
    const { accessToken, refreshToken } = connection;
    await connection.logout();
    const ended = new Connection({ instanceUrl: server.url, accessToken: accessToken ?? "" });
    await expect(ended.query("SELECT Id FROM User")).rejects.toMatchObject({
      errorCode: "INVALID_SESSION_ID",
    });
    expect((await client.refreshToken(refreshToken ?? "")).access_token).toMatch(/^00D/);
    await client.revokeToken(refreshToken ?? "");
    await expect(client.refreshToken(refreshToken ?? "")).rejects.toMatchObject({ name: "invalid_grant" });
    await expect(client.revokeToken("nothing")).rejects.toMatchObject({ name: "unsupported_token_type" });
  });
});
