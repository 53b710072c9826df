// Looks for the secrets that the tests used in everything that was printed: scripts/leaks.ts <folder>
// The folder holds secrets.jsonl, which test/support/kept-secrets.ts writes, and *.log, the output.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { findSecrets, type KeptSecret } from "./find-secrets.js";

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name the folder.");

const lines = (await readFile(join(folder, "secrets.jsonl"), "utf8")).split("\n");
const secrets = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as KeptSecret);
// That nothing was found must not mean that nothing was looked for.
if (secrets.length === 0) throw new Error("The tests noted no secrets.");

let leaks = 0;
for (const name of (await readdir(folder)).filter((file) => file.endsWith(".log"))) {
  for (const { kind, line } of findSecrets(await readFile(join(folder, name), "utf8"), secrets)) {
    console.error(`${name}:${line}: a ${kind}`);
    leaks++;
  }
}
console.log(leaks === 0 ? `None of ${secrets.length} secrets stands in the output.` : `${leaks} found.`);
process.exitCode = leaks === 0 ? 0 : 1;
