import { createHash, randomUUID } from "node:crypto";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { TokenStore } from "../../auth/token-store.js";
import type { ProcessEnvironment } from "../find-command.js";
import { type EncryptionKeys, encryptionKeys } from "./encryption-keys.js";
import { withFileLock } from "./file-lock.js";
import { openTokenFile, sealTokenFile } from "./token-file.js";
import { defaultTokenFolder, prepareTokenFolder } from "./token-folder.js";

export interface FileTokenStoreOptions {
  /**
   * A folder of its own. Default: `tokens` in `$ORGTYPE_HOME`, else in the folder `orgtype` of the platform's
   * config folder.
   */
  folder?: string;
  /** Passphrase that the files are encrypted by. Default: `$ORGTYPE_KEY`, else a key kept in the OS keychain. */
  key?: string;
}

/**
 * Keeps tokens in files, one a login, which only their owner may read (0600 in a folder of 0700). Several
 * processes can share the folder. Files are encrypted with AES-GCM where there is a key: `key`, `ORGTYPE_KEY`,
 * or a random one in the OS keychain (Linux `secret-tool`, macOS `security`); else they are plain text.
 *
 * Its methods reject with a SettingsError where a file is encrypted by another key, or where others may
 * enter the folder.
 *
 * @throws SettingsError where an option is wrong
 */
export function fileTokenStore(
  options: FileTokenStoreOptions = {},
  environment: ProcessEnvironment = process.env,
): TokenStore {
  const folder = resolve(options.folder || defaultTokenFolder(environment));
  const keys = encryptionKeys(options.key, folder, environment);
  const fileOf = (key: string) => join(folder, createHash("sha256").update(key).digest("hex"));

  return {
    async get(key) {
      await prepareTokenFolder(folder);
      return readText(key, fileOf(key), keys);
    },
    async compareAndSet(key, expected, next) {
      await prepareTokenFolder(folder);
      const file = fileOf(key);
      // Not the lock of `lock`: whoever holds that one writes, too.
      return withFileLock(`${file}.write`, undefined, async () => {
        if ((await readText(key, file, keys)) !== expected) return false;
        await (next === undefined
          ? rm(file, { force: true })
          : replace(folder, file, await sealTokenFile(key, next, keys)));
        return true;
      });
    },
    async lock(key, signal, work) {
      await prepareTokenFolder(folder);
      return withFileLock(`${fileOf(key)}.lock`, signal, work);
    },
  };
}

async function readText(key: string, file: string, keys: EncryptionKeys): Promise<string | undefined> {
  const content = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return content === undefined ? undefined : openTokenFile(key, content, keys, file);
}

/** In one step: whoever reads meanwhile, or after a crash, finds the old content or the new. */
async function replace(folder: string, file: string, content: string): Promise<void> {
  await removeUnfinished(folder, file);
  const unfinished = `${file}.${randomUUID()}.tmp`;
  const handle = await open(unfinished, "wx", 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** What processes left that died while they wrote: they hold tokens, too. */
async function removeUnfinished(folder: string, file: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (path.startsWith(file) && name.endsWith(".tmp")) await rm(path, { force: true });
  }
}
