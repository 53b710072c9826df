import pc from "picocolors";

/** The world a command runs in; tests give their own. */
export interface CliContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to stdout: results. */
  readonly out: (text: string) => void;
  /** Writes to stderr: progress, warnings, errors. */
  readonly err: (text: string) => void;
  /** Whether a person watches stderr. */
  readonly interactive: boolean;
  /** Aborts when the process is asked to end; from the first call on, that is then all that happens. */
  readonly stopSignal: () => AbortSignal;
}

/** The real world. */
export function processContext(): CliContext {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
    stopSignal: abortOnSignals,
  };
}

function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => controller.abort(new Error(`Ended by ${signal}.`)));
  }
  return controller.signal;
}

/** Colours for stderr, where a person watches and did not turn them off. */
export function colours(context: CliContext) {
  return pc.createColors(context.interactive && context.env.NO_COLOR === undefined);
}
