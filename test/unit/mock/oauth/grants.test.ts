import { execFileSync } from "node:child_process";
import { createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrg, type Org } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.js";
import { addUser, oauthClient, pass } from "./oauth-client.js";

/** Not a dependency: what needs it is skipped where it is absent. */
const OPENSSL = "openssl";

function hasOpenssl(): boolean {
  try {
    execFileSync(OPENSSL, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

let org: Org;
let time: Date;
let client: ReturnType<typeof oauthClient>;

beforeEach(() => {
  time = new Date("2026-05-06T07:08:09.000Z");
  org = createOrg({ now: () => time });
  client = oauthClient(org);
});

const refused = (error: string, error_description: string) => ({
  status: 400,
  body: { error, error_description },
});

describe("the username-password grant", () => {
  const logIn = (form: Record<string, string> = {}) => {
    const { username, password, securityToken } = org.credentials;
    return client.token({ grant_type: "password", username, password: password + securityToken, ...form });
  };
  const failure = refused("invalid_grant", "authentication failure");

  it("takes the password followed by the security token, and gives no refresh token", async () => {
    const { status, body } = await logIn();
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("refresh_token");
    expect((await client.rest(body.access_token)).status).toBe(200);
    expect((await logIn({ username: org.credentials.username.toUpperCase() })).status).toBe(200);
  });

  it.each([
    ["without the security token", () => ({ password: org.credentials.password })],
    ["a wrong password", () => ({ password: `x${org.credentials.securityToken}` })],
    ["nobody", () => ({ username: "nobody@example.com" })],
  ])("refuses %s", async (_what, form) => {
    expect(await logIn(form())).toMatchObject(failure);
  });

  it("does without the security token in a trusted network", async () => {
    org.oauth.policies.trustedNetwork = true;
    expect((await logIn({ password: org.credentials.password })).status).toBe(200);
    expect((await logIn()).status).toBe(200);
  });

  it("says of a blocked flow what it says of a wrong password", async () => {
    org.oauth.policies.passwordFlow = false;
    expect(await logIn()).toMatchObject(failure);
  });

  it("always needs the client's secret", async () => {
    org.oauth.policies.requireSecret = false;
    expect(await logIn({ client_secret: "" })).toMatchObject(
      refused("invalid_client", "invalid client credentials"),
    );
  });

  it("logs other users in, whose records are theirs", async () => {
    const id = addUser(org, "second@example.com", "pw-second");
    const { body } = await logIn({ username: "Second@Example.com", password: "pw-second" });
    expect(body.id.endsWith(`/${id}`)).toBe(true);
    const headers = { Authorization: `Bearer ${body.access_token}`, "Content-Type": "application/json" };
    const created = await org.fetch(`${org.url}/services/data/v66.0/composite`, {
      method: "POST",
      headers,
      body: JSON.stringify({
        compositeRequest: [
          {
            method: "POST",
            url: "/services/data/v66.0/sobjects/Account",
            referenceId: "one",
            body: { Name: "Theirs" },
          },
        ],
      }),
    });
    expect(created.status).toBe(200);
    expect(org.records("Account")).toMatchObject([{ Name: "Theirs", OwnerId: id, CreatedById: id }]);
  });

  it("refuses inactive users who know their password", async () => {
    const id = addUser(org, "second@example.com", "pw-second");
    await org.fetch(`${org.url}/services/data/v66.0/sobjects/User/${id}`, {
      method: "PATCH",
      headers: {
        Authorization: `Bearer ${org.credentials.accessToken}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ IsActive: false }),
    });
    const form = { username: "second@example.com", password: "pw-second" };
    expect(await logIn(form)).toMatchObject(refused("invalid_grant", "inactive user"));
    expect(await logIn({ ...form, password: "wrong" })).toMatchObject(failure);
  });
});

describe("the client credentials grant", () => {
  const logIn = () => client.token({ grant_type: "client_credentials" });

  it("needs a run-as user", async () => {
    org.oauth.app.runAs = null;
    expect(await logIn()).toMatchObject(refused("invalid_grant", "no client credentials user enabled"));
    const id = addUser(org, "robot@example.com", "unused");
    org.oauth.app.runAs = "robot@example.com";
    expect((await logIn()).body.id.endsWith(id)).toBe(true);
  });

  it("gives a token that REST refuses where the app has no api scope", async () => {
    org.oauth.app.scopes = ["openid", "refresh_token"];
    const { body } = await logIn();
    expect(body).not.toHaveProperty("refresh_token");
    expect((await client.rest(body.access_token)).status).toBe(401);
  });
});

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

function signed(claims: object, { privateKey = keys.privateKey, alg = "RS256" } = {}): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg })}.${part(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(privateKey).toString("base64url")}`;
}

describe("the JWT bearer grant", () => {
  const claims = () => ({
    iss: org.credentials.clientId,
    sub: org.credentials.username,
    aud: "https://login.salesforce.com",
    exp: time.getTime() / 1000 + 180,
  });
  const logIn = (assertion: string) =>
    client.post("/services/oauth2/token", {
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion,
    });

  beforeEach(() => {
    org.oauth.app.publicKey = keys.publicKey;
  });

  it("needs the user's approval first", async () => {
    expect(await logIn(signed(claims()))).toMatchObject(
      refused("invalid_grant", "user hasn't approved this consumer"),
    );
    await client.logIn({ scope: "api id refresh_token" });
    const { status, body } = await logIn(signed(claims()));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(["access_token", "id", "instance_url", "scope", "token_type"]);
    expect(body.scope).toBe("api id");
    expect((await client.rest(body.access_token)).status).toBe(200);
  });

  it("takes an administrator's approval, and an approval made by a test", async () => {
    org.oauth.policies.preauthorized = true;
    expect((await logIn(signed(claims()))).status).toBe(200);
    org.oauth.policies.preauthorized = false;
    org.oauth.approve(org.credentials.username);
    expect((await logIn(signed(claims()))).status).toBe(200);
    expect(() => org.oauth.approve("nobody@example.com")).toThrow("nobody@example.com");
  });

  it.each([
    ["another issuer", { iss: "nobody" }, "invalid_client_id", "client identifier invalid"],
    ["another audience", { aud: "https://example.com" }, "invalid_grant", "Audience validation failed"],
    ["a late one", { exp: 1 }, "invalid_grant", "expired authorization code"],
    ["one that lives too long", { exp: 9_999_999_999 }, "invalid_grant", "invalid assertion"],
    ["one without an end", { exp: undefined }, "invalid_grant", "invalid assertion"],
    ["a stranger", { sub: "no@example.com" }, "invalid_grant", "user hasn't approved this consumer"],
  ])("refuses %s", async (_what, change, error, description) => {
    org.oauth.policies.preauthorized = true;
    expect(await logIn(signed({ ...claims(), ...change }))).toMatchObject(refused(error, description));
  });

  it("refuses other signatures, other algorithms, and what is no JWT", async () => {
    org.oauth.policies.preauthorized = true;
    const invalid = refused("invalid_grant", "invalid assertion");
    const other = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    expect(await logIn(signed(claims(), other))).toMatchObject(invalid);
    expect(await logIn(signed(claims(), { alg: "none" }))).toMatchObject(invalid);
    expect(await logIn("not.a-jwt")).toMatchObject(invalid);
    org.oauth.app.publicKey = undefined;
    expect(await logIn(signed(claims()))).toMatchObject(invalid);
  });

  it("takes the org's own address as audience, and the older name of the subject", async () => {
    org.oauth.policies.preauthorized = true;
    const { sub, ...rest } = claims();
    const assertion = signed({ ...rest, prn: sub, sub: "ignored@example.com", aud: org.url });
    expect((await logIn(assertion)).status).toBe(200);
  });

  it("knows the key by a JWK", async () => {
    org.oauth.policies.preauthorized = true;
    const key = await crypto.subtle.importKey(
      "spki",
      Buffer.from(keys.publicKey.replaceAll(/-----.*-----|\s/g, ""), "base64"),
      { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
      true,
      ["verify"],
    );
    org.oauth.app.publicKey = await crypto.subtle.exportKey("jwk", key);
    expect((await logIn(signed(claims()))).status).toBe(200);
  });

  it.skipIf(!hasOpenssl())("knows the key by a certificate that openssl made", async () => {
    const folder = mkdtempSync(join(tmpdir(), "orgtype-cert-"));
    const [keyFile, certificate] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    try {
      const subject = ["-subj", "/CN=orgtype/O=Embedded org"];
      const files = ["-keyout", keyFile, "-out", certificate];
      const options = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"];
      execFileSync(OPENSSL, [...options, ...files, ...subject], { stdio: "ignore" });
      org.oauth.policies.preauthorized = true;
      org.oauth.app.publicKey = readFileSync(certificate, "utf8");
      const assertion = signed(claims(), { privateKey: readFileSync(keyFile, "utf8") });
      expect((await logIn(assertion)).status).toBe(200);
      expect((await logIn(signed(claims()))).status).toBe(400);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("stands for a client's secret too", async () => {
    const { clientId } = org.credentials;
    const assertion = { ...claims(), sub: clientId, aud: `${org.url}/services/oauth2/token` };
    const logInAs = (client_assertion: string) =>
      client.post("/services/oauth2/token", {
        grant_type: "client_credentials",
        client_assertion,
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      });
    expect((await logInAs(signed(assertion))).status).toBe(200);
    expect(await logInAs(signed({ ...assertion, exp: 1 }))).toMatchObject(
      refused("invalid_client", "invalid client credentials"),
    );
  });
});

describe("the device flow", () => {
  const start = async () =>
    (
      await client.post("/services/oauth2/token", {
        response_type: "device_code",
        client_id: org.credentials.clientId,
        scope: "api refresh_token",
      })
    ).body;
  const poll = (code: string) =>
    client.post("/services/oauth2/token", {
      grant_type: "device",
      client_id: org.credentials.clientId,
      code,
    });
  const wait = (seconds: number) => {
    time = new Date(time.getTime() + seconds * 1000);
  };

  /** Enters the code, and goes on to the decision. */
  async function enter(userCode: string) {
    const browser = openBrowser(org.fetch);
    const login = await browser.open(`${org.url}/setup/connect?user_code=${userCode}`);
    const { username, password } = org.credentials;
    const form = await browser.press(login, "Login", { username, pw: password });
    return { browser, shown: await browser.press(form, "connect") };
  }

  it("gives the tokens once the user has allowed the device", async () => {
    const codes = await start();
    expect(codes).toEqual({
      device_code: expect.stringMatching(/==$/),
      user_code: expect.stringMatching(/^[A-Z0-9]{8}$/),
      verification_uri: `${org.url}/setup/connect`,
      interval: 5,
    });
    expect((await poll(codes.device_code)).body.error).toBe("authorization_pending");
    wait(4);
    expect((await poll(codes.device_code)).body.error).toBe("slow_down");
    wait(5);
    expect(await poll(codes.device_code)).toMatchObject({
      status: 400,
      body: { error: "authorization_pending" },
    });
    const { browser, shown } = await enter(codes.user_code.toLowerCase());
    expect(shown.html).toContain("Embedded App is asking to:");
    expect((await browser.press(shown, "oaapprove")).html).toContain("You&#39;re connected");
    wait(5);
    const { status, body } = await poll(codes.device_code);
    expect(status).toBe(200);
    expect(body.scope).toBe("api refresh_token");
    expect((await client.rest(body.access_token)).status).toBe(200);
    expect((await client.refresh(body.refresh_token)).status).toBe(200);
    expect((await poll(codes.device_code)).body.error).toBe("invalid_grant");
  });

  it("tells the device of a denial", async () => {
    const codes = await start();
    const { browser, shown } = await enter(codes.user_code);
    await browser.press(shown, "oadeny");
    expect(await poll(codes.device_code)).toMatchObject(
      refused("access_denied", "end-user denied authorization"),
    );
  });

  it("ends after ten minutes, and knows no other codes", async () => {
    const codes = await start();
    expect((await enter("WRONG123")).shown.html).toContain("not valid");
    wait(601);
    expect((await poll(codes.device_code)).body.error).toBe("invalid_grant");
    expect((await enter(codes.user_code)).shown.html).toContain("not valid");
    expect((await poll("nothing")).body.error).toBe("invalid_grant");
  });

  it("polls as often as a test allows", async () => {
    org.oauth.policies.deviceIntervalSeconds = 0;
    const { device_code, interval } = await start();
    expect(interval).toBe(0);
    for (let count = 0; count < 3; count++) {
      expect((await poll(device_code)).body.error).toBe("authorization_pending");
    }
  });
});

describe("the token exchange grant", () => {
  const exchange = (form: Record<string, string> = {}) =>
    client.token({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: "theirs",
      subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
      ...form,
    });

  it("asks the handler the request names", async () => {
    const asked: unknown[] = [];
    org.oauth.setTokenHandler("MyHandler", (request) => {
      asked.push(request);
      return request.subjectToken === "theirs" ? org.credentials.username : undefined;
    });
    const { status, body } = await exchange({ token_handler: "MyHandler" });
    expect(status).toBe(200);
    expect((await client.rest(body.access_token)).status).toBe(200);
    expect(asked).toEqual([
      {
        subjectToken: "theirs",
        subjectTokenType: "urn:ietf:params:oauth:token-type:access_token",
        clientId: org.credentials.clientId,
      },
    ]);
    const other = await exchange({ token_handler: "MyHandler", subject_token: "forged" });
    expect(other.body.error).toBe("invalid_grant");
    expect((await exchange()).body.error).toBe("invalid_request");
  });
});

describe("id tokens", () => {
  it("are signed with the key the org publishes", async () => {
    const { id_token, id } = await client.tokens({ scope: "openid", nonce: "n-1" });
    const { keys: published } = (await client.rest("", "/id/keys")).body;
    const [header = "", payload = "", signature = ""] = id_token.split(".");
    const { kid, alg } = JSON.parse(Buffer.from(header, "base64url").toString());
    expect(alg).toBe("RS256");
    const jwk = published.find((key: { kid: string }) => key.kid === kid);
    const key = await crypto.subtle.importKey(
      "jwk",
      jwk,
      { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
      false,
      ["verify"],
    );
    const valid = await crypto.subtle.verify(
      "RSASSA-PKCS1-v1_5",
      key,
      Buffer.from(signature, "base64url"),
      Buffer.from(`${header}.${payload}`),
    );
    expect(valid).toBe(true);
    const seconds = time.getTime() / 1000;
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
      iss: org.url,
      sub: id,
      aud: org.credentials.clientId,
      iat: seconds,
      exp: seconds + 120,
      nonce: "n-1",
    });
  });

  it("come with what discovery says of the org", async () => {
    const { body } = await client.rest("", "/.well-known/openid-configuration");
    expect(body).toMatchObject({
      issuer: org.url,
      token_endpoint: `${org.url}/services/oauth2/token`,
      jwks_uri: `${org.url}/id/keys`,
    });
  });
});

describe("the pages", () => {
  it("escape what they show of an app", async () => {
    org.oauth.app.name = `<b>"Bad"</b>`;
    const browser = openBrowser(org.fetch);
    const login = await browser.open(client.authorizeUrl());
    const { username, password } = org.credentials;
    const consent = await browser.press(login, "Login", { username, pw: password });
    expect(consent.html).toContain("&lt;b&gt;&quot;Bad&quot;&lt;/b&gt; is asking to:");
    expect((await pass(org, browser, consent)).sentTo).toBeDefined();
  });
});
