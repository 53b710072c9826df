import { chmod, mkdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { SettingsError } from "../../index.js";
import type { ProcessEnvironment } from "../find-command.js";

/** Where programs of each platform keep what is theirs; Linux and the rest go by the XDG rules. */
const configFolders: Partial<Record<NodeJS.Platform, (environment: ProcessEnvironment) => string>> = {
  darwin: () => join(homedir(), "Library", "Application Support"),
  win32: ({ APPDATA }) => APPDATA || join(homedir(), "AppData", "Roaming"),
};

/** The folder of the token files where none is chosen: in `ORGTYPE_HOME`, else in the platform's config folder. */
export function defaultTokenFolder(environment: ProcessEnvironment): string {
  const configFolder =
    configFolders[process.platform] ??
    (({ XDG_CONFIG_HOME }) => XDG_CONFIG_HOME || join(homedir(), ".config"));
  return join(environment.ORGTYPE_HOME || join(configFolder(environment), "orgtype"), "tokens");
}

/**
 * Makes the folder, for its owner alone.
 *
 * @throws SettingsError where it is there and others may enter it: it is not ours to shut
 */
export async function prepareTokenFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) return chmod(folder, 0o700);
  const { mode } = await stat(folder);
  if (process.platform === "win32" || (mode & 0o077) === 0) return;
  throw new SettingsError("settings.token-folder", `Others may enter the token folder ${folder}.`, {
    hint: `Shut it (chmod 700 ${folder}), or give another.`,
  });
}
