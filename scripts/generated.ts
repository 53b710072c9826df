// Writes everything below generated/; with --check says what differs instead, and writes nothing.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import { generateStandard } from "./generate-standard.js";

const root = resolve(import.meta.dirname, "..");
const committed = join(root, "generated");

async function generateAll(folder: string): Promise<void> {
  const types = await openapiTS(new URL("../codegen/openapi/rest.yaml", import.meta.url));
  const rest = join(folder, "rest/rest.d.ts");
  await mkdir(dirname(rest), { recursive: true });
  await writeFile(rest, COMMENT_HEADER + astToString(types));
  await generateStandard(join(folder, "standard"));
}

async function filesBelow(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), await readFile(path, "utf8"));
  }
  return files;
}

async function stalePaths(): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), "orgtype-generated-"));
  try {
    await generateAll(scratch);
    const [fresh, found] = await Promise.all([filesBelow(scratch), filesBelow(committed)]);
    const paths = new Set([...fresh.keys(), ...found.keys()]);
    return [...paths].filter((path) => fresh.get(path) !== found.get(path)).sort();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

if (process.argv.includes("--check")) {
  const stale = await stalePaths();
  for (const path of stale) console.error(`generated/${path} differs from what would be generated.`);
  if (stale.length > 0) console.error("Run scripts/build and commit what it wrote.");
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  await generateAll(committed);
}
