// The command behind `bench/run`: measures, prints the goals and then a table of each, and keeps both.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bulkLoad } from "./measures/bulk-load.mjs";
import { bulkQuery } from "./measures/bulk-query.mjs";
import { coalesce } from "./measures/coalesce.mjs";
import { query } from "./measures/query.mjs";
import { rest } from "./measures/rest.mjs";
import { size } from "./measures/size.mjs";
import { start } from "./measures/start.mjs";
import { goalsTable } from "./report.mjs";
import { startStub } from "./stub/stub.mjs";

/** What can be asked for, and how many rounds show it. */
const groups = {
  start: { measures: [start], rounds: 15 },
  size: { measures: [size], rounds: 1 },
  rest: { measures: [rest], rounds: 5 },
  query: { measures: [query], rounds: 3 },
  bulk: { measures: [bulkQuery, bulkLoad], rounds: 3 },
  coalesce: { measures: [coalesce], rounds: 1 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string" },
    quick: { type: "boolean", default: false },
    out: { type: "string" },
  },
});
const asked = positionals.length > 0 ? positionals : Object.keys(groups);
const unknown = asked.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  console.error(`No such measure: ${unknown.join(", ")}. There are ${Object.keys(groups).join(", ")}.`);
  process.exit(1);
}

const parts = await measured();
console.log(report(parts));
// A quick run shows that the bench works, not what it measures.
if (!values.quick || values.out !== undefined) {
  keep(parts, values.out ?? join(import.meta.dirname, "../results"));
}

async function measured() {
  const stub = await startStub();
  const parts = [];
  for (const name of asked) {
    const { measures, rounds } = groups[name];
    const count = Number(values.rounds ?? (values.quick ? Math.min(2, rounds) : rounds));
    for (const measure of measures) {
      process.stderr.write(`${name}: ${measure.name}, ${count} rounds\n`);
      const [before] = loadavg();
      const result = await measure({ stub, rounds: count, isQuick: values.quick });
      parts.push({ ...result, conditions: conditions(count, [before, loadavg()[0]]) });
    }
  }
  stub.stop();
  return parts;
}

/** What figures depend on. The load is how many processes were at work or waiting to be, ours included. */
function conditions(rounds, loads) {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const processor = `${cpus().length} × ${cpus()[0]?.model}`;
  const load = loads.map((value) => value.toFixed(1)).join(" to ");
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, commit ${commit}, Node ${process.version}, ${processor}, load ${load}; ${rounds} rounds`;
}

function report(parts) {
  const goals = parts.flatMap((part) => part.goals);
  const reached = goals.filter(({ isReached }) => isReached).length;
  const details = parts.flatMap(({ title, conditions, tables }) => [
    `## ${title}`,
    `${conditions}.`,
    ...tables.flatMap((each) => [`### ${each.title}`, each.text]),
  ]);
  return [
    "# Speed and size",
    "Each sample is a process of its own; the contenders take turns, there and back again. Figures are medians; a ratio is the median of those of each round, with the least and the largest. `bench/README.md` says how it is measured.",
    "## Goals",
    goalsTable(goals),
    `${reached} of ${goals.length} reached.`,
    ...details,
  ].join("\n\n");
}

/** Puts parts in the place of those that were measured before. */
function keep(measuredNow, folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "speed.json");
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  const byTitle = new Map([...before, ...measuredNow].map((part) => [part.title, part]));
  const all = [...byTitle.values()];
  writeFileSync(file, `${JSON.stringify(all, undefined, 1)}\n`);
  writeFileSync(join(folder, "speed.md"), `${report(all)}\n`);
}
