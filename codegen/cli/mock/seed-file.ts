import { readFile } from "node:fs/promises";
import type { Org } from "orgtype/mock";
import { isOrgtypeError, SettingsError } from "../../../src/errors.js";

/**
 * Puts the records of a file into an org: `{ "Account": [{ "Name": "Acme" }] }`, or likely ones,
 * `{ "fill": { "Account": 1000 }, "seed": 42 }`, or both.
 */
export async function seedFromFile(org: Org, path: string): Promise<void> {
  const { fill, seed, ...records } = await readSeed(path);
  try {
    if (Object.keys(records).length > 0) org.seed(records as Parameters<Org["seed"]>[0]);
    if (fill !== undefined) {
      org.fill(fill as Parameters<Org["fill"]>[0], typeof seed === "number" ? { seed } : {});
    }
  } catch (error) {
    if (!isOrgtypeError(error, "ApiError") && !(error instanceof TypeError)) throw error;
    throw new SettingsError("settings.seed", `${path}: ${error.message}`, {
      hint: "Nothing of the file was kept.",
    });
  }
}

async function readSeed(path: string): Promise<Record<string, unknown>> {
  const hint = 'Give JSON as { "Account": [{ "Name": "Acme" }] }, or { "fill": { "Account": 100 } }.';
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new SettingsError("settings.seed", `${path} cannot be read.`, { hint });
  }
  try {
    const seed: unknown = JSON.parse(text);
    if (typeof seed === "object" && seed !== null && !Array.isArray(seed))
      return seed as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new SettingsError("settings.seed", `${path} holds no records.`, { hint });
}
