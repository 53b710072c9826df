import { Command, CommanderError } from "commander";
import { isOrgtypeError } from "../../src/errors.js";
import { VERSION } from "../version.js";
import { EXIT, type ExitCode } from "./command.js";
import { commands } from "./commands/index.js";
import { type CliContext, colours } from "./context.js";
import { systemHint } from "./system-error.js";

/** Runs the command line and resolves with its exit code: 0 all well, 1 problems, 2 a wrong call or setting. */
export async function runCli(args: readonly string[], context: CliContext): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  try {
    const program = await createProgram(args, context, (code) => {
      exitCode = code;
    });
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return explain(error, context);
  }
}

async function createProgram(
  args: readonly string[],
  context: CliContext,
  end: (code: ExitCode) => void,
): Promise<Command> {
  const program = new Command("orgtype")
    .description("Your Salesforce org, as TypeScript.")
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError("(orgtype help <command> shows what there is)")
    .configureOutput({ writeOut: context.out, writeErr: context.err })
    .addHelpText(
      "after",
      "\nSettings may also stand in orgtype.config.ts; flags and ORGTYPE_* variables win over it.\nExit codes: 0 all well, 1 problems, 2 a wrong call or setting.",
    );
  for (const { name, summary, load } of commands) {
    const command = program.command(name).description(summary);
    // Help of the whole needs no command's own modules.
    if (!args.includes(name)) continue;
    const { configure, run } = await load();
    configure(command);
    command.action(async () => end(await run(command.opts() as never, context, command.args)));
  }
  return program;
}

function explain(error: unknown, context: CliContext): ExitCode {
  // Commander has printed it already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const { red } = colours(context);
  const hint = systemHint(error);
  const message = error instanceof Error ? error.message : String(error);
  context.err(`${red("error")} ${message}${hint === undefined ? "" : `. ${hint}`}\n`);
  return isOrgtypeError(error, "SettingsError") ? EXIT.usage : EXIT.problems;
}
