import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AuthError, createClient, myDomain } from "orgtype";
import { sfCli } from "orgtype/node";
import { describe, expect, it } from "vitest";
import { withPrograms } from "./support/scratch-folder.js";

const TOKEN = "00D000000000001!AQsecret.token";
const instanceUrl = "https://acme.my.salesforce.com";
const context = () => ({
  environment: myDomain("acme"),
  transport: () => Promise.reject(new Error("sfCli sends nothing itself")),
  signal: new AbortController().signal,
});

/** An `sf` that answers each command with JSON, and writes down how it was called. */
function fakeSf(answers: Record<string, unknown>, exitCode = 0): string {
  const cases = Object.entries(answers).map(
    ([command, answer]) => `  "${command}"*) /bin/cat <<'END'\n${JSON.stringify(answer, null, 2)}\nEND\n  ;;`,
  );
  return `echo "$@" >> "$(/usr/bin/dirname "$0")/calls"
case "$*" in
${cases.join("\n")}
esac
exit ${exitCode}`;
}

const older = {
  "org display": { status: 0, result: { id: "00D", accessToken: TOKEN, instanceUrl, username: "a@b.test" } },
};
const newer = {
  "org display": {
    status: 0,
    result: { id: "00D", accessToken: "[REDACTED] Use 'sf org auth show-access-token'", instanceUrl },
    warnings: ["The access token is no longer shown."],
  },
  "org auth show-access-token": { status: 0, result: { accessToken: TOKEN } },
};

describe("sfCli", () => {
  it.each([
    ["an older sf", older, ["org display --target-org dev --json"]],
    [
      "a newer one, which hides the token",
      newer,
      ["org display --target-org dev --json", "org auth show-access-token --target-org dev --json"],
    ],
  ])("gives the login of %s", async (_name, answers, calls) => {
    const environment = await withPrograms({ sf: fakeSf(answers) });
    const tokens = await sfCli({ targetOrg: "dev" }, environment).start(context());
    expect(tokens).toMatchObject({ instanceUrl });
    expect(tokens.accessToken).toBe(TOKEN);
    expect(JSON.stringify(tokens)).not.toContain(TOKEN);
    const called = await readFile(join(environment.PATH, "calls"), "utf8");
    expect(called.trimEnd().split("\n")).toEqual(calls);
  });

  it("asks for the default org where none is named", async () => {
    const environment = await withPrograms({ sf: fakeSf(older) });
    await sfCli({}, environment).start(context());
    expect(await readFile(join(environment.PATH, "calls"), "utf8")).toBe("org display --json\n");
  });

  it("asks again when the session has ended", async () => {
    const environment = await withPrograms({ sf: fakeSf(newer) });
    const seen: string[] = [];
    const sf = createClient({
      apiVersion: "66.0",
      environment: myDomain("acme"),
      auth: sfCli({}, environment),
      transport: async (_url, init) => {
        seen.push(new Headers(init.headers).get("authorization") ?? "");
        return seen.length > 1
          ? Response.json([])
          : Response.json([{ errorCode: "INVALID_SESSION_ID", message: "expired" }], { status: 401 });
      },
    });
    await sf.versions();
    expect(seen).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
    const called = await readFile(join(environment.PATH, "calls"), "utf8");
    expect(called.trimEnd().split("\n")).toHaveLength(4);
  });

  it("says when sf is not installed", async () => {
    const error = await sfCli({}, await withPrograms({}))
      .start(context())
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ code: "auth.sf-missing", message: expect.stringContaining("PATH") });
  });

  it("says what sf says when nobody is logged in, and no token of it", async () => {
    const refusal = {
      status: 1,
      name: "NamedOrgNotFoundError",
      message: `No authorization (${TOKEN}) for dev.`,
    };
    const environment = await withPrograms({ sf: fakeSf({ "org display": refusal }, 1) });
    const error = await sfCli({ targetOrg: "dev" }, environment)
      .start(context())
      .catch((reason) => reason);
    expect(error).toMatchObject({ name: "AuthError", code: "auth.sf-refused" });
    expect(error.message).toContain("No authorization");
    expect(error.message).toContain("sf org login web");
    expect(error.message).not.toContain("secret");
  });

  it.each([
    ["no JSON", "echo 'Error: plugin broke' 00Dxx!secret"],
    ["nothing", "exit 0"],
    ["other JSON", "echo '[1]'"],
    ["JSON without a result", `echo '{"status":0}'`],
    ["no URL", `echo '{"status":0,"result":{"accessToken":"00Dxx!secret"}}'`],
    ["no token, either way", `echo '{"status":0,"result":{"instanceUrl":"https://acme.my.salesforce.com"}}'`],
  ])("does not take %s for a login", async (_name, script) => {
    const error = await sfCli({}, await withPrograms({ sf: script }))
      .start(context())
      .catch((reason) => reason);
    expect(error).toMatchObject({ name: "AuthError", code: "auth.sf-answer" });
    expect(error.message).not.toContain("secret");
  });

  it("ends sf when the login is given up", async () => {
    const controller = new AbortController();
    const environment = await withPrograms({ sf: "/bin/sleep 30" });
    const login = sfCli({}, environment).start({ ...context(), signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    const started = performance.now();
    await expect(login).rejects.toThrow("enough");
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it.each(["--json", "a b", "a;b", "", "$(id)"])("refuses %j as a target", (targetOrg) => {
    expect(() => sfCli({ targetOrg })).toThrow("is no user name or alias");
  });
});
