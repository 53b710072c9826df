import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CliContext } from "../../../../codegen/cli/context.js";
import { runCli } from "../../../../codegen/cli/run-cli.js";

export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Workplace {
  readonly folder: string;
  run(args: readonly string[], world?: Partial<CliContext>): Promise<CliRun>;
  files(below?: string): Promise<string[]>;
  remove(): Promise<void>;
}

/** A folder of its own to run commands in. */
export async function workplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "orgtype-cli-"));
  return {
    folder,
    async run(args, world = {}) {
      let out = "";
      let err = "";
      const code = await runCli(args, {
        cwd: folder,
        env: {},
        interactive: false,
        stopSignal: () => new AbortController().signal,
        ...world,
        out: (text) => {
          out += text;
          world.out?.(text);
        },
        err: (text) => {
          err += text;
        },
      });
      return { code, out, err };
    },
    async files(below = "") {
      const top = join(folder, below);
      const entries = await readdir(top, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(top.replace(/\/$/, "").length + 1))
        .sort();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
