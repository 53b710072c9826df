import { inspect } from "node:util";
import { connectionFromEnvironment } from "orgtype/node";
import { describe, expect, it } from "vitest";

const app = { ORGTYPE_URL: "https://acme.my.salesforce.com", ORGTYPE_CLIENT_ID: "key" };
const secret = { ORGTYPE_CLIENT_SECRET: "hush" };
const person = { ORGTYPE_USERNAME: "a@b.test", ORGTYPE_PASSWORD: "hush-hush" };

describe("connectionFromEnvironment", () => {
  it.each([
    ["client-credentials", "client_credentials", { ...app, ...secret }],
    ["client-credentials", "client_credentials", { ...app, ...secret, ORGTYPE_FLOW: "client-credentials" }],
    ["authorization-code", "authorization_code", { ...app, ORGTYPE_FLOW: "authorization-code" }],
    ["password", "password", { ...app, ...secret, ...person, ORGTYPE_FLOW: "password" }],
  ])("makes a connection of the flow %s", (flow, grant, environment) => {
    const connection = connectionFromEnvironment(environment);
    expect(connection).toMatchObject({
      name: "environment",
      flow,
      environment: { loginUrl: "https://acme.my.salesforce.com" },
      auth: { name: grant },
    });
    expect(inspect(connection, { depth: 9 })).not.toContain("hush");
  });

  it("takes what is optional, too", async () => {
    const connection = connectionFromEnvironment({
      ...app,
      ORGTYPE_FLOW: "authorization-code",
      ORGTYPE_NAME: "acme",
      ORGTYPE_URL: "https://acme.example.com",
      ORGTYPE_ENVIRONMENT: "sandbox",
      ORGTYPE_AUTHORIZATION_URL: "https://login.example.com/authorize",
      ORGTYPE_TOKEN_URL: "https://login.example.com/token",
      ORGTYPE_REDIRECT_URI: "http://localhost:4000/back",
      ORGTYPE_SCOPES: "api, web refresh_token",
    });
    expect(connection.name).toBe("acme");
    expect(connection.environment).toMatchObject({
      authorizationUrl: "https://login.example.com/authorize",
      tokenUrl: "https://login.example.com/token",
    });
    const { auth } = connection as { auth: { authorizationUrl?: () => Promise<string> } };
    const url = new URL((await auth.authorizationUrl?.()) ?? "");
    expect(url.searchParams.get("scope")).toBe("api web refresh_token");
    expect(url.searchParams.get("redirect_uri")).toBe("http://localhost:4000/back");
  });

  it.each([
    [{}, "Not set: ORGTYPE_URL, ORGTYPE_CLIENT_ID, ORGTYPE_CLIENT_SECRET."],
    [{ ...app, ORGTYPE_CLIENT_SECRET: "" }, "Not set: ORGTYPE_CLIENT_SECRET."],
    [{ ...app, ...secret, ORGTYPE_FLOW: "password" }, "Not set: ORGTYPE_USERNAME, ORGTYPE_PASSWORD."],
    [{ ...app, ...secret, ORGTYPE_FLOW: "saml" }, "ORGTYPE_FLOW is none of the three."],
    [{ ...app, ...secret, ...person }, "has no setting ORGTYPE_USERNAME."],
    [{ ...app, ...secret, ORGTYPE_URL: "https://acme.lightning.force.com" }, "ORGTYPE_URL: acme.lightning"],
    [{ ...app, ...secret, ORGTYPE_TOKEN_URL: "token" }, "ORGTYPE_TOKEN_URL"],
    [{ ...app, ...secret, ORGTYPE_ENVIRONMENT: "test" }, "ORGTYPE_ENVIRONMENT is of the wrong kind"],
  ])("says of %j what is missing or wrong, by its variable", (environment, problem) => {
    let error: unknown;
    try {
      connectionFromEnvironment(environment);
    } catch (reason) {
      error = reason;
    }
    expect(error).toMatchObject({ name: "SettingsError", message: expect.stringContaining(problem) });
    expect(String(error)).not.toContain("hush");
    expect(String(error)).not.toContain("defineConnection");
  });
});

describe("the callback URL of `orgtype login`", () => {
  it("is that of a connection without one", async () => {
    const { auth } = connectionFromEnvironment({ ...app, ORGTYPE_FLOW: "authorization-code" }) as {
      auth: { authorizationUrl?: () => Promise<string> };
    };
    const ofConnection = new URL((await auth.authorizationUrl?.()) ?? "").searchParams.get("redirect_uri");
    expect(ofConnection).toBe("http://localhost:1717/callback");
  });
});
