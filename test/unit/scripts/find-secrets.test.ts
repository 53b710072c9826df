import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSecrets } from "../../../scripts/find-secrets.js";

const secret = "s3cret.of_the!app+more";
const kept = [
  { kind: "client secret", secret },
  { kind: "refresh token", secret: "of-nobody-else" },
];

describe("findSecrets", () => {
  it("finds none where there is none", () => {
    expect(findSecrets("all is well\nclient_secret=(hidden)\n", kept)).toEqual([]);
  });

  it.each([
    ["as it is", secret],
    ["percent-encoded", encodeURIComponent(secret)],
    ["in Base64", Buffer.from(secret).toString("base64")],
    ["in a Basic header", Buffer.from(`id:${secret}`).toString("base64")],
    ["in a Basic header of another length", Buffer.from(`key:${secret}\n`).toString("base64")],
    ["in a signed text", Buffer.from(`{"k":"${secret}"}`).toString("base64url")],
  ])("finds a secret %s, and says in which line", (_form, text) => {
    expect(findSecrets(`one\ntwo ${text} two\nthree`, kept)).toEqual([{ kind: "client secret", line: 2 }]);
  });

  it("finds every place, in order", () => {
    const text = `${kept[1]?.secret}\n\n${secret}${secret}`;
    expect(findSecrets(text, kept)).toEqual([
      { kind: "refresh token", line: 1 },
      { kind: "client secret", line: 3 },
      { kind: "client secret", line: 3 },
    ]);
  });
});

describe("findSecrets without secrets", () => {
  it.each([
    ["an access token", "00Dxx0000000001!AQ"],
    ["a refresh token", "5Aep861"],
    ["an authorization code", "aPrx"],
  ])("finds what looks like %s", (what, start) => {
    const text = `token: ${start}${"Ab.9_".repeat(12)}`;
    expect(findSecrets(text, [])).toEqual([{ kind: `text like ${what}`, line: 1 }]);
  });

  it("leaves ids and shortened tokens alone", () => {
    expect(
      findSecrets("/id/00Dxx0000000001EAA/005xx000001X8UzAAK 00Dxx0000000001!… 5Aep861… aPrx", []),
    ).toEqual([]);
  });
});

describe("scripts/leaks.ts", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "orgtype-leaks-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run() {
    const script = resolve(import.meta.dirname, "../../../scripts/leaks.ts");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), script, folder],
      { encoding: "utf8" },
    );
    return { status, output: stdout + stderr };
  }
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const writeSecrets = () =>
    write("secrets.jsonl", kept.map((entry) => `${JSON.stringify(entry)}\n`).join(""));

  it("passes where the output holds no secret", () => {
    writeSecrets();
    write("suite.log", "1 passed\n");
    expect(run()).toEqual({ status: 0, output: "None of 2 secrets stands in the output.\n" });
  });

  it("fails on a leak, and does not print the secret once more", () => {
    writeSecrets();
    write("suite.log", "1 passed\n");
    write("children.log", `\nlogin with ${secret}\n`);
    const { status, output } = run();
    expect(status).toBe(1);
    expect(output).toBe("1 found.\nchildren.log:2: a client secret\n");
  });

  it("fails where the tests noted no secrets", () => {
    write("secrets.jsonl", "");
    write("suite.log", "1 passed\n");
    const { status, output } = run();
    expect(status).toBe(1);
    expect(output).toContain("The tests noted no secrets.");
  });
});
