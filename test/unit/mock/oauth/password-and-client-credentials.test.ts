import { createOrg, type Org } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { addUser, oauthClient, refused } from "./oauth-client.js";

let org: Org;
let client: ReturnType<typeof oauthClient>;

beforeEach(() => {
  org = createOrg();
  client = oauthClient(org);
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
