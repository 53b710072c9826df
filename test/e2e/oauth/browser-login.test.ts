import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { authorizationCode, connect, custom } from "orgtype";
import { fileTokenStore } from "orgtype/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { screenshot, startBrowser } from "../../support/browser.js";
import { chromium, missing } from "../../support/debian-packages.js";
import { type Idp, startIdp } from "../../support/idp/idp.js";
import { PATHS } from "../../support/idp/paths.js";
import { keepOutput, keptSecrets, newSecret } from "../../support/kept-secrets.js";
import { programOf } from "../../support/program.js";

// `orgtype login` as a person uses it: a process that prints a URL, a real browser, the pages of a real server.

const bin = await programOf(resolve(import.meta.dirname, "../../../codegen/cli/cli.ts"));
const fileKey = newSecret("key of the files");
const started = new Set<ChildProcess>();

let idp: Idp;
let home: string;
beforeEach(async () => {
  idp = await startIdp();
  home = await mkdtemp(join(tmpdir(), "orgtype-login-"));
});
afterEach(async () => {
  for (const child of started) child.kill("SIGKILL");
  await idp.close();
  await rm(home, { recursive: true, force: true });
});

function environment(): Record<string, string | undefined> {
  return {
    ...process.env,
    ORGTYPE_HOME: home,
    ORGTYPE_KEY: fileKey,
    ORGTYPE_URL: idp.url,
    ORGTYPE_CLIENT_ID: idp.apps.open.clientId,
    ORGTYPE_FLOW: "authorization-code",
  };
}

function orgtype(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: home,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  let output = "";
  let printed = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
      printed();
    });
  }
  const ended = once(child, "close").then(([code]) => {
    started.delete(child);
    keepOutput(output);
    return { code: code as number, output };
  });
  /** The first text that looks so; fails where the process ends before it. */
  const find = (pattern: RegExp) =>
    new Promise<string>((found, fail) => {
      printed = () => {
        const [match] = pattern.exec(output) ?? [];
        if (match !== undefined) found(match);
      };
      printed();
      ended.then(({ code }) => fail(new Error(`It ended with exit code ${code}: ${output}`)));
    });
  return { ended, find };
}

function expectNoSecret(output: string): void {
  for (const secret of keptSecrets()) expect(output.includes(secret)).toBe(false);
}

const title = `orgtype login in a browser (${missing("chromium")})`;

describe.skipIf(chromium === undefined)(title, { timeout: 60_000 }, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    if (chromium !== undefined) browser = await startBrowser(chromium);
  });
  afterAll(() => browser.close());
  // A person's browser of its own: no login is left from the last test.
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(10_000);
  });
  afterEach(() => page.context().close());

  async function openLogin() {
    const login = orgtype("login", "--no-browser", "--port", "0");
    await page.goto(await login.find(/http:\S+\/services\/oauth2\/authorize\?\S+(?=\s)/));
    return login;
  }

  async function fillIn(password: string): Promise<void> {
    await page.fill("#username", idp.user.username);
    await page.fill("#password", password);
    await page.click("#Login");
  }

  it("login and consent: the tokens are kept, and programs use and renew them", async () => {
    const login = await openLogin();
    await fillIn(idp.user.password);
    expect(await page.textContent("#scopes")).toContain("api refresh_token");
    await screenshot(page, "consent");
    await page.click("#oaapprove");
    await page.waitForURL(/[?&]code=/);
    await screenshot(page, "logged-in");
    const { code, output } = await login.ended;
    expect(code, output).toBe(0);
    expectNoSecret(output);
    expectNoSecret(await page.content());

    const sf = await connect({
      environment: custom(idp.url),
      auth: authorizationCode({
        environment: custom(idp.url),
        clientId: idp.apps.open.clientId,
        redirectUri: "http://127.0.0.1/unused",
      }),
      tokenStore: fileTokenStore({ folder: join(home, "tokens"), key: fileKey }),
      apiVersion: "66.0",
    });
    idp.expireAccessTokens();
    await expect(sf.limits.get()).resolves.toHaveProperty("DailyApiRequests");
    expect(idp.exchanges.map(({ grantType }) => grantType)).toEqual(["authorization_code", "refresh_token"]);
  });

  it("a wrong password first, then the right one", async () => {
    const login = await openLogin();
    await fillIn("not the password");
    expect(await page.textContent("#error")).toContain("check your username and password");
    await fillIn(idp.user.password);
    await page.click("#oaapprove");
    const { code, output } = await login.ended;
    expect(code, output).toBe(0);
  });

  it("denial: a clear page, a clear error, nothing kept", async () => {
    const login = await openLogin();
    await fillIn(idp.user.password);
    await page.click("#oadeny");
    await page.waitForURL(/[?&]error=access_denied/);
    await screenshot(page, "denied");
    const { code, output } = await login.ended;
    expect(code).toBe(1);
    expect(output).toContain("end-user denied authorization");
    expect(await page.textContent("body")).toMatch(/denied/i);
    expect(idp.count(PATHS.token)).toBe(0);
  });

  it("logout: the server has ended the tokens, the next use says how to log in", async () => {
    const login = await openLogin();
    await fillIn(idp.user.password);
    await page.click("#oaapprove");
    expect((await login.ended).code).toBe(0);

    const logout = await orgtype("logout").ended;
    expect(logout.code, logout.output).toBe(0);
    expect(idp.count(PATHS.revocation)).toBe(1);
    const pull = await orgtype("pull").ended;
    expect(pull.code).toBe(1);
    expect(pull.output).toContain("orgtype login");
  });
});
