import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RawAction, RawDescribe } from "orgtype/codegen";
import { writeGeneratedApp } from "./generated-app.js";
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
  const plugins = hasPlugin ? [{ name: "orgtype/ts-plugin" }] : [];
  const app = await writeGeneratedApp(describes, { actions, compilerOptions: { plugins } });
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
