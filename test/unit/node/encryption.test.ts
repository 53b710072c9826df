import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileTokenStore } from "orgtype/node";
import { describe, expect, it, onTestFinished } from "vitest";
import { scratchFolder, withPrograms } from "./support/scratch-folder.js";

const TEXT = '{"accessToken":"00Dxx!AQ.secret"}';

async function contentOf(folder: string): Promise<string> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n");
}

async function newFolder(): Promise<string> {
  return join(await scratchFolder(), "tokens");
}

describe("token files with a passphrase", () => {
  it.each([
    ["the option", { key: "correct horse" }, {}],
    ["ORGTYPE_KEY", {}, { ORGTYPE_KEY: "correct horse" }],
  ])("are encrypted by %s, and open with it alone", async (_name, options, environment) => {
    const folder = await newFolder();
    const store = fileTokenStore({ folder, ...options }, environment);
    await store.compareAndSet("a", undefined, TEXT);
    expect(await contentOf(folder)).not.toContain("secret");
    expect(await fileTokenStore({ folder, key: "correct horse" }, {}).get("a")).toBe(TEXT);

    const before = await contentOf(folder);
    for (const other of [
      fileTokenStore({ folder, key: "wrong" }, {}),
      fileTokenStore({ folder, key: "wrong" }, environment),
      fileTokenStore({ folder }, { ORGTYPE_KEY: "wrong" }),
    ]) {
      const refusal = { name: "SettingsError", code: "settings.token-key" };
      await expect(other.get("a")).rejects.toMatchObject(refusal);
      await expect(other.compareAndSet("a", undefined, "new")).rejects.toMatchObject(refusal);
      await expect(other.compareAndSet("a", TEXT, undefined)).rejects.toThrow("another key");
    }
    await expect(fileTokenStore({ folder }, {}).get("a")).rejects.toThrow("ORGTYPE_KEY");
    expect(await contentOf(folder)).toBe(before);
  });

  it("are never the same bytes twice", async () => {
    const folder = await newFolder();
    const store = fileTokenStore({ folder, key: "correct horse" }, {});
    const seen = new Set<string>();
    let before: string | undefined;
    for (const next of ["one", "two", "one"]) {
      await store.compareAndSet("a", before, next);
      seen.add(await contentOf(folder));
      before = next;
    }
    expect(seen.size).toBe(3);
  });

  it("do not open when they were changed, or put in another's place", async () => {
    const folder = await newFolder();
    const store = fileTokenStore({ folder, key: "correct horse" }, {});
    await store.compareAndSet("a", undefined, TEXT);
    const [fileA = ""] = await readdir(folder);
    await store.compareAndSet("b", undefined, "of b");
    const fileB = (await readdir(folder)).find((name) => name !== fileA) ?? "";
    await writeFile(join(folder, fileB), await readFile(join(folder, fileA)));
    await expect(store.get("b")).rejects.toMatchObject({ code: "settings.token-key" });
    const content = JSON.parse(await readFile(join(folder, fileA), "utf8"));
    const data = Buffer.from(content.encrypted.data, "base64url");
    data[0] = (data[0] ?? 0) ^ 1;
    content.encrypted.data = data.toString("base64url");
    await writeFile(join(folder, fileA), JSON.stringify(content));
    await expect(store.get("a")).rejects.toMatchObject({ code: "settings.token-key" });
  });

  it("take over a plain file, and encrypt it at the next write", async () => {
    const folder = await newFolder();
    await fileTokenStore({ folder }, {}).compareAndSet("a", undefined, TEXT);
    expect(await contentOf(folder)).toContain("secret");
    const store = fileTokenStore({ folder, key: "correct horse" }, {});
    expect(await store.get("a")).toBe(TEXT);
    await store.compareAndSet("a", TEXT, `${TEXT} `);
    expect(await contentOf(folder)).not.toContain("secret");
  });

  it("an empty passphrase is refused; an empty variable is none", async () => {
    const folder = await newFolder();
    expect(() => fileTokenStore({ folder, key: "" }, {})).toThrow("is no text, or empty");
    await fileTokenStore({ folder }, { ORGTYPE_KEY: "" }).compareAndSet("a", undefined, TEXT);
    expect(await fileTokenStore({ folder }, {}).get("a")).toBe(TEXT);
  });
});

/** Keeps one secret in a file beside it, and writes down how it was called. */
const secretTool = `
home=$(/usr/bin/dirname "$0")
echo "$@" >> "$home/calls"
case "$1" in
  lookup) [ -f "$home/kept" ] && /bin/cat "$home/kept" || exit 1 ;;
  store) /bin/cat > "$home/kept" ;;
esac`;

describe.runIf(process.platform === "linux")("token files with the OS keychain", () => {
  it("are encrypted by a random key that the keychain keeps and no argument shows", async () => {
    const folder = await newFolder();
    const environment = await withPrograms({ "secret-tool": secretTool });
    const store = fileTokenStore({ folder }, environment);
    await store.compareAndSet("a", undefined, TEXT);
    expect(await contentOf(folder)).not.toContain("secret");
    const kept = await readFile(join(environment.PATH, "kept"), "utf8");
    expect(Buffer.from(kept, "base64url")).toHaveLength(32);
    const calls = await readFile(join(environment.PATH, "calls"), "utf8");
    expect(calls).not.toContain(kept);

    const later = fileTokenStore({ folder }, environment);
    expect(await later.get("a")).toBe(TEXT);
    await later.compareAndSet("a", TEXT, "two");
    expect(await readFile(join(environment.PATH, "kept"), "utf8")).toBe(kept);
    expect(await store.get("a")).toBe("two");
  });

  it("two stores that find no key make one", async () => {
    const folder = await newFolder();
    const slow = secretTool.replace("store)", "store) /bin/sleep 0.2;");
    const environment = await withPrograms({ "secret-tool": slow });
    const keys = ["a", "b", "c"];
    await Promise.all(
      keys.map((key) => fileTokenStore({ folder }, environment).compareAndSet(key, undefined, key)),
    );
    const later = fileTokenStore({ folder }, environment);
    expect(await Promise.all(keys.map((key) => later.get(key)))).toEqual(keys);
  });

  it("use `security` on macOS, which reads the key from its input", async () => {
    const { platform } = process;
    onTestFinished(() => void Object.defineProperty(process, "platform", { value: platform }));
    Object.defineProperty(process, "platform", { value: "darwin" });
    const folder = await newFolder();
    const environment = await withPrograms({
      security: `
home=$(/usr/bin/dirname "$0")
echo "$@" >> "$home/calls"
case "$1" in
  find-generic-password) [ -f "$home/kept" ] && /bin/cat "$home/kept" || exit 44 ;;
  -i) /usr/bin/sed -n 's/^add-generic-password .* -w //p' > "$home/kept" ;;
esac`,
    });
    await fileTokenStore({ folder }, environment).compareAndSet("a", undefined, TEXT);
    expect(await contentOf(folder)).not.toContain("secret");
    expect(await fileTokenStore({ folder }, environment).get("a")).toBe(TEXT);
    const kept = (await readFile(join(environment.PATH, "kept"), "utf8")).trim();
    expect(Buffer.from(kept, "base64url")).toHaveLength(32);
    expect(await readFile(join(environment.PATH, "calls"), "utf8")).not.toContain(kept);
  });

  it("do not open, and stay, where the keychain does not give the key", async () => {
    const folder = await newFolder();
    const environment = await withPrograms({ "secret-tool": secretTool });
    await fileTokenStore({ folder }, environment).compareAndSet("a", undefined, TEXT);
    const before = await contentOf(folder);
    const locked = await withPrograms({ "secret-tool": "echo locked >&2; exit 1" });
    for (const without of [{}, locked]) {
      const store = fileTokenStore({ folder }, without);
      await expect(store.get("a")).rejects.toThrow("keychain");
      await expect(store.compareAndSet("a", undefined, "two")).rejects.toThrow("keychain");
    }
    expect(await contentOf(folder)).toBe(before);
  });

  it("are plain where the keychain does not work", async () => {
    const folder = await newFolder();
    const environment = await withPrograms({
      "secret-tool": 'echo "$1" >> "$(/usr/bin/dirname "$0")/calls"; echo "no D-Bus" >&2; exit 1',
    });
    await fileTokenStore({ folder }, environment).compareAndSet("a", undefined, TEXT);
    expect(await fileTokenStore({ folder }, {}).get("a")).toBe(TEXT);
    expect(await readFile(join(environment.PATH, "calls"), "utf8")).toBe("lookup\n");
  });

  it("go by a passphrase where there is one", async () => {
    const folder = await newFolder();
    const environment = await withPrograms({ "secret-tool": secretTool });
    await fileTokenStore({ folder, key: "correct horse" }, environment).compareAndSet("a", undefined, TEXT);
    expect(await readdir(environment.PATH)).toEqual(["secret-tool"]);
  });
});
