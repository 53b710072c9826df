import type { Command } from "commander";
import type { CliContext } from "./context.js";

/** What a command ends with: all well, problems, or a wrong call. */
export const EXIT = { ok: 0, problems: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command of the command line. */
export interface CliCommand<Flags> {
  /** Adds its options, examples and help. */
  configure(command: Command): void;
  run(flags: Flags, context: CliContext, args: readonly string[]): Promise<ExitCode>;
}
