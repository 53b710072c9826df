import picomatch from "picomatch";
import { type NameSelection, selectNames } from "./select-names.js";

/** Which actions are meant, by name. */
export interface ActionSelection extends NameSelection {
  /** Whether some action of a kind, such as `flow`, may be meant. */
  hasKind(kind: string): boolean;
}

/** Actions by glob: `flow/*`, `apex/Score*`, `standard/emailSimple`, `emailAlert/*`. */
export function selectActions(patterns: readonly string[]): ActionSelection {
  const kinds = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => kindIn(pattern));
  return {
    ...selectNames(patterns, { plain: /^[\w./-]+$/, acrossSlashes: true }),
    hasKind: kinds.length === 0 ? () => true : picomatch(kinds, { nocase: true }),
  };
}

/** The part before the first slash, which may be a glob itself; braces may go over it. */
function kindIn(pattern: string): string {
  const kind = pattern.split("/", 1)[0] ?? "";
  return kind.includes("{") && !kind.includes("}") ? "*" : kind;
}
