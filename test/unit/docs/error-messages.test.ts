import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
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

/** The examples of the section on compiling: what is written, and what the compiler says to it. */
const examples = (/^## While compiling$([\s\S]*?)^## /m.exec(page)?.[1] ?? "").split("\n").flatMap((line) => {
  const [, code, said] = /^\| `(.*?)` +\| `(.*?)` +\|/.exec(line) ?? [];
  return code === undefined || said === undefined ? [] : [{ code, said }];
});

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The errors of a program, by the line they stand in. */
function diagnosticsOf(fileName: string, text: string): Map<number, string[]> {
  const { options } = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  )!;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === fileName || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === fileName
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([fileName], options, host);
  const file = program.getSourceFile(fileName)!;
  const found = new Map<number, string[]>();
  for (const { start = 0, messageText } of program.getSemanticDiagnostics(file)) {
    const { line } = file.getLineAndCharacterOfPosition(start);
    found.set(line, [...(found.get(line) ?? []), ts.flattenDiagnosticMessageText(messageText, "\n")]);
  }
  return found;
}

describe("docs/guide/error-messages.md", () => {
  it("explains every code of this package", () => {
    const codes = sources("src").flatMap((text) =>
      [...text.matchAll(/"((?:settings|auth|decode|connection|codegen|events)\.[a-z-]+)"/g)].map(
        ([, code]) => code ?? "",
      ),
    );
    expect(codes.length).toBeGreaterThan(100);
    expect(missing(codes)).toEqual([]);
  });

  it("names every code of Salesforce that has a class or a hint", () => {
    const text = ["error-codes.ts", "hints.ts"]
      .map((file) => readFileSync(join(root, "src/http", file), "utf8"))
      .join("\n");
    const codes = [...text.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, code]) => code ?? "");
    expect(codes.length).toBeGreaterThan(60);
    expect(missing(codes)).toEqual([]);
  });

  it("shows every message of the types", () => {
    const messages = sources("src/schema").flatMap((text) => [
      ...[...text.matchAll(/(?:SelectError<|NotSortable<|Refused<|UnknownName<[^,>]*,)\s*`([^`]*)`/g)].map(
        ([, message]) => message ?? "",
      ),
      ...[...text.matchAll(/interface (Not\w+)<\w+> \{\s*readonly error/g)].map(
        ([, name]) => `${name}<"\${…}">`,
      ),
    ]);
    expect(messages.length).toBeGreaterThan(12);
    // Standard objects have no dependent picklists: `test/e2e/dependent-picklists.test.ts` sees this one.
    const [ofDependents] = messages.splice(
      messages.findIndex((message) => message.includes("is not offered where")),
      1,
    );
    expect(ofDependents).toContain("is not offered where");
    const said = examples.map(({ said }) => said);
    const unsaid = messages.filter((message) => {
      const form = new RegExp(
        message
          .split(/\$\{[^}]*\}/)
          .map(escapeRegExp)
          .join("\\w+"),
      );
      return !said.some((text) => form.test(text));
    });
    expect(unsaid).toEqual([]);
  });

  it("says of each example what the compiler says", () => {
    expect(examples.length).toBeGreaterThan(25);
    const file = join(root, "test/unit/docs/error-examples.ts");
    const program = `import type { Client } from "orgtype/standard";\ndeclare const sf: Client;\n${examples.map(({ code }) => `${code};`).join("\n")}\n`;
    const found = diagnosticsOf(file, program);
    for (const [index, { code, said }] of examples.entries()) {
      const message = new RegExp(said.split("…").map(escapeRegExp).join("[\\s\\S]*"));
      const errors = found.get(index + 2) ?? [];
      expect({ code, errors: errors.map((text) => (message.test(text) ? said : text)) }).toEqual({
        code,
        errors: [said],
      });
    }
    expect(found.size).toBe(examples.length);
  }, 240_000);

  it("explains no code that there is not", () => {
    const known = sources("src").join("\n");
    const codes = [...page.matchAll(/^\| `((?:settings|auth|decode|connection|events)\.[a-z-]+)`/gm)].map(
      ([, code]) => code ?? "",
    );
    expect(codes.filter((code) => !known.includes(`"${code}"`))).toEqual([]);
  });
});
