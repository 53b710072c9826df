import { createOrg, type Org } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { oauthClient } from "./oauth-client.js";

let org: Org;
let time: Date;
let client: ReturnType<typeof oauthClient>;

beforeEach(() => {
  time = new Date("2026-05-06T07:08:09.000Z");
  org = createOrg({ now: () => time });
  client = oauthClient(org);
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
