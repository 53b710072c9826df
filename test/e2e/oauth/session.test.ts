import { AuthError, clientCredentials, connect, custom, memoryTokenStore } from "orgtype";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Idp, startIdp } from "../../support/idp/idp.js";
import { connected, type Login, logins } from "../../support/idp/logins.js";
import { PATHS } from "../../support/idp/paths.js";

// Logout, introspection and who is logged in, as a real server sees them.

let idp: Idp;
beforeEach(async () => {
  idp = await startIdp();
});
afterEach(() => idp.close());

const [codeLogin] = logins as readonly [Login];

describe("logout", () => {
  it("revokes the refresh token and with it the access token, and empties the store", async () => {
    const tokenStore = memoryTokenStore();
    const sf = await connected(idp, codeLogin, { tokenStore, tokenKey: "one" });
    expect(await tokenStore.get("one")).toBeDefined();
    await sf.session.logout();
    expect(idp.count(PATHS.revocation)).toBe(1);
    expect(await tokenStore.get("one")).toBeUndefined();
  });

  it.each(logins)("the access token of $name is dead afterwards", async (login: Login) => {
    const sent: string[] = [];
    const sf = await connected(idp, login, {
      transport: (url, init) => {
        const token = new Headers(init.headers).get("authorization");
        if (token !== null) sent.push(token);
        return fetch(url, init);
      },
    });
    await sf.session.logout();
    const answer = await fetch(idp.url + PATHS.limits, { headers: { authorization: sent.at(-1) ?? "" } });
    expect(answer.status).toBe(401);
  });
});

describe.each(logins)("introspection after $name", (login: Login) => {
  it("tells until when the token is good, and that it has ended", async () => {
    const sf = await connected(idp, login);
    const { active, clientId, expiresAt } = await sf.session.introspect();
    expect({ active, clientId }).toEqual({ active: true, clientId: idp.apps.confidential.clientId });
    expect(expiresAt).toBeGreaterThan(Date.now() + 3_600_000);
    expect(expiresAt).toBeLessThan(Date.now() + 7_300_000);
    idp.expireAccessTokens();
    expect((await sf.session.introspect()).active).toBe(false);
  });
});

describe("who is logged in", () => {
  it("userInfo and identity name the user", async () => {
    const sf = await connected(idp, codeLogin);
    const { id, organizationId, username } = idp.user;
    expect(await sf.session.userInfo()).toMatchObject({
      user_id: id,
      organization_id: organizationId,
      preferred_username: username,
    });
    expect(await sf.session.identity()).toMatchObject({
      user_id: id,
      organization_id: organizationId,
      username,
    });
  });
});

describe("signature of the token answer", () => {
  it("is refused where somebody has changed the answer on its way", async () => {
    const { clientId, clientSecret } = idp.apps.confidential;
    const changed = connect({
      environment: custom(idp.url),
      auth: clientCredentials({ clientId, clientSecret }),
      apiVersion: "66.0",
      retry: { times: 0 },
      transport: async (url, init) => {
        const answer = await fetch(url, init);
        const body = await answer.text();
        return new Response(body.replace("005xx000001X8UzAAK", "005xx000001EvilAAA"), answer);
      },
    });
    await expect(changed).rejects.toBeInstanceOf(AuthError);
  });
});
