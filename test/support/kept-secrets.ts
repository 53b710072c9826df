import { randomBytes } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";

// Set by scripts/test.mjs, which looks for the secrets in all output when the tests are through.
const folder = process.env.ORGTYPE_LEAK_FOLDER;
const kept = new Set<string>();

/** Notes a secret that no output may hold, and returns it. */
export function keepSecret(kind: string, secret: string): string {
  // A short text would be found by chance.
  if (secret.length < 8) throw new Error(`The ${kind} is too short to be looked for.`);
  if (!kept.has(secret)) write("secrets.jsonl", `${JSON.stringify({ kind, secret })}\n`);
  kept.add(secret);
  return secret;
}

/** A secret made up for one run. */
export function newSecret(kind: string): string {
  return keepSecret(kind, randomBytes(18).toString("hex"));
}

/** The secrets noted by this process so far. */
export function keptSecrets(): readonly string[] {
  return [...kept];
}

/** Notes what a child process printed, as output to look through. */
export function keepOutput(text: string): void {
  write("children.log", text);
}

function write(name: string, text: string): void {
  if (folder !== undefined) appendFileSync(join(folder, name), text);
}
