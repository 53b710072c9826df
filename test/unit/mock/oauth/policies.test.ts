import { createOrg, describeObjects, type Org, object, text } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.js";
import { addUser, oauthClient, pass } from "./oauth-client.js";

let org: Org;
let client: ReturnType<typeof oauthClient>;

beforeEach(() => {
  org = createOrg({ url: "https://acme.my.salesforce.com" });
  client = oauthClient(org);
});

describe("what a test can ask of the token endpoint", () => {
  const logIn = () => client.token({ grant_type: "client_credentials" });

  it("to refuse the next requests", async () => {
    org.oauth.refuseNext("invalid_grant", { description: "login rate exceeded", times: 2 });
    org.oauth.refuseNext("server_error", { status: 500 });
    const answers = [await logIn(), await logIn(), await logIn(), await logIn()];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 500, 200]);
    expect(answers[1]?.body).toEqual({
      error: "invalid_grant",
      error_description: "login rate exceeded",
    });
  });

  it("to answer with HTML", async () => {
    org.oauth.answerHtmlNext();
    org.oauth.answerHtmlNext({ status: 200 });
    const first = await logIn();
    expect(first.status).toBe(503);
    expect(first.headers.get("Content-Type")).toContain("text/html");
    expect(first.body).toContain("<html>");
    expect((await logIn()).status).toBe(200);
    expect((await logIn()).body).toHaveProperty("access_token");
  });

  it("to be slow", async () => {
    org.oauth.policies.tokenDelayMs = 80;
    const start = performance.now();
    await logIn();
    expect(performance.now() - start).toBeGreaterThan(70);
    org.oauth.policies.tokenDelayMs = 60_000;
    const response = org.fetch(`${org.url}/services/oauth2/token`, {
      method: "POST",
      signal: AbortSignal.timeout(20),
    });
    await expect(response).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("to speak other formats", async () => {
    const form = { grant_type: "client_credentials", ...client.client };
    const encoded = await client.post("/services/oauth2/token", { ...form, format: "urlencoded" });
    expect(new URLSearchParams(encoded.body).get("token_type")).toBe("Bearer");
    const xml = await client.post("/services/oauth2/token", form, { Accept: "application/xml" });
    expect(xml.body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><OAuth><access_token>00D.*<\/OAuth>$/);
    const json = await client.post(
      "/services/oauth2/token",
      { ...form, format: "json" },
      { Accept: "application/xml" },
    );
    expect(json.body.token_type).toBe("Bearer");
  });

  it("to take parameters from the query, and to repeat the state", async () => {
    const query = new URLSearchParams({
      grant_type: "client_credentials",
      ...client.client,
      state: "s",
    });
    const response = await org.fetch(`${org.url}/services/oauth2/token?${query}`, { method: "POST" });
    expect(await response.json()).toMatchObject({ token_type: "Bearer", state: "s" });
  });

  it("nothing but POST", async () => {
    const response = await org.fetch(`${org.url}/services/oauth2/token`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: "invalid_request",
      error_description: "must use HTTP POST",
    });
  });
});

describe("options of an org", () => {
  it("set policies, callback addresses and scopes from the start", async () => {
    const own = createOrg({
      credentials: { redirectUri: "https://app.example.com/callback" },
      oauth: {
        name: "My App",
        callbackUrls: ["myapp://back"],
        scopes: ["api"],
        policies: { preauthorized: true },
      },
    });
    const { shown } = await oauthClient(own).logIn();
    expect(shown.sentTo?.origin).toBe("https://app.example.com");
    const other = await oauthClient(own).logIn({ redirect_uri: "myapp://back" });
    expect(other.shown.sentTo?.href).toMatch(/^myapp:\/\/back\?code=aPrx/);
    expect(own.oauth.app.scopes).toEqual(["api"]);
  });

  it("let users log in who are in no describe", async () => {
    const tiny = createOrg({
      describes: describeObjects([object("Thing__c", { label: "Thing", prefix: "a00" }, { Name: text(80) })]),
    });
    const { access_token } = await oauthClient(tiny).tokens();
    const who = await oauthClient(tiny).rest(access_token, "/services/oauth2/userinfo");
    expect(who.body.preferred_username).toBe(tiny.credentials.username);
  });
});

describe("the hosts that serve every org", () => {
  const shared = () => oauthClient(org, { origin: "https://login.salesforce.com" });

  it("log users in, and lead to the org's own address", async () => {
    const body = await shared().tokens();
    expect(body.instance_url).toBe("https://acme.my.salesforce.com");
    expect(body.id).toMatch(/^https:\/\/login\.salesforce\.com\/id\/00D/);
    expect((await client.rest(body.access_token)).status).toBe(200);
    const refreshed = (await shared().refresh(body.refresh_token)).body;
    expect(refreshed.instance_url).toBe("https://acme.my.salesforce.com");
    const identity = await shared().rest(refreshed.access_token, new URL(refreshed.id).pathname);
    expect(identity.body.id).toBe(body.id);
    const { username, password, securityToken } = org.credentials;
    const form = { grant_type: "password", username, password: password + securityToken };
    expect((await shared().token(form)).body.instance_url).toBe("https://acme.my.salesforce.com");
  });

  it("mark the browser's cookie as secure", async () => {
    const { username, password } = org.credentials;
    const response = await org.fetch("https://login.salesforce.com/login", {
      method: "POST",
      body: new URLSearchParams({ username, pw: password }),
    });
    expect(response.headers.get("Set-Cookie")).toMatch(/; Secure$/);
  });

  it("can be closed to an org's users", async () => {
    org.oauth.policies.sharedHosts = false;
    const browser = openBrowser(org.fetch);
    const page = await pass(org, browser, await browser.open(shared().authorizeUrl()));
    expect(page.html).toContain("Please check your username and password.");
    const { username, password, securityToken } = org.credentials;
    const form = { grant_type: "password", username, password: password + securityToken };
    expect((await shared().token(form)).body.error_description).toBe("authentication failure");
    expect((await client.token(form)).status).toBe(200);
  });
});

describe("the identity of a user", () => {
  const get = async (path: string, token?: string) => {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const response = await org.fetch(org.url + path, { headers });
    return { status: response.status, text: await response.text() };
  };

  it("is theirs, other users' too", async () => {
    const id = addUser(org, "second@example.com", "pw-second");
    const { accessToken } = org.credentials;
    const own = JSON.parse((await get("/services/oauth2/userinfo", accessToken)).text);
    const path = new URL(own.sub).pathname;
    const me = JSON.parse((await get(path, accessToken)).text);
    expect(me).toMatchObject({ asserted_user: true, utcOffset: 0, user_type: "STANDARD" });
    const them = JSON.parse((await get(path.replace(own.user_id, id), accessToken)).text);
    expect(them).toMatchObject({
      asserted_user: false,
      username: "second@example.com",
      display_name: "Second",
      utcOffset: -28_800_000,
    });
  });

  it("takes the token from the query, and fills a version in", async () => {
    const { accessToken } = org.credentials;
    const info = JSON.parse((await get("/services/oauth2/userinfo", accessToken)).text);
    const path = `${new URL(info.sub).pathname}?version=66.0&oauth_token=${encodeURIComponent(accessToken)}`;
    const { urls } = JSON.parse((await get(path)).text);
    expect(urls.rest).toBe(`${org.url}/services/data/v66.0/`);
  });

  it("is refused in one word", async () => {
    const { accessToken } = org.credentials;
    const info = JSON.parse((await get("/services/oauth2/userinfo", accessToken)).text);
    const { organization_id, user_id } = info;
    const path = `/id/${organization_id}/${user_id}`;
    expect(await get(path)).toEqual({ status: 403, text: "Missing_OAuth_Token" });
    expect(await get(path, "nothing")).toEqual({ status: 403, text: "Bad_OAuth_Token" });
    expect(await get("/services/oauth2/userinfo", "nothing")).toEqual({
      status: 403,
      text: "Bad_OAuth_Token",
    });
    expect(await get(`/id/00D000000000000AAA/${user_id}`, accessToken)).toEqual({
      status: 403,
      text: "Wrong_Org",
    });
    expect(await get(`/id/${organization_id}/005000000000000AAA`, accessToken)).toEqual({
      status: 404,
      text: "Bad_Id",
    });
  });
});
