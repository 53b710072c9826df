import type { CliContext } from "./context.js";

const PLAIN_LINES = 5;

export interface Progress {
  update(done: number, total: number): void;
  /** Leaves the line, so that other output does not mix with it. */
  end(): void;
}

/** Shows how far something is: one line that changes where a person watches, a few plain lines elsewhere. */
export function createProgress(label: string, context: CliContext): Progress {
  let shown = "";
  let nextLine = 0;
  return {
    update(done, total) {
      if (context.interactive) {
        shown = `${label} ${done} of ${total}`;
        context.err(`\r${shown}`);
      } else if (done >= nextLine) {
        nextLine = done + Math.max(1, Math.ceil(total / PLAIN_LINES));
        context.err(`${label} ${done} of ${total}\n`);
      }
    },
    end() {
      if (shown !== "") context.err(`\r${" ".repeat(shown.length)}\r`);
      shown = "";
    },
  };
}
