import { type ExecFileException, execFile } from "node:child_process";
import type { ProcessEnvironment } from "./find-command.js";

export interface CommandRun {
  /** The exit code; undefined where the program was ended or could not be started. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether it was ended because it took too long. */
  readonly timedOut: boolean;
}

export interface CommandOptions {
  readonly environment: ProcessEnvironment;
  readonly timeoutMs: number;
  /** What the program reads from stdin. Secrets go here: others of the machine can read arguments. */
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/** Runs a program to its end. Rejects only with the reason of `signal`. */
export function runCommand(
  path: string,
  args: readonly string[],
  { environment, timeoutMs, input = "", signal }: CommandOptions,
): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const options = {
      env: { ...environment },
      timeout: timeoutMs,
      encoding: "utf8",
      // Windows starts .cmd files by a shell only: callers give no argument that one could read otherwise.
      shell: /\.cmd$/i.test(path),
      windowsHide: true,
      ...(signal && { signal }),
    } as const;
    const child = execFile(path, args, options, (error, stdout, stderr) => {
      if (signal?.aborted) reject(signal.reason);
      else resolve({ code: exitCode(error), stdout, stderr, timedOut: error?.killed === true });
    });
    // A program that ends before it has read its input is judged by its exit code.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

function exitCode(error: ExecFileException | null): number | undefined {
  if (error === null) return 0;
  return typeof error.code === "number" ? error.code : undefined;
}
