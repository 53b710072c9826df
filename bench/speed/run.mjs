// The command behind `bench/run`: measures, prints the goals of all and then a table of each, and keeps both.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
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

const { results, place } = await measured();
const text = report(results, place);
console.log(text);
const isWhole = positionals.length === 0 && !values.quick;
// What is committed is a whole run.
if (values.out !== undefined || isWhole) keep(values.out ?? join(import.meta.dirname, "../results"));

async function measured() {
  const stub = await startStub();
  const results = [];
  const loads = [loadavg()[0]];
  for (const name of asked) {
    const { measures, rounds } = groups[name];
    const count = Number(values.rounds ?? (values.quick ? Math.min(2, rounds) : rounds));
    for (const measure of measures) {
      process.stderr.write(`${name}: ${measure.name}, ${count} rounds\n`);
      results.push({ rounds: count, ...(await measure({ stub, rounds: count, isQuick: values.quick })) });
      loads.push(loadavg()[0]);
    }
  }
  stub.stop();
  const place = {
    date: new Date().toISOString().slice(0, 10),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
    node: process.version,
    processor: `${cpus().length} × ${cpus()[0]?.model}`,
    load: `${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`,
  };
  return { results, place };
}

function report(results, { date, commit, node, processor, load }) {
  const goals = results.flatMap((result) => result.goals);
  const reached = goals.filter(({ isReached }) => isReached).length;
  const parts = results.flatMap(({ title, rounds, tables }) => [
    `## ${title}`,
    ...(rounds > 1 ? [`Medians of ${rounds} rounds.`] : []),
    ...tables.flatMap((each) => [`### ${each.title}`, each.text]),
  ]);
  return [
    "# Speed and size",
    `${date}, commit ${commit}, Node ${node}, ${processor}, load of the machine ${load}. Each sample is a process of its own; the contenders take turns, there and back again; a ratio is the median of those of each round.`,
    "## Goals",
    goalsTable(goals),
    `${reached} of ${goals.length} reached.`,
    ...parts,
  ].join("\n\n");
}

function keep(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "speed.md"), `${text}\n`);
  const kept = results.map(({ tables, ...result }) => result);
  writeFileSync(join(folder, "speed.json"), `${JSON.stringify({ ...place, results: kept }, undefined, 1)}\n`);
}
