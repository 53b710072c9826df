import { inspect } from "node:util";
import {
  AuthError,
  ConnectionError,
  custom,
  type OrgtypeError,
  SessionExpiredError,
  TimeoutError,
} from "orgtype";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Idp, startIdp } from "../../support/idp/idp.js";
import { connected, type Login, logins } from "../../support/idp/logins.js";
import { PATHS } from "../../support/idp/paths.js";
import { keptSecrets } from "../../support/kept-secrets.js";

// Every grant against a real OAuth server, over real sockets: what happens at the first token and at a renewal.

let idp: Idp;
beforeEach(async () => {
  idp = await startIdp();
});
afterEach(() => idp.close());

const grantTypes = () => idp.exchanges.map(({ grantType }) => grantType);
const failureOf = (attempt: Promise<unknown>): Promise<OrgtypeError> =>
  attempt.then(
    () => {
      throw new Error("It should have failed.");
    },
    (error) => error,
  );

interface Failure {
  readonly name: string;
  readonly spoil: () => void;
  readonly errorClass: typeof OrgtypeError;
  readonly expected: Partial<AuthError>;
}

const failures: readonly Failure[] = [
  {
    name: "refusal",
    spoil: () => {
      idp.policies.refuse = { error: "invalid_grant", description: "ip restricted" };
    },
    errorClass: AuthError,
    expected: { code: "auth.refused", oauthError: "invalid_grant", description: "ip restricted" },
  },
  {
    name: "inactive user",
    spoil: () => {
      idp.policies.userInactive = true;
    },
    errorClass: AuthError,
    expected: { code: "auth.refused", oauthError: "invalid_grant", description: "inactive user" },
  },
  {
    name: "HTML answer",
    spoil: () => {
      idp.policies.htmlStatus = 200;
    },
    errorClass: AuthError,
    expected: { code: "auth.answer", oauthError: undefined },
  },
  {
    name: "HTML answer of a maintenance window",
    spoil: () => {
      idp.policies.htmlStatus = 503;
    },
    errorClass: ConnectionError,
    expected: { code: "connection.login" },
  },
  {
    name: "wrong host, which redirects",
    spoil: () => {
      idp.policies.movedTo = "http://127.0.0.1:9";
    },
    errorClass: AuthError,
    expected: { code: "auth.redirect" },
  },
];

function expectFailure(error: OrgtypeError, { errorClass, expected }: Failure): void {
  expect(error).toBeInstanceOf(errorClass);
  expect(error).toMatchObject(expected);
  const shown = `${error.message} ${JSON.stringify(error)} ${inspect(error, { showHidden: true, depth: 9 })}`;
  for (const secret of keptSecrets()) expect(shown.includes(secret)).toBe(false);
}

describe.each(logins)("$name", (login: Login) => {
  it("first token", async () => {
    const sf = await connected(idp, login);
    expect(grantTypes()).toEqual([login.firstGrant]);
    expect(sf.session.instanceUrl).toBe(idp.url);
    expect(sf.session.identityUrl).toBe(`${idp.url}/id/${idp.user.organizationId}/${idp.user.id}`);
  });

  it("renewal", async () => {
    const sf = await connected(idp, login);
    idp.expireAccessTokens();
    await expect(sf.limits.get()).resolves.toHaveProperty("DailyApiRequests");
    await sf.limits.get();
    expect(grantTypes()).toEqual([login.firstGrant, login.renewalGrant]);
  });

  it.each(failures)("$name at the first token", async (failure) => {
    const slips = { beforeTokens: failure.spoil };
    expectFailure(await failureOf(connected(idp, login, { slips })), failure);
    expect(idp.count(PATHS.token)).toBe(1);
    expect(idp.count(PATHS.limits)).toBe(0);
  });

  it.each(failures)("$name at the renewal", async (failure) => {
    const sf = await connected(idp, login);
    idp.expireAccessTokens();
    failure.spoil();
    expectFailure(await failureOf(sf.limits.get()), failure);
    expect(idp.count(PATHS.token)).toBe(2);
    expect(idp.count(PATHS.limits)).toBe(2);
  });

  it("goes on after a maintenance window", async () => {
    const sf = await connected(idp, login);
    idp.expireAccessTokens();
    idp.policies.htmlStatus = 503;
    await expect(sf.limits.get()).rejects.toBeInstanceOf(ConnectionError);
    idp.policies.htmlStatus = undefined;
    await expect(sf.limits.get()).resolves.toHaveProperty("DailyApiRequests");
  });

  it("wrong secret", async () => {
    const clientSecret = "not-the-secret-of-the-app";
    const error = await failureOf(connected(idp, login, { slips: { clientSecret } }));
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ oauthError: "invalid_client", description: "invalid client credentials" });
    expect(error.hint).toContain("clientSecret");
    expect(error.message).not.toContain(clientSecret);
  });

  it("wrong host, where nobody listens", async () => {
    const slips = { environment: custom("http://127.0.0.1:9") };
    const error = await failureOf(connected(idp, login, { slips }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(idp.count(PATHS.token)).toBe(0);
  });

  it("timeout", async () => {
    const sf = await connected(idp, login, { timeout: 500 });
    idp.expireAccessTokens();
    idp.policies.delayMs = 5_000;
    await expect(sf.limits.get()).rejects.toBeInstanceOf(TimeoutError);
    idp.policies.delayMs = 0;
    // Who comes while the slow login is still under way shares its end: a moment later there is a new one.
    const outcome = () => sf.limits.get().then(Object.keys, () => []);
    await expect.poll(outcome, { timeout: 5_000 }).toContain("DailyApiRequests");
  });

  it("abort, which ends no renewal that others wait for", async () => {
    const sf = await connected(idp, login);
    idp.expireAccessTokens();
    idp.policies.delayMs = 200;
    const controller = new AbortController();
    const reason = new Error("The user went away.");
    const aborted = failureOf(sf.limits.get({ signal: controller.signal }));
    const patient = sf.limits.get();
    setTimeout(() => controller.abort(reason), 100);
    expect(await aborted).toBe(reason);
    await expect(patient).resolves.toHaveProperty("DailyApiRequests");
    expect(idp.count(PATHS.token)).toBe(2);
  });

  it("100 concurrent calls with an expired token are one token request", async () => {
    const sf = await connected(idp, login, { concurrency: 100 });
    idp.expireAccessTokens();
    const before = idp.count(PATHS.token);
    const answers = await Promise.all(Array.from({ length: 100 }, () => sf.limits.get()));
    expect(answers).toHaveLength(100);
    expect(idp.count(PATHS.token) - before).toBe(1);
    // Each had its 401 and then its answer: no call waited for the others' renewal before it was sent.
    expect(idp.count(PATHS.limits)).toBe(1 + 200);
  });

  it("a renewal that never helps is one renewal, and an error without a wait", async () => {
    const sf = await connected(idp, login, { retry: { firstDelayMs: 60_000 } });
    idp.policies.apiRefusesAll = true;
    const before = idp.count(PATHS.token);
    await expect(sf.limits.get()).rejects.toBeInstanceOf(SessionExpiredError);
    expect(idp.count(PATHS.token) - before).toBe(1);
  });
});

describe("client credentials at a login host that all orgs share", () => {
  it("says to use the org's My Domain", async () => {
    idp.policies.sharedLoginHost = true;
    const login = logins.find(({ firstGrant }) => firstGrant === "client_credentials") as Login;
    const error = await failureOf(connected(idp, login));
    expect(error).toMatchObject({ name: "AuthError", description: "request not supported on this domain" });
    expect(error.hint).toContain("My Domain");
  });
});
