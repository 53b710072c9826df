import { chmod } from "node:fs/promises";
import { join } from "node:path";
import type { Credentials, Org, OrgData } from "orgtype/mock";
import { SettingsError } from "../../../src/errors.js";
import { readIfThere, replaceFile } from "../../output/replace-file.js";

const FILE = "org.json";
const SAVE_EVERY_MS = 1_000;

/** What an org leaves behind for its next run: its records, and how to log in. */
export interface KeptOrg {
  readonly credentials: Credentials;
  readonly data: OrgData;
}

/** The org kept in a folder; undefined where there is none yet. */
export async function readOrg(folder: string): Promise<KeptOrg | undefined> {
  const path = join(folder, FILE);
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<KeptOrg>;
    if (kept.credentials !== undefined && kept.data !== undefined) return kept as KeptOrg;
  } catch {
    // Said below.
  }
  throw new SettingsError("settings.data", `${path} holds no org.`, {
    hint: "Give another folder as --data, or delete the file to begin anew.",
  });
}

/** Saves an org when it was changed, and at the end. A file that is there is whole at any moment. */
export function keepOrg(
  folder: string,
  org: () => Org,
): { save: () => Promise<void>; end: () => Promise<void> } {
  let saved = -1;
  let saving: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    saving = saving.then(async () => {
      const { changes, credentials } = org();
      if (changes === saved) return;
      const path = join(folder, FILE);
      await replaceFile(path, JSON.stringify({ credentials, data: org().export() }));
      // It holds secrets, if only those of an org in memory.
      await chmod(path, 0o600);
      saved = changes;
    });
    return saving;
  };
  const timer = setInterval(() => void save(), SAVE_EVERY_MS);
  return {
    save,
    async end() {
      clearInterval(timer);
      await save();
    },
  };
}
