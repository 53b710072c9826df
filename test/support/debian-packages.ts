import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs of Debian packages that some tests drive, by path; undefined where this machine has none. */
export const chromium: string | undefined = findProgram("chromium");
export const redisServer: string | undefined = findProgram("redis-server");

/** Why a test is skipped. */
export function missing(program: string): string {
  return `needs ${program}: run scripts/debian-packages`;
}

function findProgram(name: string): string | undefined {
  const paths = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return paths.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
