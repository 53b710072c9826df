import { spawn } from "node:child_process";
import { join } from "node:path";

/** Runs a program to its end; answers how long it took, and what it wrote. */
export function runProgram(args, timeoutMs) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: import.meta.dirname,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const wallMs = performance.now() - started;
      resolve({ wallMs, output, errors, code, isTimeout: signal === "SIGKILL" && wallMs >= timeoutMs });
    });
  });
}

/** One sample; `failure` says what went wrong. */
export async function takeSample({ scenario, contender, options }, timeoutMs = 300_000) {
  const script = join(import.meta.dirname, "sample.mjs");
  const ended = await runProgram([script, scenario, contender, JSON.stringify(options)], timeoutMs);
  if (ended.isTimeout) return { failure: `no end within ${timeoutMs / 1000} s` };
  try {
    return JSON.parse(ended.output.trim().split("\n").at(-1));
  } catch {
    // Node ends with 13 where nothing is left to do and a promise is still waited for.
    if (ended.code === 13) return { failure: "stopped before its end" };
    return { failure: failureIn(ended) };
  }
}

function failureIn({ errors, code }) {
  const line = /^.*(?:Error|heap out of memory).*$/m.exec(errors)?.[0] ?? `exit ${code}`;
  return line.trim().slice(0, 80);
}

/** Takes each sample once a round, there and back again: A B C, C B A. Answers the results by sample. */
export async function inRounds(count, samples, take) {
  const results = new Map(samples.map((sample) => [sample, []]));
  for (let round = 0; round < count; round++) {
    const order = round % 2 === 0 ? samples : samples.toReversed();
    for (const sample of order) results.get(sample).push(await take(sample));
  }
  return results;
}

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of the ratios of each round, and the least and largest of them. */
export function ratioOf(ours, theirs) {
  const ratios = ours.map((value, round) => value / theirs[round]).filter(Number.isFinite);
  return { median: median(ratios), least: Math.min(...ratios), largest: Math.max(...ratios) };
}
