import { inspect } from "node:util";
import {
  type ConnectionSettings,
  connect,
  custom,
  defaultScopes,
  defineConnection,
  type Flow,
  myDomain,
  production,
  type SettingName,
  sandbox,
  settingRules,
} from "orgtype";
import { describe, expect, it } from "vitest";
import { json, tokenAnswer } from "../../../support/fake-org.js";

const ACME = "https://acme.my.salesforce.com";
const DEV1 = "https://acme--dev1.sandbox.my.salesforce.com";
const LOGIN = "https://login.salesforce.com";
const TEST = "https://test.salesforce.com";

const complete: Record<Flow, ConnectionSettings> = {
  "authorization-code": { name: "crm", flow: "authorization-code", endpointUrl: ACME, clientId: "key" },
  password: {
    name: "crm",
    flow: "password",
    endpointUrl: ACME,
    clientId: "key",
    clientSecret: "s3cret",
    username: "ada@acme.com",
    password: "p4ss",
  },
  "client-credentials": {
    name: "crm",
    flow: "client-credentials",
    endpointUrl: ACME,
    clientId: "key",
    clientSecret: "s3cret",
  },
};
const flows = Object.keys(complete) as Flow[];
const values: Record<SettingName, unknown> = {
  name: "crm",
  endpointUrl: ACME,
  clientId: "key",
  clientSecret: "s3cret",
  username: "ada@acme.com",
  password: "p4ss",
  securityToken: "t0ken",
  authorizationUrl: `${ACME}/services/oauth2/authorize`,
  redirectUri: "http://localhost:1717/callback",
  tokenUrl: `${ACME}/services/oauth2/token`,
  scopes: ["api"],
  environment: "production",
};

function errorOf(settings: object): unknown {
  try {
    defineConnection(settings as ConnectionSettings);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe.each(flows)("the settings of %s", (flow) => {
  const names = Object.keys(settingRules) as SettingName[];
  const withNeed = (need: string) => names.filter((name) => settingRules[name].needs[flow] === need);

  it.each(withNeed("required"))("needs %s", (name) => {
    const { [name]: _, ...rest } = complete[flow] as unknown as Record<string, unknown>;
    expect(errorOf(rest)).toMatchObject({
      name: "SettingsError",
      code: "settings.connection",
      message: expect.stringContaining(`\`${name}\` is missing for "${flow}"`),
      hint: settingRules[name].hint,
    });
  });

  it.each(withNeed("optional"))("may have %s", (name) => {
    expect(errorOf({ ...complete[flow], [name]: values[name] })).toBeUndefined();
    expect(errorOf({ ...complete[flow], [name]: undefined })).toBeUndefined();
  });

  it.each(withNeed("none"))("has no %s", (name) => {
    expect(errorOf({ ...complete[flow], [name]: values[name] })).toMatchObject({
      name: "SettingsError",
      message: expect.stringContaining(`The flow "${flow}" has no setting \`${name}\``),
    });
  });

  it.each([...withNeed("required"), ...withNeed("optional")])("a wrong %s is named, not shown", (name) => {
    for (const value of ["", 5, null, ["a b"]]) {
      const error = errorOf({ ...complete[flow], [name]: value });
      expect(error).toMatchObject({ name: "SettingsError", message: expect.stringContaining(name) });
      expect(inspect(error)).not.toMatch(/s3cret|p4ss/);
    }
  });
});

describe("other settings that are wrong", () => {
  it.each<[string, object, string]>([
    ["no flow", { ...complete.password, flow: undefined }, '"authorization-code", "password"'],
    ["a flow that is none", { ...complete.password, flow: "implicit" }, '"client-credentials"'],
    ["a flow that every object has", { ...complete.password, flow: "toString" }, '"client-credentials"'],
    ["a name that is none", { ...complete.password, clientID: "key" }, "clientId"],
    ["a Lightning URL", { ...complete.password, endpointUrl: "https://acme.lightning.force.com" }, ACME],
    ["a Setup URL", { ...complete.password, endpointUrl: "https://acme.my.salesforce-setup.com" }, ACME],
    ["an unencrypted URL", { ...complete.password, endpointUrl: "http://acme.my.salesforce.com" }, ACME],
    ["an unencrypted token URL", { ...complete.password, tokenUrl: "http://login.salesforce.com/x" }, LOGIN],
    [
      "an authorization URL of the user interface",
      { ...complete["authorization-code"], authorizationUrl: "https://acme.lightning.force.com/x" },
      ACME,
    ],
    ["an environment that is none", { ...complete.password, environment: {} }, "production()"],
  ])("%s", (_, settings, fix) => {
    expect(errorOf(settings)).toMatchObject({ name: "SettingsError", hint: expect.stringContaining(fix) });
  });

  it("a wrong URL names the setting it stands in", () => {
    expect(errorOf({ ...complete.password, endpointUrl: "acme" })).toMatchObject({
      message: expect.stringMatching(/^endpointUrl/),
    });
  });
});

describe("where a connection logs in", () => {
  const of = (flow: Flow, endpointUrl: string, environment?: ConnectionSettings["environment"]) =>
    defineConnection({
      ...complete[flow],
      endpointUrl,
      ...(environment !== undefined && { environment }),
    } as ConnectionSettings).environment;

  it.each<[string, Flow, string, ConnectionSettings["environment"], string, boolean]>([
    ["the endpoint's host by default", "password", ACME, undefined, ACME, true],
    ["the endpoint's host by default", "client-credentials", DEV1, undefined, DEV1, false],
    ["a My Domain serves production", "authorization-code", ACME, "production", ACME, true],
    ["a sandbox's My Domain serves the sandbox", "password", DEV1, "sandbox", DEV1, false],
    ["sandbox is one value", "password", ACME, "sandbox", TEST, false],
    ["sandbox is one value", "authorization-code", LOGIN, "sandbox", TEST, false],
    ["sandbox is one value", "password", LOGIN, sandbox(), TEST, false],
    ["production is one value", "password", DEV1, "production", LOGIN, true],
    ["production is one value", "authorization-code", TEST, production(), LOGIN, true],
    ["one sandbox is one value", "client-credentials", ACME, sandbox("acme", "dev1"), DEV1, false],
    ["one org is one value", "client-credentials", DEV1, myDomain("acme"), ACME, true],
    ["client credentials: the endpoint's host", "client-credentials", ACME, production(), ACME, true],
    ["client credentials: the endpoint's host", "client-credentials", DEV1, "sandbox", DEV1, false],
    ["client credentials: login. if it must be", "client-credentials", LOGIN, "production", LOGIN, true],
    [
      "a host of one's own is either",
      "password",
      "https://crm.example",
      "sandbox",
      "https://crm.example",
      true,
    ],
    [
      "this machine is either",
      "client-credentials",
      "http://127.0.0.1:80",
      "production",
      "http://127.0.0.1",
      false,
    ],
    ["an environment decides", "password", ACME, custom("https://crm.example"), "https://crm.example", true],
  ])("%s: %s at %s", (_, flow, endpointUrl, environment, loginUrl, isProduction) => {
    expect(of(flow, endpointUrl, environment)).toMatchObject({
      loginUrl,
      tokenUrl: `${loginUrl}/services/oauth2/token`,
      authorizationUrl: `${loginUrl}/services/oauth2/authorize`,
      isProduction,
    });
  });

  it.each([
    [ACME, "sandbox", "is a sandbox, and `endpointUrl` is a host of production"],
    [DEV1, "production", "is production, and `endpointUrl` is a host of a sandbox"],
  ] as const)(
    "client credentials cannot change from %s to %s: they need the org's host",
    (endpointUrl, environment, says) => {
      expect(errorOf({ ...complete["client-credentials"], endpointUrl, environment })).toMatchObject({
        name: "SettingsError",
        message: expect.stringContaining(says),
        hint: expect.stringContaining('sandbox("acme", "dev1")'),
      });
    },
  );

  it("URLs of one's own win", () => {
    const { environment } = defineConnection({
      name: "crm",
      flow: "authorization-code",
      endpointUrl: ACME,
      clientId: "key",
      tokenUrl: "https://login.salesforce.com/services/oauth2/token",
      authorizationUrl: "https://sso.example/authorize/",
    });
    expect(environment).toMatchObject({
      loginUrl: ACME,
      tokenUrl: "https://login.salesforce.com/services/oauth2/token",
      authorizationUrl: "https://sso.example/authorize",
    });
  });
});

describe("a connection", () => {
  it("is spread into connect, and sends what its flow has", async () => {
    const sent: Record<Flow, Record<string, string>[]> = {
      "authorization-code": [],
      password: [],
      "client-credentials": [],
    };
    for (const flow of ["password", "client-credentials"] as const) {
      const sf = await connect({
        ...defineConnection({
          ...complete[flow],
          ...(flow === "password" && { securityToken: "t0ken" }),
        } as ConnectionSettings),
        transport: async (_, init) => {
          sent[flow].push(Object.fromEntries(new URLSearchParams(String(init.body))));
          return json(tokenAnswer("a"));
        },
        apiVersion: "66.0",
      });
      expect(sf.session.instanceUrl).toBe(ACME);
    }
    const app = { client_id: "key", client_secret: "s3cret" };
    expect(sent.password).toEqual([
      {
        grant_type: "password",
        ...app,
        username: "ada@acme.com",
        password: "p4sst0ken",
        scope: "api refresh_token",
      },
    ]);
    expect(sent["client-credentials"]).toEqual([{ grant_type: "client_credentials", ...app, scope: "api" }]);
  });

  it("of the authorization code can log in", async () => {
    const { auth, name, flow } = defineConnection({
      name: "crm",
      flow: "authorization-code",
      endpointUrl: ACME,
      clientId: "key",
    });
    const { searchParams } = new URL(await auth.authorizationUrl());
    expect([name, flow]).toEqual(["crm", "authorization-code"]);
    expect(searchParams.get("redirect_uri")).toBe("http://localhost:1717/callback");
    expect(searchParams.get("scope")).toBe(defaultScopes["authorization-code"].join(" "));
  });

  it("says what to do where the server does not take client credentials at that host", async () => {
    const connecting = connect({
      ...defineConnection({
        ...complete["client-credentials"],
        tokenUrl: `${LOGIN}/services/oauth2/token`,
      } as ConnectionSettings),
      transport: async () =>
        json({ error: "invalid_grant", error_description: "request not supported on this domain" }, 400),
      apiVersion: "66.0",
    });
    await expect(connecting).rejects.toMatchObject({
      name: "AuthError",
      hint: expect.stringContaining("My Domain"),
    });
  });

  it("shows no secret when it is printed", () => {
    for (const flow of flows) {
      const connection = defineConnection(complete[flow]);
      expect(inspect(connection, { depth: 10, showHidden: true }) + JSON.stringify(connection)).not.toMatch(
        /s3cret|p4ss/,
      );
    }
  });
});
