import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { custom, isOrgtypeError } from "orgtype";
import { type LoopbackLoginOptions, loopbackLogin } from "orgtype/node";
import { describe, expect, it, onTestFinished } from "vitest";
import { withPrograms } from "./support/scratch-folder.js";

const CODE = "aPrx.code-of-the-test";
const TOKEN = "00Dxx!AQ.token";

/** A token endpoint that gives tokens for the code. */
function tokenEndpoint() {
  const asked: URLSearchParams[] = [];
  const transport = async (_url: string, init: RequestInit) => {
    const body = new URLSearchParams(String(init.body));
    asked.push(body);
    return body.get("code") === CODE
      ? Response.json({
          access_token: TOKEN,
          refresh_token: "5Aep.refresh",
          instance_url: "http://localhost:9",
          id: "http://localhost:9/id/00Dxx/005xx",
          token_type: "Bearer",
          issued_at: "1700000000000",
        })
      : Response.json(
          { error: "invalid_grant", error_description: "invalid authorization code" },
          { status: 400 },
        );
  };
  return { asked, transport };
}

/** The answer that a login server sends the browser back with. */
function callbackOf(loginUrl: string, answer: Record<string, string>): string {
  const asked = new URL(loginUrl).searchParams;
  const callback = new URL(asked.get("redirect_uri") ?? "");
  callback.search = new URLSearchParams({ state: asked.get("state") ?? "", ...answer }).toString();
  return callback.href;
}

function start(options: Partial<LoopbackLoginOptions> = {}) {
  const endpoint = tokenEndpoint();
  let tell = (_url: string) => {};
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const tokens = loopbackLogin(
    {
      environment: custom("http://localhost:9"),
      clientId: "key",
      port: 0,
      openBrowser: false,
      onUrl: (shown) => tell(shown),
      transport: endpoint.transport,
      ...options,
    },
    {},
  );
  const url = Promise.race([told, tokens.then(() => told)]);
  url.catch(() => undefined);
  return { url, tokens, asked: endpoint.asked };
}

async function isListening(url: string): Promise<boolean> {
  return fetch(new URL(url).origin).then(
    () => true,
    () => false,
  );
}

describe("loopbackLogin", () => {
  it("sends the person to the login, takes the code they come back with, and stops listening", async () => {
    const { url, tokens, asked } = start({ scopes: ["api", "refresh_token"], loginHint: "a@b.test" });
    const loginUrl = new URL(await url);
    expect(loginUrl.origin + loginUrl.pathname).toBe("http://localhost:9/services/oauth2/authorize");
    expect(Object.fromEntries(loginUrl.searchParams)).toMatchObject({
      response_type: "code",
      client_id: "key",
      code_challenge_method: "S256",
      login_hint: "a@b.test",
      redirect_uri: expect.stringMatching(/^http:\/\/(localhost|127\.0\.0\.1):\d+\/callback$/),
    });
    const callback = callbackOf(loginUrl.href, { code: CODE });
    const page = await fetch(callback);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.headers.get("cache-control")).toBe("no-store");
    const html = await page.text();
    expect(html).toContain("You are logged in");
    for (const secret of [CODE, TOKEN]) expect(html).not.toContain(secret);
    expect((await tokens).accessToken).toBe(TOKEN);
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0]!)).toMatchObject({
      grant_type: "authorization_code",
      code: CODE,
      code_verifier: expect.stringMatching(/^.{43,}$/),
      redirect_uri: loginUrl.searchParams.get("redirect_uri"),
    });
    expect(await isListening(callback)).toBe(false);
  });

  it("shows a denial, rejects with it, and stops listening", async () => {
    const { url, tokens, asked } = start();
    const denial = { error: "access_denied", error_description: "<b>end-user denied</b>" };
    const callback = callbackOf(await url, denial);
    const page = await fetch(callback);
    expect(page.status).toBe(400);
    const html = await page.text();
    expect(html).toContain("The login was denied");
    expect(html).not.toContain("<b>");
    const error = await tokens.catch((reason) => reason);
    expect(error).toMatchObject({ name: "AuthError", oauthError: "access_denied" });
    expect(asked).toEqual([]);
    expect(await isListening(callback)).toBe(false);
  });

  it("shows that the code was refused, and never the code", async () => {
    const { url, tokens } = start();
    const page = await fetch(callbackOf(await url, { code: "another-code" }));
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("The login failed");
    const error = await tokens.catch((reason) => reason);
    expect(error).toMatchObject({ name: "AuthError", oauthError: "invalid_grant" });
    expect(error.message).not.toContain("another-code");
  });

  it("answers nothing but the callback, and is not ended by what it does not wait for", async () => {
    const { url, tokens, asked } = start();
    const callback = callbackOf(await url, { code: CODE });
    const { origin } = new URL(callback);
    for (const path of ["/", "/favicon.ico", "/callback/", "/Callback", "//evil.test/callback"]) {
      expect((await fetch(origin + path)).status, path).toBe(404);
    }
    expect((await fetch(callback, { method: "POST" })).status).toBe(404);
    const foreign = new URL(callback);
    foreign.searchParams.set("state", "forged");
    for (const url of [foreign.href, `${origin}/callback`, `${origin}/callback?error=access_denied`]) {
      const page = await fetch(url);
      expect(page.status).toBe(400);
      expect(await page.text()).toContain("another login");
    }
    expect(asked).toEqual([]);
    expect((await fetch(callback)).status).toBe(200);
    expect((await tokens).accessToken).toBe(TOKEN);
  });

  it("takes a callback once", async () => {
    const { asked, transport } = tokenEndpoint();
    const slowly = async (url: string, init: RequestInit) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return transport(url, init);
    };
    const { url, tokens } = start({ transport: slowly });
    const callback = callbackOf(await url, { code: CODE });
    const statuses = await Promise.all([1, 2].map(async () => (await fetch(callback)).status));
    expect(statuses.toSorted()).toEqual([200, 410]);
    await tokens;
    expect(asked).toHaveLength(1);
  });

  it("ends with a TimeoutError that says what to do, and stops listening", async () => {
    const { url, tokens } = start({ timeoutMs: 100 });
    const callback = callbackOf(await url, { code: CODE });
    const error = await tokens.catch((reason) => reason);
    expect(error).toMatchObject({ name: "TimeoutError", afterMs: 100 });
    expect(error.message).toContain(new URL(callback).origin);
    expect(error.message).toContain("callback URLs of the app");
    expect(await isListening(callback)).toBe(false);
  });

  it("ends with the reason of the signal, and stops listening", async () => {
    const controller = new AbortController();
    const { url, tokens } = start({ signal: controller.signal });
    const callback = callbackOf(await url, { code: CODE });
    controller.abort(new Error("enough"));
    await expect(tokens).rejects.toThrow("enough");
    expect(await isListening(callback)).toBe(false);
  });

  it("listens at the redirect URI, and says when its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const taken = await start({ port }).tokens.catch((reason) => reason);
    expect(taken).toMatchObject({ name: "SettingsError", code: "settings.port" });
    expect(taken.message).toContain(String(port));
    await new Promise((resolve) => other.close(resolve));

    const redirectUri = `http://127.0.0.1:${port}/oauth/done`;
    const { url, tokens } = start({ port: undefined as never, redirectUri });
    expect(new URL(await url).searchParams.get("redirect_uri")).toBe(redirectUri);
    await fetch(callbackOf(await url, { code: CODE }));
    await tokens;
  });

  it.each([
    [{ redirectUri: "https://acme.test/callback" }, "settings.redirect-uri"],
    [{ redirectUri: "http://acme.test/callback" }, "settings.redirect-uri"],
    [{ redirectUri: "callback" }, "settings.redirect-uri"],
    [{ port: 70_000 }, "settings.port"],
    [{ port: 1.5 }, "settings.port"],
    [{ onUrl: undefined as never }, "settings.auth"],
  ])("refuses %j", async (options, code) => {
    const error = await start(options).tokens.catch((reason) => reason);
    expect(error).toMatchObject({ name: "SettingsError", code });
  });
});

describe("opening the browser", () => {
  it("gives the URL to the opener that was given", async () => {
    const opened: string[] = [];
    const { tokens, url } = start({
      openBrowser: async (loginUrl) => {
        opened.push(loginUrl);
        await fetch(callbackOf(loginUrl, { code: CODE }));
      },
    });
    await tokens;
    expect(opened).toEqual([await url]);
  });

  it("an opener of one's own that fails ends the login", async () => {
    const { tokens, url } = start({ openBrowser: () => Promise.reject(new Error("no screen")) });
    await expect(tokens).rejects.toThrow("no screen");
    expect(await isListening(callbackOf(await url, {}))).toBe(false);
  });

  describe.runIf(process.platform === "linux")("by xdg-open", () => {
    const options = (transport = tokenEndpoint().transport): LoopbackLoginOptions => ({
      environment: custom("http://localhost:9"),
      clientId: "key",
      port: 0,
      transport,
      timeoutMs: 5_000,
    });

    it("passes the URL as one argument, by no shell", async () => {
      const environment = await withPrograms({ "xdg-open": 'printf "%s\\n" "$#" "$1" > "$0.said"' });
      let told = "";
      const login = loopbackLogin({ ...options(), onUrl: (url) => (told = url) }, environment);
      const said = () => readFile(`${environment.PATH}/xdg-open.said`, "utf8").catch(() => "");
      await expect.poll(said).toMatch(/\n.+\n/);
      expect(await said()).toBe(`1\n${told}\n`);
      await fetch(callbackOf(told, { code: CODE }));
      expect((await login).accessToken).toBe(TOKEN);
    });

    it.each([
      ["is not there", {}],
      ["finds no browser", { "xdg-open": "exit 3" }],
    ])("is no end where it %s but the person was told the URL", async (_name, programs) => {
      const environment = await withPrograms(programs);
      const silent = await loopbackLogin(options(), environment).catch((reason) => reason);
      expect(isOrgtypeError(silent, "SettingsError")).toBe(true);
      expect(silent.message).toContain("--no-browser");
      const login = loopbackLogin(
        { ...options(), onUrl: (url) => void fetch(callbackOf(url, { code: CODE })) },
        environment,
      );
      expect((await login).accessToken).toBe(TOKEN);
    });
  });
});
