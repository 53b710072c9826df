import type { Measurement } from "./measure.js";

/** One line of the result. */
export interface Result extends Measurement {
  readonly objects: number;
  readonly contender: string;
  readonly program: string;
  /** Instantiations of one query, without those that the import alone takes. */
  readonly perQuery: number | undefined;
  /** Of a program of mistakes: how many the types refuse. */
  readonly refused?: number;
}

const columns = {
  program: "program",
  contender: "",
  types: "types",
  instantiations: "instantiations",
  perQuery: "a query",
  megabytes: "MB",
  milliseconds: "check, ms",
  refused: "refused",
} as const satisfies Partial<Record<keyof Result, string>>;

/** A table in Markdown, with the errors of those that do not compile below it. */
export function table(results: readonly Result[]): string {
  const keys = Object.keys(columns) as (keyof typeof columns)[];
  const head = [
    row(keys.map((key) => columns[key])),
    row(keys.map((key) => (key === "program" || key === "contender" ? "---" : "--:"))),
  ];
  return [
    ...head,
    ...results.map((result) => row(keys.map((key) => cell(result[key])))),
    ...notes(results),
  ].join("\n");
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function cell(value: string | number | undefined): string {
  return typeof value === "number" ? value.toLocaleString("en") : (value ?? "");
}

function notes(results: readonly Result[]): string[] {
  const wrong = results.filter(({ errors }) => errors.length > 0);
  const lines = wrong.map(({ contender, program, errors }) => {
    const [code = "an error", text = ""] = /TS\d+: .*/.exec(errors[0] ?? "")?.[0].split(": ", 2) ?? [];
    return `- ${contender}, ${program}: does not compile (${errors.length} × ${code}: ${text.slice(0, 90)})`;
  });
  return lines.length > 0 ? ["", ...lines] : [];
}
