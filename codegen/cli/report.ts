import type { DescribeError } from "../../src/errors.js";
import type { Notice, NoticeKind } from "../model/notice.js";
import { type CliContext, colours } from "./context.js";

const SHOWN = 5;

/** What each kind of notice means for the user. */
const MEANING = {
  "writes-unknown": "the describe does not say which fields can be written, so creates and updates take any",
  "unknown-type": "a field type this version does not know is taken as text",
  "duplicate-object": "several describes, the first is used",
  "duplicate-field": "a field is described twice, the first is used",
  "relationship-name-taken": "a relationship cannot be selected, because its name means something else",
  "unreadable-dependency":
    "which values of a dependent picklist are offered cannot be read, so its types take all of them",
} satisfies Record<NoticeKind, string>;

/** Lists what could not be used, all of it. */
export function reportProblems(problems: readonly DescribeError[], context: CliContext): void {
  const { red } = colours(context);
  for (const problem of problems) context.err(`${red("problem")} ${problem.message}\n`);
}

/** Sums up what the describes left open: a line for each kind. */
export function reportNotices(notices: readonly Notice[], context: CliContext): void {
  const { yellow } = colours(context);
  for (const [kind, meaning] of Object.entries(MEANING)) {
    const ofKind = notices.filter((notice) => notice.kind === kind);
    if (ofKind.length === 0) continue;
    const objects = [...new Set(ofKind.map((notice) => notice.object))];
    const more = objects.length > SHOWN ? ` and ${objects.length - SHOWN} more` : "";
    const named = objects.slice(0, SHOWN).join(", ");
    const detail = ofKind.length === 1 && kind !== "writes-unknown" ? ` (${ofKind[0]?.detail})` : "";
    context.err(`${yellow("note")} ${named}${more}: ${meaning}${detail}.\n`);
  }
}

/** `3 files`, `1 file`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
