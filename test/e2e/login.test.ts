import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { connect } from "orgtype";
import { createOrg } from "orgtype/mock";
import { connectionFromEnvironment, fileTokenStore } from "orgtype/node";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { programOf } from "../support/program.js";

// `orgtype login` and what follows it, as processes against the embedded org. The browser is fetch: it follows
// redirects, keeps cookies and posts forms.

const bin = await programOf(resolve(import.meta.dirname, "../../codegen/cli/cli.ts"));
const PASSPHRASE = "correct horse";

let folder: string;
let org: ReturnType<typeof createOrg>;
let server: Awaited<ReturnType<ReturnType<typeof createOrg>["listen"]>>;
let env: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "orgtype-login-"));
  org = createOrg();
  server = await org.listen();
  const app = org.oauth.registerApp({ callbackUrls: ["http://localhost:1717/callback"] });
  // So that tests can take any port.
  org.oauth.policies.anyLoopbackPort = true;
  org.oauth.policies.requireSecret = false;
  env = {
    ORGTYPE_URL: server.url,
    ORGTYPE_CLIENT_ID: app.clientId,
    ORGTYPE_HOME: join(folder, "home"),
    ORGTYPE_KEY: PASSPHRASE,
  };
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  /** What it wrote on stderr until a text is there. */
  said(text: string): Promise<string>;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

function orgtype(args: readonly string[], environment: Record<string, string> = env): Run {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    // No PATH: nothing is there that could open a browser, or keep a secret.
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code, out, err }));
  const said = async (text: string) => {
    await expect.poll(() => err, { timeout: 15_000 }).toContain(text);
    return err;
  };
  return { child, said, ended };
}

/** Starts a login, and gives the URL it prints. */
async function startLogin(...args: string[]) {
  const run = orgtype(["login", "--port", "0", "--no-browser", ...args]);
  const said = await Promise.race([run.said("\n"), run.ended.then(({ err }) => err)]);
  const url = /^Go to (\S+)$/m.exec(said)?.[1];
  if (url === undefined) throw new Error(`No URL was printed: ${said}`);
  return { ...run, url };
}

/** A browser without a screen. */
function createBrowser() {
  const cookies = new Map<string, string>();
  let page = { url: "", html: "", status: 0 };
  async function request(url: string, init: RequestInit = {}): Promise<void> {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location !== null) return request(new URL(location, url).href);
    page = { url, html: await response.text(), status: response.status };
  }
  return {
    get page() {
      return page;
    },
    open: (url: string) => request(url),
    /** Fills in the form of the page and presses one of its buttons. */
    async press(button: string, values: Record<string, string> = {}): Promise<void> {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1] ?? "";
      const hidden = [...page.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const fields = hidden.map(([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")]);
      const body = new URLSearchParams({ ...Object.fromEntries(fields), ...values, [button]: "pressed" });
      await request(new URL(action, page.url).href, { method: "POST", body });
    },
  };
}

/** Logs in as the org's user: what follows is the consent page, where one is needed. */
async function logIn(url: string) {
  const { username, password } = org.credentials;
  const browser = createBrowser();
  await browser.open(url);
  await browser.press("Login", { username, pw: password });
  return browser;
}

async function keptTexts(): Promise<string> {
  const tokens = join(folder, "home/tokens");
  const names = await readdir(tokens);
  return (await Promise.all(names.map((name) => readFile(join(tokens, name), "utf8")))).join("\n");
}

describe("orgtype login", { timeout: 60_000 }, () => {
  it("logs a person in; pull and programs go on with it, renewed; logout ends it", async () => {
    org.oauth.policies.rotateRefreshTokens = true;
    const { url, ended } = await startLogin("--json");
    const browser = await logIn(url);
    await browser.press("save");
    expect(browser.page).toMatchObject({ status: 200, html: expect.stringContaining("You are logged in") });
    const login = await ended;
    expect(login).toMatchObject({ code: 0 });
    expect(JSON.parse(login.out)).toEqual({
      username: org.credentials.username,
      instanceUrl: server.url,
      identityUrl: expect.stringContaining("/id/"),
    });
    for (const text of [login.out, login.err])
      expect(text).not.toContain(org.credentials.accessToken.slice(0, 17));

    const kept = await keptTexts();
    expect(kept).toContain("encrypted");
    expect(kept).not.toContain(org.credentials.accessToken.slice(0, 17));

    expect(await orgtype(["pull", "--objects", "Account"]).ended).toMatchObject({ code: 0 });
    org.expireSessions();
    expect(await orgtype(["pull", "--objects", "Account,Contact"]).ended).toMatchObject({ code: 0 });
    expect(await keptTexts()).not.toBe(kept);

    org.expireSessions();
    const sf = await connect({
      apiVersion: "66.0",
      ...connectionFromEnvironment({ ...env, ORGTYPE_FLOW: "authorization-code" }),
      tokenStore: fileTokenStore({}, env),
    });
    expect((await sf.session.identity()).username).toBe(org.credentials.username);

    const logout = await orgtype(["logout"]).ended;
    expect(logout).toMatchObject({ code: 0, out: `Logged out at ${server.url}.\n` });
    expect(await readdir(join(folder, "home/tokens"))).toEqual([]);
    await expect(sf.session.identity()).rejects.toMatchObject({ name: "AuthError" });

    const again = await orgtype(["pull"]).ended;
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toContain("orgtype login");
    expect(await orgtype(["logout"]).ended).toMatchObject({
      code: 0,
      out: `Nobody was logged in at ${server.url}.\n`,
    });
  });

  it("a denial is shown in the browser and ends it with 1", async () => {
    const { url, ended } = await startLogin();
    const browser = await logIn(url);
    await browser.press("cancel");
    expect(browser.page.html).toContain("The login was denied");
    const { code, out, err } = await ended;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("access_denied");
    await expect(keptTexts()).rejects.toThrow("ENOENT");
  });

  it("ends with 1 when nobody logs in in time", async () => {
    const { code, out, err } = await (await startLogin("--timeout", "0.3")).ended;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("Nobody came back from the login");
  });

  it("ends at once when it is interrupted", async () => {
    const { child, ended } = await startLogin();
    const started = performance.now();
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 1, out: "", err: expect.stringContaining("Ended by SIGINT") });
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  it("a new login takes the place of the old one, and another key does not touch it", async () => {
    org.oauth.policies.preauthorized = true;
    for (const _time of [1, 2]) {
      const { url, ended } = await startLogin();
      await logIn(url);
      expect(await ended).toMatchObject({
        code: 0,
        out: `Logged in as ${org.credentials.username} at ${server.url}.\n`,
      });
    }
    const before = await keptTexts();
    const wrong = await orgtype(["pull"], { ...env, ORGTYPE_KEY: "wrong" }).ended;
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("another key");
    expect(await keptTexts()).toBe(before);
  });

  it("asks for the settings it needs, and for its own flow", async () => {
    const bare = await orgtype(["login"], {}).ended;
    expect(bare).toMatchObject({
      code: 2,
      err: expect.stringContaining("`endpointUrl` (--url or ORGTYPE_URL)"),
    });
    const other = await orgtype(["login"], { ...env, ORGTYPE_FLOW: "password" }).ended;
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('the flow "password"') });
  });
});

describe("pull without a person", { timeout: 60_000 }, () => {
  it.each([
    ["client-credentials", {}],
    [
      "password",
      () => ({
        ORGTYPE_USERNAME: org.credentials.username,
        ORGTYPE_PASSWORD: org.credentials.password,
        ORGTYPE_SECURITY_TOKEN: org.credentials.securityToken,
      }),
    ],
  ])("logs in with the flow %s, of the environment or the config file", async (flow, more) => {
    const { clientId, clientSecret } = org.credentials;
    const secrets = { ORGTYPE_CLIENT_SECRET: clientSecret, ...(typeof more === "function" ? more() : more) };
    const environment = {
      ORGTYPE_FLOW: flow,
      ORGTYPE_URL: server.url,
      ORGTYPE_CLIENT_ID: clientId,
      ...secrets,
    };
    const args = ["--objects", "Account", "--json"];
    const pulled = await orgtype(["pull", ...args], environment).ended;
    expect(pulled).toMatchObject({ code: 0 });
    expect(JSON.parse(pulled.out)).toMatchObject({ changed: ["Account"], problems: [] });

    const connection = { flow, endpointUrl: server.url, clientId };
    await writeFile(join(folder, "orgtype.config.json"), JSON.stringify({ connection }));
    const generated = await orgtype(["generate", "--live", ...args], secrets).ended;
    expect(generated).toMatchObject({ code: 0 });
    expect(JSON.parse(generated.out)).toMatchObject({ objects: 1, problems: [] });
  });

  it("a refused password is an error that says why, and shows no secret", async () => {
    org.oauth.policies.passwordFlow = false;
    const { clientId, clientSecret, username, password } = org.credentials;
    const refused = await orgtype(["pull"], {
      ORGTYPE_FLOW: "password",
      ORGTYPE_URL: server.url,
      ORGTYPE_CLIENT_ID: clientId,
      ORGTYPE_CLIENT_SECRET: clientSecret,
      ORGTYPE_USERNAME: username,
      ORGTYPE_PASSWORD: password,
    }).ended;
    expect(refused).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("authentication failure"),
    });
    for (const secret of [clientSecret, password]) expect(refused.err).not.toContain(secret);
  });
});
