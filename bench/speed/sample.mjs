// One sample in a process of its own: `node sample.mjs <scenario> <contender> <JSON>`. Its last line is the result.
import { readFileSync } from "node:fs";
import { scenarios } from "./scenarios.mjs";

const [scenario, contender, json] = process.argv.slice(2);
const options = JSON.parse(json);
const { open } = await import(`./contenders/${contender}.mjs`);

/** `ru_maxrss` would begin with what the parent had. */
function peakMib() {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
}

const result = await scenarios[scenario](open(options.url, options.client), options);
console.log(`\n${JSON.stringify({ ...result, peakMib: peakMib() })}`);
process.exit(0);
