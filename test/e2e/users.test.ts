import { inspect } from "node:util";
import {
  accessToken,
  clientCredentials,
  createClient,
  custom,
  type Id,
  password,
  type TracedRequest,
} from "orgtype";
import { createOrg, type Listening, type Org, type OrgUser } from "orgtype/mock";
import { type Client, connect } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepSecret, newSecret } from "../support/kept-secrets.js";

/** What users looked at, and their passwords, over a real socket. */
describe("the client", () => {
  const traced: TracedRequest[] = [];
  let org: Org;
  let server: Listening;
  let sf: Client;
  let user: OrgUser;

  beforeAll(async () => {
    org = createOrg({ profiles: { Sales: {} } });
    user = org.addUser({ profile: "Sales", username: "seller@example.com" });
    server = await org.listen();
    const options = { environment: custom(server.url), auth: clientCredentials(org.credentials) };
    sf = await connect({ ...options, trace: (request) => traced.push(request) });
  });
  afterAll(() => server.close());

  const logIn = (text: string) => {
    const { clientId, clientSecret } = org.credentials;
    const auth = password({ clientId, clientSecret, username: user.username, password: text });
    return connect({ environment: custom(server.url), auth });
  };

  it("lists what was looked at last", async () => {
    const accountId = await sf.Account.create({ Name: "Acme" });
    const caseId = await sf.Case.create({ Subject: "Squeaks" });
    const recent = await sf.recent();
    const ids = recent.map(({ Id }) => Id);
    expect(ids).toEqual(expect.arrayContaining([accountId, caseId]));
    expect(recent.find(({ Id }) => Id === accountId)).toEqual({
      attributes: { type: "Account", url: expect.stringContaining(accountId) },
      Id: accountId,
      Name: "Acme",
    });
    expect(await sf.recent({ limit: 1 })).toHaveLength(1);
  });

  it.each([0, 201, 1.5, Number.NaN, "10" as unknown as number])("sends no limit of %s", async (limit) => {
    traced.length = 0;
    await expect(sf.recent({ limit })).rejects.toMatchObject({ code: "settings.number" });
    expect(traced).toEqual([]);
  });

  it("sets a password that the user then logs in with", async () => {
    const secret = newSecret("password");
    await sf.passwords.set(user.id, secret);
    expect(await sf.passwords.isExpired(user.id)).toBe(false);
    expect((await (await logIn(secret)).session.userInfo()).user_id).toBe(user.id);
  });

  it("has Salesforce make one, which has to be changed", async () => {
    const before = newSecret("password");
    await sf.passwords.set(user.id, before);
    const made = keepSecret("password", await sf.passwords.reset(user.id));
    expect(await sf.passwords.isExpired(user.id)).toBe(true);
    await expect(logIn(before)).rejects.toMatchObject({ name: "AuthError" });
    await expect(logIn(made)).resolves.toBeDefined();
  });

  it("shows a password nowhere", async () => {
    const secret = keepSecret("password", "nodigits");
    traced.length = 0;
    const failure: unknown = await sf.passwords.set(user.id, secret).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ValidationError", errorCode: "INVALID_NEW_PASSWORD" });
    for (const text of [
      inspect(failure, { depth: 9 }),
      JSON.stringify(failure),
      inspect(traced),
      inspect(sf),
    ])
      expect(text).not.toContain(secret);
    await expect(sf.passwords.set(user.id, "")).rejects.toMatchObject({ code: "settings.password" });
    await expect(sf.passwords.set(user.id, 7 as never)).rejects.toMatchObject({ code: "settings.password" });
  });

  it("lets users change their own alone", async () => {
    const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
    const own = createClient({ environment: custom(server.url), auth, apiVersion: "66.0" });
    await own.passwords.set(user.id, newSecret("password"));
    const admin = (await sf.session.userInfo()).user_id as Id<"User">;
    await expect(own.passwords.reset(admin)).rejects.toMatchObject({ name: "ForbiddenError" });
    await expect(sf.passwords.isExpired("005000000000009AAA")).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });
});
