import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const page = readFileSync(join(root, "docs/guide/error-messages.md"), "utf8");

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

/** What stands in the source and must stand on the page, so that no error is left unexplained. */
function missing(found: Iterable<string>): string[] {
  return [...new Set(found)].filter((text) => !page.includes(`\`${text}\``)).sort();
}

describe("docs/guide/error-messages.md", () => {
  it("explains every code of this package", () => {
    const codes = sources("src").flatMap((text) =>
      [...text.matchAll(/"((?:settings|auth|decode|connection|codegen)\.[a-z-]+)"/g)].map(
        ([, code]) => code ?? "",
      ),
    );
    expect(codes.length).toBeGreaterThan(100);
    expect(missing(codes)).toEqual([]);
  });

  it("names every code of Salesforce that has a class or a hint", () => {
    const text = readFileSync(join(root, "src/http/error-codes.ts"), "utf8");
    const codes = [...text.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, code]) => code ?? "");
    expect(codes.length).toBeGreaterThan(60);
    expect(missing(codes)).toEqual([]);
  });

  it("shows every message of the types", () => {
    const messages = sources("src/schema").flatMap((text) =>
      [...text.matchAll(/`((?:\$\{[^}]*\} has no|'\$\{[^}]*\}' (?:is not|cannot|of))[^`]*)`/g)].map(
        ([, message]) => (message ?? "").replace(/\$\{[^}]*\}/g, "…"),
      ),
    );
    expect(messages.length).toBeGreaterThan(8);
    expect(missing(messages)).toEqual([]);
  });

  it("explains no code that there is not", () => {
    const known = sources("src").join("\n");
    const codes = [...page.matchAll(/^\| `((?:settings|auth|decode|connection)\.[a-z-]+)`/gm)].map(
      ([, code]) => code ?? "",
    );
    expect(codes.filter((code) => !known.includes(`"${code}"`))).toEqual([]);
  });
});
