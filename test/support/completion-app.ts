import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, type RawAction, type RawDescribe } from "orgtype/codegen";
import { type Place, TypeScriptServer } from "./typescript-server.js";

const root = join(import.meta.dirname, "../..");

/** Whether the editor plugin is built, without which nothing is offered inside of SOQL text. */
export const hasPlugin = existsSync(join(root, "dist/ts-plugin.cjs"));

/** A program against the generated client of an org, open in an editor. */
export interface CompletionApp {
  readonly file: string;
  readonly server: TypeScriptServer;
  /** Where the caret of a statement is. */
  caretOf(statement: string): Place;
  close(): Promise<void>;
}

/** Statements stand on a line each, with a caret, `|`; declarations may stand above them. */
export async function openCompletionApp(
  describes: readonly RawDescribe[],
  statements: readonly string[],
  declarations: readonly string[] = [],
  actions: Readonly<Record<string, RawAction>> = {},
): Promise<CompletionApp> {
  const app = await mkdtemp(join(tmpdir(), "orgtype-completion-"));
  const source = {
    async *read() {
      for (const input of describes) yield { origin: input.name, input };
    },
    async *readActions() {
      for (const [origin, input] of Object.entries(actions)) yield { origin, input };
    },
  };
  await generate({ source, apiVersion: "66.0", out: app });
  await mkdir(join(app, "node_modules"));
  await symlink(root, join(app, "node_modules/orgtype"));
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    customConditions: ["orgtype-source"],
    plugins: hasPlugin ? [{ name: "orgtype/ts-plugin" }] : [],
  };
  await writeFile(join(app, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }));
  await writeFile(join(app, "package.json"), JSON.stringify({ type: "module" }));
  const head = ['import type { Client } from "./index.js";', "declare const sf: Client;", ...declarations];
  const file = join(app, "app.ts");
  await writeFile(file, [...head, ...statements].join("\n").replaceAll("|", ""));
  const server = new TypeScriptServer(["--pluginProbeLocations", app]);
  server.notify("open", { file });
  return {
    file,
    server,
    caretOf: (statement) => ({
      file,
      line: head.length + statements.indexOf(statement) + 1,
      offset: statement.indexOf("|") + 1,
    }),
    async close() {
      server.stop();
      await rm(app, { recursive: true, force: true });
    },
  };
}
