import { createPrivateKey, generateKeyPairSync, verify } from "node:crypto";
import { inspect } from "node:util";
import { connect, custom, type Environment, jwtBearer, type PrivateKey, sandbox } from "orgtype";
import { describe, expect, it } from "vitest";
import { failure, tokenServer } from "../token-server.js";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = String(privateKey.export({ type: "pkcs8", format: "pem" }));
const pkcs1 = String(privateKey.export({ type: "pkcs1", format: "pem" }));
const encrypted = String(
  privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" }),
);
const jwk = privateKey.export({ format: "jwk" }) as JsonWebKey;
const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });
const cryptoKey = await crypto.subtle.importKey(
  "jwk",
  jwk,
  { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" },
  false,
  ["sign"],
);

async function assertionOf(
  key: PrivateKey,
  environment: Environment = sandbox("acme", "dev1"),
  lifetimeMs?: number,
) {
  const server = tokenServer();
  server.instanceUrl = environment.loginUrl;
  await connect({
    environment,
    auth: jwtBearer({
      clientId: "key",
      username: "ada@acme.com.dev1",
      privateKey: key,
      ...(lifetimeMs !== undefined && { lifetimeMs }),
    }),
    transport: server.transport,
    apiVersion: "66.0",
  });
  return server.requests[0]?.form.assertion ?? "";
}

const part = (assertion: string, index: number) =>
  JSON.parse(Buffer.from(assertion.split(".")[index] ?? "", "base64url").toString());

describe("the assertion", () => {
  it.each<[string, PrivateKey]>([
    ["PEM", pem],
    ["PEM with \\n, as environment variables hold it", pem.replaceAll("\n", "\\n")],
    ["a JSON Web Key", jwk],
    ["a CryptoKey", cryptoKey],
  ])("is signed with RS256 by %s", async (_, key) => {
    const assertion = await assertionOf(key);
    const [header, payload, signature] = assertion.split(".");
    const isSigned = verify(
      "sha256",
      Buffer.from(`${header}.${payload}`),
      publicKey,
      Buffer.from(signature ?? "", "base64url"),
    );
    expect(isSigned).toBe(true);
    expect(part(assertion, 0)).toEqual({ alg: "RS256" });
  });

  it("is of the app, about the user, for the environment's audience, and ends soon", async () => {
    const before = Math.floor(Date.now() / 1000);
    const { exp, ...claims } = part(await assertionOf(pem), 1);
    expect(claims).toMatchObject({
      iss: "key",
      sub: "ada@acme.com.dev1",
      aud: "https://test.salesforce.com",
    });
    expect(claims).not.toHaveProperty("nbf");
    expect(exp - before).toBeGreaterThanOrEqual(119);
    expect(exp - before).toBeLessThanOrEqual(125);
  });

  it("follows the environment and the lifetime", async () => {
    const claims = part(await assertionOf(pem, custom("https://acme.my.salesforce.com"), 180_000), 1);
    expect(claims.aud).toBe("https://login.salesforce.com");
    expect(claims.exp - Date.now() / 1000).toBeGreaterThan(175);
    expect(claims.exp - Date.now() / 1000).toBeLessThanOrEqual(180);
  });

  it("is another one each time", async () => {
    expect(await assertionOf(pem)).not.toBe(await assertionOf(pem));
  });
});

describe("a key that cannot sign is refused, with what to do", () => {
  it.each<[string, unknown, string]>([
    ["PKCS#1", pkcs1, "openssl pkcs8 -topk8"],
    ["an encrypted one", encrypted, "openssl pkcs8 -topk8"],
    ["a public one", String(publicKey.export({ type: "spki", format: "pem" })), "private key"],
    ["no PEM", "MIIEvQ", "BEGIN PRIVATE KEY"],
    ["a file name", "key.pem", "content of the file"],
    ["an elliptic JSON Web Key", elliptic.privateKey.export({ format: "jwk" }), "RSA"],
    ["a public JSON Web Key", publicKey.export({ format: "jwk" }), "`d`"],
    ["nothing", undefined, "PEM"],
    ["a Node key", createPrivateKey(pem), "PEM"],
  ])("%s", async (_, key, fix) => {
    const make = () => jwtBearer({ clientId: "key", username: "u", privateKey: key as PrivateKey });
    const error = await failure(make);
    expect(error).toMatchObject({ name: "SettingsError", hint: expect.stringContaining(fix) });
  });

  it("a CryptoKey for another algorithm", async () => {
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-512" };
    const key = await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["sign"]);
    expect(await failure(() => jwtBearer({ clientId: "key", username: "u", privateKey: key }))).toMatchObject(
      {
        name: "SettingsError",
        hint: expect.stringContaining("SHA-256"),
      },
    );
  });

  it.each([
    ["an elliptic PEM", String(elliptic.privateKey.export({ type: "pkcs8", format: "pem" }))],
    ["a PEM of nonsense", "-----BEGIN PRIVATE KEY-----\nS3CRETKEY$\n-----END PRIVATE KEY-----"],
  ])("%s shows at the login, without the key", async (_, key) => {
    const error = await failure(assertionOf(key));
    expect(error).toMatchObject({ name: "SettingsError", message: expect.stringContaining("privateKey") });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("S3CRETKEY");
  });
});
