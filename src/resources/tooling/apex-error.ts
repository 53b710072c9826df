import { type ApexError, OrgtypeError } from "../../errors.js";
import type { ApexOutcome } from "./anonymous-apex.js";

/** Not in `errors.ts`, which every client starts with. */
export class FailedApex extends OrgtypeError implements ApexError {
  static override readonly className: string = "ApexError";

  declare readonly code: ApexError["code"];
  readonly line: number;
  readonly column: number;
  readonly stackTrace: string | undefined;
  declare readonly log: string | undefined;

  constructor({
    compiled,
    line,
    column,
    message,
    stackTrace,
    log,
  }: Extract<ApexOutcome, { success: false }>) {
    super(compiled ? "apex.exception" : "apex.compile", `${message} (line ${line}, column ${column})`, {
      hint: compiled ? "Nothing that the code wrote is kept." : "The code does not compile: nothing was run.",
    });
    this.line = line;
    this.column = column;
    this.stackTrace = stackTrace;
    // Not enumerable: logs hold what an org says of people.
    Object.defineProperty(this, "log", { value: log, enumerable: false });
  }
}
