import { join } from "node:path";
import { SettingsError } from "../../index.js";
import type { ProcessEnvironment } from "../find-command.js";
import { withFileLock } from "./file-lock.js";
import { keyOfKeychain, readKeychain } from "./keychain.js";

/** Where the secret of a key comes from. */
export type KeySource = "passphrase" | "keychain";

export type Bytes = Uint8Array<ArrayBuffer>;

export interface WritingKey {
  readonly source: KeySource;
  readonly salt: Bytes;
  readonly key: CryptoKey;
}

/** The keys of a store. */
export interface EncryptionKeys {
  /** What new text is encrypted by; undefined where there is no key, and text is kept as it is. */
  forWriting(): Promise<WritingKey | undefined>;
  /** The key that something was encrypted by; undefined where its source does not give it. */
  forReading(source: KeySource, salt: Bytes): Promise<CryptoKey | undefined>;
}

const SALT_BYTES = 16;
/** Guesses of a passphrase cost this much more. */
const ITERATIONS = 600_000;

/**
 * Keys by a passphrase (the option, else `ORGTYPE_KEY`), else by the OS keychain.
 *
 * @throws SettingsError where the option is no passphrase
 */
export function encryptionKeys(
  option: string | undefined,
  folder: string,
  environment: ProcessEnvironment,
): EncryptionKeys {
  if (option !== undefined && (typeof option !== "string" || option === "")) {
    throw new SettingsError("settings.token-key", "fileTokenStore({ key }) is no text, or empty.", {
      hint: "Give a passphrase, or leave it out.",
    });
  }
  const passphrase = option ?? (environment.ORGTYPE_KEY || undefined);
  // Deriving takes a while, so the salt of what was read serves for what is written.
  let salt: Bytes = globalThis.crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const derived = new Map<string, Promise<CryptoKey>>();
  let keychainKey: Promise<string | undefined> | undefined;

  const key = (source: KeySource, secret: string) => {
    const name = `${source} ${salt.toString()}`;
    const found = derived.get(name) ?? derive[source](secret, salt);
    derived.set(name, found);
    return found;
  };
  const secretOf: Record<KeySource, () => Promise<string | undefined>> = {
    passphrase: async () => passphrase,
    keychain: async () => (await keychainKey) ?? readKeychain(environment),
  };

  return {
    async forWriting() {
      if (passphrase !== undefined) {
        return { source: "passphrase", salt, key: await key("passphrase", passphrase) };
      }
      // Of two processes that find no key, one alone may make it.
      keychainKey ??= withFileLock(join(folder, "keychain.lock"), undefined, () =>
        keyOfKeychain(environment),
      );
      const secret = await keychainKey;
      return secret === undefined
        ? undefined
        : { source: "keychain", salt, key: await key("keychain", secret) };
    },
    async forReading(source, saltRead) {
      const secret = await secretOf[source]();
      if (secret === undefined) return undefined;
      salt = saltRead;
      return key(source, secret);
    },
  };
}

const derive: Record<KeySource, (secret: string, salt: Bytes) => Promise<CryptoKey>> = {
  passphrase: (secret, salt) =>
    deriveKey(secret, { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS }),
  // Random already: there is nothing to slow down.
  keychain: (secret, salt) =>
    deriveKey(secret, { name: "HKDF", hash: "SHA-256", salt, info: new TextEncoder().encode("orgtype") }),
};

async function deriveKey(secret: string, algorithm: Pbkdf2Params | HkdfParams): Promise<CryptoKey> {
  const { subtle } = globalThis.crypto;
  const bytes = new TextEncoder().encode(secret);
  const material = await subtle.importKey("raw", bytes, algorithm.name, false, ["deriveKey"]);
  const cipher = { name: "AES-GCM", length: 256 };
  return subtle.deriveKey(algorithm, material, cipher, false, ["encrypt", "decrypt"]);
}
