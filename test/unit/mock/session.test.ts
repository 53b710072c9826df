import { createHmac } from "node:crypto";
import { createOrg, type Org } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { api, DATA } from "./api.js";

async function token(
  org: Org,
  form: Record<string, string>,
  headers: Record<string, string> = {},
  origin = org.url,
) {
  const response = await org.fetch(`${origin}/services/oauth2/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: await response.json() };
}

function clientForm(org: Org): Record<string, string> {
  const { clientId, clientSecret } = org.credentials;
  return { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
}

describe("the client credentials grant", () => {
  it("answers as Salesforce does, without an expiry", async () => {
    const now = new Date("2026-03-04T05:06:07.890Z");
    const org = createOrg({ now: () => now });
    const { status, body } = await token(org, clientForm(org));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual([
      "access_token",
      "id",
      "instance_url",
      "issued_at",
      "scope",
      "signature",
      "token_type",
    ]);
    expect(body).toMatchObject({
      instance_url: org.url,
      token_type: "Bearer",
      issued_at: String(now.getTime()),
      scope: "api web id openid",
    });
    expect(body.id).toMatch(new RegExp(`^${org.url}/id/00D\\w{15}/005\\w{15}$`));
    const signature = createHmac("sha256", org.credentials.clientSecret).update(body.id + body.issued_at);
    expect(body.signature).toBe(signature.digest("base64"));
    expect((await api(org, body.access_token).get("/limits")).status).toBe(200);
  });

  it("takes the client from HTTP Basic as well", async () => {
    const org = createOrg();
    const { clientId, clientSecret } = org.credentials;
    const headers = { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
    expect((await token(org, { grant_type: "client_credentials" }, headers)).status).toBe(200);
  });

  it.each([
    [{ client_id: "nobody" }, { error: "invalid_client_id", error_description: "client identifier invalid" }],
    [
      { client_secret: "wrong" },
      { error: "invalid_client", error_description: "invalid client credentials" },
    ],
    [
      { grant_type: "magic" },
      { error: "unsupported_grant_type", error_description: "grant type not supported" },
    ],
    [{ grant_type: "" }, { error: "unsupported_grant_type", error_description: "grant type not supported" }],
  ])("refuses %j", async (change, expected) => {
    const org = createOrg();
    const { status, body } = await token(org, { ...clientForm(org), ...change });
    expect(status).toBe(400);
    expect(body).toEqual(expected);
  });

  it("is refused at the hosts that serve every org", async () => {
    const org = createOrg();
    const { status, body } = await token(org, clientForm(org), {}, "https://login.salesforce.com");
    expect(status).toBe(400);
    expect(body).toEqual({
      error: "invalid_grant",
      error_description: "request not supported on this domain",
    });
  });
});

describe("sessions", () => {
  const ended = [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }];

  it("are asked for everywhere but at the list of versions", async () => {
    const org = createOrg();
    const noToken = api(org, "");
    expect((await noToken.get("/services/data")).status).toBe(200);
    for (const path of ["/sobjects", "/limits", "/nowhere", "/sobjects/Account/describe"]) {
      const { status, body } = await noToken.get(path);
      expect({ path, status, body }).toEqual({ path, status: 401, body: ended });
    }
  });

  it("end for every token so far, and a new login works", async () => {
    const org = createOrg();
    expect((await api(org).get("/limits")).status).toBe(200);
    org.expireSessions();
    const late = await api(org).get("/limits");
    expect(late.status).toBe(401);
    expect(late.body).toEqual(ended);
    const { body } = await token(org, clientForm(org));
    expect((await api(org, body.access_token).get("/limits")).status).toBe(200);
  });

  it("are refused apart where the header has another form", async () => {
    const org = createOrg();
    const { status, body } = await api(org).get("/limits", { Authorization: "Basic abc" });
    expect(status).toBe(401);
    expect(body).toEqual([{ message: "INVALID_HEADER_TYPE", errorCode: "INVALID_AUTH_HEADER" }]);
  });

  it("name their user at the identity url and in userinfo", async () => {
    const org = createOrg();
    const { get } = api(org);
    const map = await get(DATA);
    const who = await get(new URL(map.body.identity).pathname);
    expect(who.body).toMatchObject({ username: org.credentials.username, display_name: "Embedded User" });
    const info = await get("/services/oauth2/userinfo");
    expect(info.body).toMatchObject({ user_id: who.body.user_id, organization_id: who.body.organization_id });
    const user = await get(`/sobjects/User/${who.body.user_id}?fields=Username`);
    expect(user.body.Username).toBe(org.credentials.username);
  });
});

describe("the request log", () => {
  it("holds method, path and status, and nothing secret", async () => {
    const org = createOrg();
    await token(org, clientForm(org));
    await api(org).query("SELECT Id FROM Account");
    expect(org.requests).toEqual([
      { method: "POST", path: "/services/oauth2/token", status: 200, ms: expect.any(Number) },
      { method: "GET", path: `${DATA}/query`, status: 200, ms: expect.any(Number) },
    ]);
  });
});
