import { execFileSync } from "node:child_process";
import { createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOrg, type Org } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { oauthClient, refused } from "./oauth-client.js";

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
