import { median, ratioOf } from "./rounds.mjs";

/** What contenders are called in tables. */
export const names = {
  fetch: "fetch, by hand",
  undici: "undici, by hand",
  "csv-parse": "undici + csv-parse",
  papaparse: "undici + papaparse",
  jsforce: "jsforce",
  orgtype: "orgtype",
  "orgtype-node": "orgtype, nodeTransport()",
};

/** One figure of the samples, a value a round; NaN where one failed. */
export function figures(samples, name) {
  return samples.map((sample) => sample[name] ?? Number.NaN);
}

/**
 * A row of the table of goals that compares: ratios are taken in each round, then their median.
 *
 * @param ours values by round, and so are `theirs`
 * @param goal `{ most }` or `{ least }` that the ratio may be
 */
export function compared({ measure, unit, ours, theirs, beside, goal }) {
  const ratio = ratioOf(ours, theirs);
  return {
    measure,
    ours: shown(median(ours), unit),
    beside: `${shown(median(theirs), unit)} ${beside}`,
    ratio: Number.isNaN(ratio.median) ? "–" : times(ratio),
    goal: goal.most === undefined ? `≥ ${goal.least} ×` : `≤ ${goal.most} ×`,
    isReached: within(ratio.median, goal),
  };
}

/** A row of the table of goals that stands for itself. */
export function absolute({ measure, unit, ours, beside = "", goal }) {
  const value = median(ours);
  const bound = goal.most === undefined ? (goal.exactly ?? goal.least) : goal.most;
  const sign = goal.most === undefined ? (goal.exactly === undefined ? "≥ " : "") : "≤ ";
  return {
    measure,
    ours: shown(value, unit),
    beside,
    ratio: "",
    goal: sign + shown(bound, unit),
    isReached: within(value, goal),
  };
}

function within(value, { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY, exactly }) {
  return exactly === undefined ? value <= most && value >= least : value === exactly;
}

export function shown(value, unit = "") {
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return "–";
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2;
  const text = value.toLocaleString("en", { maximumFractionDigits: digits });
  return unit === "" ? text : `${text} ${unit}`;
}

function times({ median: middle, least, largest }) {
  const text = `${middle.toFixed(2)} ×`;
  return least === largest ? text : `${text} (${least.toFixed(2)}–${largest.toFixed(2)})`;
}

export function goalsTable(goals) {
  const rows = goals.map(({ measure, ours, beside, ratio, goal, isReached }) => [
    measure,
    ours,
    beside,
    ratio,
    goal,
    isReached ? "yes" : "**no**",
  ]);
  return table(["measure", "orgtype", "beside", "ratio (least–largest)", "goal", "reached"], rows);
}

export function table(columns, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = columns.map((_, index) => (index === 0 ? "---" : "---:"));
  return [columns, rule, ...rows.map((row) => row.map((cell) => shown(cell)))].map(line).join("\n");
}

/** A table of all contenders: the median of each figure, or what went wrong. */
export function contendersTable(columns, entries) {
  const rows = entries.map(({ label, samples }) => {
    const { failure } = samples.find((sample) => sample.failure !== undefined) ?? {};
    if (failure !== undefined) return [label, failure, ...columns.slice(1).map(() => "–")];
    return [label, ...columns.map(({ figure }) => median(figures(samples, figure)))];
  });
  return table(["", ...columns.map(({ title }) => title)], rows);
}
