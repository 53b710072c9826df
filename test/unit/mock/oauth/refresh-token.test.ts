import { createOrg, type Org } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { addUser, oauthClient } from "./oauth-client.js";

let org: Org;
let time: Date;
let client: ReturnType<typeof oauthClient>;

beforeEach(() => {
  time = new Date("2026-05-06T07:08:09.000Z");
  org = createOrg({ now: () => time });
  client = oauthClient(org);
});

const dead = {
  status: 400,
  body: { error: "invalid_grant", error_description: "expired access/refresh token" },
};
const ENDED = { status: 401, body: [{ errorCode: "INVALID_SESSION_ID" }] };

describe("the refresh grant", () => {
  it("gives a new access token, and keeps the refresh token", async () => {
    const first = await client.tokens({ scope: "api refresh_token" });
    const { status, body } = await client.refresh(first.refresh_token);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("refresh_token");
    expect(body.access_token).not.toBe(first.access_token);
    expect({ ...body, access_token: "" }).toEqual({
      ...first,
      access_token: "",
      refresh_token: undefined,
    });
    expect((await client.rest(first.access_token)).status).toBe(200);
    expect((await client.rest(body.access_token)).status).toBe(200);
    expect((await client.refresh(first.refresh_token)).status).toBe(200);
  });

  it("refuses unknown tokens, those of another app, and requests without one", async () => {
    const { refresh_token } = await client.tokens();
    expect(await client.refresh("5Aep861Never")).toMatchObject(dead);
    const other = org.oauth.registerApp();
    const form = {
      grant_type: "refresh_token",
      refresh_token,
      client_id: other.clientId,
      client_secret: other.clientSecret,
    };
    expect(await client.token(form)).toMatchObject(dead);
    expect((await client.token({ grant_type: "refresh_token" })).body.error).toBe("invalid_request");
    expect((await client.refresh(refresh_token)).status).toBe(200);
  });

  it("outlives the end of all sessions", async () => {
    const { access_token, refresh_token } = await client.tokens();
    org.expireSessions();
    expect(await client.rest(access_token)).toMatchObject(ENDED);
    const { body } = await client.refresh(refresh_token);
    expect((await client.rest(body.access_token)).status).toBe(200);
  });

  it("refuses inactive users, whose sessions end too", async () => {
    addUser(org, "second@example.com", "pw-second");
    const { access_token, refresh_token } = await client.tokens();
    const { user_id } = (await client.rest(access_token, "/services/oauth2/userinfo")).body;
    const response = await org.fetch(`${org.url}/services/data/v66.0/sobjects/User/${user_id}`, {
      method: "PATCH",
      headers: { Authorization: `Bearer ${access_token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ IsActive: false }),
    });
    expect(response.status).toBe(204);
    expect((await client.refresh(refresh_token)).body).toEqual({
      error: "invalid_grant",
      error_description: "inactive user",
    });
    expect(await client.rest(access_token)).toMatchObject(ENDED);
    expect(await client.introspect(access_token)).toEqual({ active: false });
  });
});

describe("rotation", () => {
  beforeEach(() => {
    org.oauth.policies.rotateRefreshTokens = true;
  });

  it("gives another refresh token with each refresh", async () => {
    const first = await client.tokens();
    const second = (await client.refresh(first.refresh_token)).body;
    expect(second.refresh_token).toMatch(/^5Aep861/);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const third = (await client.refresh(second.refresh_token)).body;
    for (const { access_token } of [first, second, third]) {
      expect((await client.rest(access_token)).status).toBe(200);
    }
  });

  it("takes a rotated-out token for stolen: it ends the current one and all access tokens", async () => {
    const other = await client.tokens();
    const first = await client.tokens();
    const second = (await client.refresh(first.refresh_token)).body;
    expect(await client.refresh(first.refresh_token)).toMatchObject(dead);
    expect(await client.refresh(second.refresh_token)).toMatchObject(dead);
    expect(await client.rest(first.access_token)).toMatchObject(ENDED);
    expect(await client.rest(second.access_token)).toMatchObject(ENDED);
    expect((await client.rest(other.access_token)).status).toBe(200);
    expect((await client.refresh(other.refresh_token)).status).toBe(200);
  });

  it("lets one of two concurrent refreshes win, whereupon both are out", async () => {
    const { refresh_token } = await client.tokens();
    const answers = await Promise.all([client.refresh(refresh_token), client.refresh(refresh_token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const won = answers.find(({ status }) => status === 200)?.body;
    expect(await client.refresh(won.refresh_token)).toMatchObject(dead);
  });
});

describe("the most of a user's refresh tokens for an app", () => {
  it("is five: the sixth login ends the oldest", async () => {
    const logins = [];
    for (let count = 0; count < 6; count++) logins.push(await client.tokens());
    const [oldest, ...others] = logins;
    expect(await client.refresh(oldest.refresh_token)).toMatchObject(dead);
    expect(await client.rest(oldest.access_token)).toMatchObject(ENDED);
    for (const login of others) expect((await client.refresh(login.refresh_token)).status).toBe(200);
  });
});

describe("revoke", () => {
  it("ends an access token, and leaves its refresh token", async () => {
    const { access_token, refresh_token } = await client.tokens();
    const answer = await client.revoke(access_token);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: "" });
    expect(await client.rest(access_token)).toMatchObject(ENDED);
    expect((await client.refresh(refresh_token)).status).toBe(200);
  });

  it("ends a refresh token with its access tokens, by GET too", async () => {
    const first = await client.tokens();
    const { access_token } = (await client.refresh(first.refresh_token)).body;
    const response = await org.fetch(
      `${org.url}/services/oauth2/revoke?${new URLSearchParams({ token: first.refresh_token })}`,
    );
    expect(response.status).toBe(200);
    expect(await client.refresh(first.refresh_token)).toMatchObject(dead);
    for (const token of [first.access_token, access_token]) {
      expect(await client.rest(token)).toMatchObject(ENDED);
    }
  });

  it("refuses in form-encoded words", async () => {
    const answer = await client.revoke("[object Object]");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Content-Type")).toBe("application/x-www-form-urlencoded");
    expect(answer.body).toBe(
      "error=unsupported_token_type&error_description=this%20token%20type%20is%20not%20supported",
    );
    const { access_token } = await client.tokens();
    await client.revoke(access_token);
    expect((await client.revoke(access_token)).body).toMatch(/^error=invalid_token&/);
  });
});

describe("introspect", () => {
  it("tells an app the end of its tokens, which use puts off", async () => {
    const { access_token, refresh_token, id } = await client.tokens({ scope: "api refresh_token" });
    const seconds = time.getTime() / 1000;
    const { username, clientId } = org.credentials;
    const known = {
      active: true,
      scope: "api refresh_token",
      client_id: clientId,
      username,
      sub: id,
      iat: seconds,
      nbf: seconds,
    };
    const token = { ...known, token_type: "access_token", exp: seconds + 7200 };
    expect(await client.introspect(access_token)).toEqual(token);
    expect(await client.introspect(refresh_token)).toEqual({ ...known, token_type: "refresh_token" });

    time = new Date(time.getTime() + 3_600_000);
    expect((await client.introspect(access_token)).exp).toBe(seconds + 7200);
    await client.rest(access_token);
    expect((await client.introspect(access_token)).exp).toBe(seconds + 3600 + 7200);
  });

  it("needs the secret, and says nothing of other apps' tokens", async () => {
    const { access_token } = await client.tokens();
    const form = { token: access_token, ...client.client, client_secret: "" };
    expect((await client.post("/services/oauth2/introspect", form)).body.error).toBe("invalid_client");
    const other = org.oauth.registerApp();
    const theirs = { token: access_token, client_id: other.clientId, client_secret: other.clientSecret };
    expect((await client.post("/services/oauth2/introspect", theirs)).body).toEqual({ active: false });
    expect(await client.introspect("nothing")).toEqual({ active: false });
  });
});

describe("the session timeout", () => {
  it("ends a session that is not used, by the org's clock", async () => {
    const { access_token } = await client.tokens();
    org.oauth.policies.sessionTimeoutMs = 60_000;
    time = new Date(time.getTime() + 60_000);
    expect((await client.rest(access_token)).status).toBe(200);
    time = new Date(time.getTime() + 60_000);
    expect((await client.rest(access_token)).status).toBe(200);
    time = new Date(time.getTime() + 60_001);
    expect(await client.introspect(access_token)).toEqual({ active: false });
    expect(await client.rest(access_token)).toMatchObject(ENDED);
    expect((await client.rest(org.credentials.accessToken)).status).toBe(200);
  });
});

describe("scopes", () => {
  it("of a session without api: not for the REST API, but for the identity", async () => {
    const { access_token } = await client.tokens({ scope: "openid id" });
    expect(await client.rest(access_token)).toEqual({
      status: 401,
      body: [
        {
          errorCode: "INVALID_SESSION_ID",
          message: "This session is not valid for use with the REST API",
        },
      ],
    });
    expect((await client.rest(access_token, "/services/oauth2/userinfo")).status).toBe(200);
  });
});
