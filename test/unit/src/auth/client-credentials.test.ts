import { inspect } from "node:util";
import { clientCredentials, isOrgtypeError, type Transport, tokenSet } from "orgtype";
import { describe, expect, it } from "vitest";
import { json, tokenAnswer } from "../../../support/fake-org.js";
import { optionsFor, smallOrg } from "../../../support/small-org.js";

/** Logs in at a token endpoint that answers so. */
async function login(answer: () => Response | Promise<Response>, times = 0) {
  let requests = 0;
  const transport: Transport = async () => {
    requests++;
    return answer();
  };
  const org = { transport, sent: [], logins: [] };
  const result = await smallOrg
    .connect(optionsFor(org, { retry: { times, firstDelayMs: 1 } }))
    .catch((error: unknown) => error);
  return { result, requests };
}

const html = (status: number) =>
  new Response("<html><head><title>Down for maintenance</title></head></html>", {
    status,
    headers: { "content-type": "text/html" },
  });
const refused =
  (error: string, error_description?: string, status = 400) =>
  () =>
    json({ error, ...(error_description && { error_description }) }, status);

describe("client credentials", () => {
  it.each([{}, { clientId: "a" }, { clientId: "a", clientSecret: "" }, { clientId: 5, clientSecret: "x" }])(
    "%o is refused before anything is sent",
    (options) => {
      expect(() => clientCredentials(options as { clientId: string; clientSecret: string })).toThrow(
        expect.objectContaining({ name: "SettingsError", code: "settings.auth" }),
      );
    },
  );

  it.each([
    ["invalid_grant", "request not supported on this domain", "myDomain("],
    ["invalid_grant", "no client credentials user enabled", "Run As"],
    ["invalid_grant", "client credentials flow not enabled", "client credentials flow"],
    ["invalid_grant", "expired access/refresh token", "log in again"],
    ["invalid_grant", "expired authorization code", "code"],
    ["invalid_grant", "user hasn't approved this consumer", "pre-authorise"],
    ["invalid_grant", "ip restricted", "addresses"],
    ["invalid_grant", "login rate exceeded", "share"],
    ["invalid_grant", "inactive user", "not active"],
    ["invalid_grant", "authentication failure", "login history"],
    ["invalid_client_id", "client identifier invalid", "clientId"],
    ["invalid_client", "invalid client credentials", "clientSecret"],
    ["invalid_app_access", "user is not admin approved to access this app", "administrator"],
    ["oauth_flow_disabled", undefined, "turned off"],
    ["unsupported_grant_type", "grant type not supported", "turned off"],
  ])("a refusal says what to do: %s, %s", async (oauthError, description, fix) => {
    const { result, requests } = await login(refused(oauthError, description), 3);
    expect(result).toMatchObject({
      name: "AuthError",
      code: "auth.refused",
      oauthError,
      description,
      hint: expect.stringContaining(fix),
      message: expect.stringContaining("acme.my.salesforce.com"),
    });
    expect(requests).toBe(1);
  });

  it("a refusal that is not known has no made-up hint", async () => {
    expect((await login(refused("brand_new"))).result).toMatchObject({
      name: "AuthError",
      oauthError: "brand_new",
      hint: undefined,
    });
  });

  it.each<[string, () => Response, string, string]>([
    ["an HTML page, 200", () => html(200), "AuthError", "auth.answer"],
    ["an HTML page, 400", () => html(400), "AuthError", "auth.answer"],
    ["an HTML page, 401", () => html(401), "AuthError", "auth.answer"],
    ["an HTML page, 404", () => html(404), "AuthError", "auth.answer"],
    ["an HTML page, 500", () => html(500), "ConnectionError", "connection.login"],
    ["an HTML page, 503", () => html(503), "ConnectionError", "connection.login"],
    ["JSON without a token", () => json({ ok: true }), "AuthError", "auth.answer"],
    ["no instance_url", () => json({ access_token: "t", token_type: "Bearer" }), "AuthError", "auth.answer"],
    [
      "an unencrypted instance_url",
      () => json(tokenAnswer("t", "http://acme.example")),
      "AuthError",
      "auth.answer",
    ],
    ["a token that breaks headers", () => json(tokenAnswer("t0ken\r\nX: y")), "AuthError", "auth.answer"],
    [
      "a challenge",
      () => new Response(null, { status: 401, headers: { "www-authenticate": "Basic realm=x" } }),
      "AuthError",
      "auth.answer",
    ],
  ])("%s is no login", async (_, answer, name, code) => {
    const { result } = await login(answer);
    expect(result).toMatchObject({ name, code });
    expect(inspect(result, { depth: 20, showHidden: true })).not.toMatch(/t0ken|s3cret/);
  });

  it("a redirect is not followed, but named", async () => {
    const { result, requests } = await login(
      () =>
        new Response(null, {
          status: 302,
          headers: { location: "https://new.my.salesforce.com/services/oauth2/token" },
        }),
    );
    expect(result).toMatchObject({
      name: "AuthError",
      code: "auth.redirect",
      hint: expect.stringContaining('custom("https://new.my.salesforce.com")'),
    });
    expect(requests).toBe(1);
  });

  it("a login server that is down for a moment is asked again", async () => {
    let count = 0;
    const { result, requests } = await login(() => (++count < 3 ? html(503) : json(tokenAnswer("t"))), 3);
    expect(result).not.toBeInstanceOf(Error);
    expect(requests).toBe(3);
  });

  it("no answer is a ConnectionError with the system's reason", async () => {
    const { result } = await login(() =>
      Promise.reject(
        new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ENOTFOUND" }) }),
      ),
    );
    expect(result).toMatchObject({
      name: "ConnectionError",
      message: expect.stringContaining("acme.my.salesforce.com (ENOTFOUND)"),
      hint: expect.stringContaining("environment"),
    });
  });

  it("an answer that is cut off is a ConnectionError", async () => {
    const cut = () => {
      const body = new ReadableStream({
        start: (controller) => controller.error(new TypeError("terminated")),
      });
      return new Response(body, { headers: { "content-type": "application/json" } });
    };
    expect((await login(cut)).result).toMatchObject({ name: "ConnectionError" });
  });

  it("a login that takes too long is a TimeoutError", async () => {
    const { transport } = { transport: () => new Promise<Response>(() => {}) };
    const org = { transport, sent: [], logins: [] };
    await expect(smallOrg.connect(optionsFor(org, { timeout: 20 }))).rejects.toMatchObject({
      name: "TimeoutError",
      afterMs: 20,
    });
  });
});

describe("a grant of one's own", () => {
  it.each([
    { accessToken: "a", instanceUrl: "http://acme.example" },
    { accessToken: "a\nb", instanceUrl: "https://acme.my.salesforce.com" },
  ])("cannot send its token anywhere: %o", async (tokens) => {
    const auth = { name: "own", start: async () => tokens };
    const org = { transport: () => Promise.reject(new Error("sent")), sent: [], logins: [] };
    await expect(smallOrg.connect(optionsFor(org, { auth }))).rejects.toMatchObject({
      name: "AuthError",
      code: "auth.answer",
    });
  });
});

describe("a token set", () => {
  const set = tokenSet({
    accessToken: "acc3ss",
    refreshToken: "r3fresh",
    instanceUrl: "https://a.my.salesforce.com/",
    scope: "api",
  });

  it("hides its secrets from logs, and gives them to who asks by name", () => {
    const seen =
      JSON.stringify(set) +
      inspect(set, { showHidden: true }) +
      JSON.stringify({ ...set }) +
      inspect({ ...set });
    expect(seen).not.toMatch(/acc3ss|r3fresh/);
    expect(seen).toContain("https://a.my.salesforce.com");
    expect([set.accessToken, set.refreshToken, set.instanceUrl]).toEqual([
      "acc3ss",
      "r3fresh",
      "https://a.my.salesforce.com",
    ]);
  });

  it("is refused where its token must not go", () => {
    for (const instanceUrl of ["http://a.example", "ftp://a.example", "", "a"]) {
      const error = (() => {
        try {
          return tokenSet({ accessToken: "a", instanceUrl });
        } catch (reason) {
          return reason;
        }
      })();
      expect(isOrgtypeError(error, "AuthError")).toBe(true);
    }
    expect(tokenSet({ accessToken: "a", instanceUrl: "http://127.0.0.1:80" }).instanceUrl).toBe(
      "http://127.0.0.1",
    );
  });
});
