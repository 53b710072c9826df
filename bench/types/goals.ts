import { THREE } from "./contender.js";
import type { Result } from "./report.js";

interface Goal {
  readonly program: string;
  readonly figure: "perQuery" | "instantiations" | "megabytes";
  readonly atMost: number;
  /** Of orgs of this size only. */
  readonly objects?: number;
}

/** What this package may cost. */
const goals: readonly Goal[] = [
  { program: "50 finds", figure: "perQuery", atMost: 2_000 },
  { program: "50 literal queries", figure: "perQuery", atMost: 2_500 },
  { program: "50 literal queries, two binds each", figure: "perQuery", atMost: 2_500 },
  { program: THREE, figure: "instantiations", atMost: 15_000, objects: 500 },
  { program: THREE, figure: "megabytes", atMost: 160, objects: 500 },
];

/** Each goal that results are there for, in words. */
export function checkGoals(results: readonly Result[]): { reached: boolean; text: string }[] {
  return results
    .filter(({ contender }) => contender === "orgtype")
    .flatMap((result) =>
      goals
        .filter(
          ({ program, objects = result.objects }) => program === result.program && objects === result.objects,
        )
        .map(({ figure, atMost }) => {
          const found = result[figure] ?? Number.NaN;
          const reached = found <= atMost;
          const words = `${result.program}, ${result.objects} objects: ${found} ${units[figure]}, goal ${atMost}`;
          return { reached, text: `${reached ? "reached" : "MISSED"}: ${words}` };
        }),
    );
}

const units = {
  perQuery: "instantiations a query",
  instantiations: "instantiations",
  megabytes: "MB",
} as const;
