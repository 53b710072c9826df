import { readdirSync, readFileSync } from "node:fs";
import { hasOrgdata, orgdata } from "../../../support/orgdata.js";

/** A response of a real org, and the request it answered where that was recorded with it. */
export interface Recording {
  readonly name: string;
  readonly status: number;
  readonly body: unknown;
  readonly request?: { readonly method: string; readonly url: string; readonly body?: unknown };
}

export const recordings: readonly Recording[] = hasOrgdata
  ? readdirSync(orgdata("responses")).map((file) => ({
      name: file.replace(".json", ""),
      ...JSON.parse(readFileSync(orgdata(`responses/${file}`), "utf8")),
    }))
  : [];

export function recorded(name: string): Recording {
  const found = recordings.find((recording) => recording.name === name);
  if (found === undefined) throw new Error(`no recording ${name}`);
  return found;
}
