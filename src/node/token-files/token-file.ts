import { SettingsError } from "../../index.js";
import type { Bytes, EncryptionKeys, KeySource } from "./encryption-keys.js";

const FORMAT = 1;
/** As AES-GCM wants it. */
const IV_BYTES = 12;

/** Bytes are base64url. */
interface Encrypted {
  readonly by: KeySource;
  readonly salt: string;
  readonly iv: string;
  readonly data: string;
}

/** What stands in a file, as JSON. The key is that of the token store, which is no secret. */
interface TokenFile {
  readonly format: number;
  readonly key: string;
  readonly text?: string;
  readonly encrypted?: Encrypted;
}

/** What is missing where the source of a key does not give it. */
const missingKeys = {
  passphrase: "is encrypted, and no passphrase was given",
  keychain: "is encrypted by a key of the OS keychain, which does not give it",
} satisfies Record<KeySource, string>;

/** The content of a file: encrypted, where there is a key to encrypt by. */
export async function sealTokenFile(key: string, text: string, keys: EncryptionKeys): Promise<string> {
  const encrypted = await encrypt(key, text, keys);
  const file: TokenFile = { format: FORMAT, key, ...(encrypted === undefined ? { text } : { encrypted }) };
  return `${JSON.stringify(file)}\n`;
}

/**
 * The text in a file; undefined where its content makes no sense, so that a new login replaces it.
 *
 * @throws SettingsError where it makes sense, but not with our key or to this version
 */
export async function openTokenFile(
  key: string,
  content: string,
  keys: EncryptionKeys,
  path: string,
): Promise<string | undefined> {
  const file = parsed(content);
  if (file === undefined) return undefined;
  if (file.format !== FORMAT) {
    throw unreadable(path, "was written by another version of orgtype", "Use that one");
  }
  return file.encrypted === undefined ? file.text : decrypt(key, file.encrypted, keys, path);
}

async function encrypt(key: string, text: string, keys: EncryptionKeys): Promise<Encrypted | undefined> {
  const writing = await keys.forWriting();
  if (writing === undefined) return undefined;
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = new TextEncoder().encode(text);
  const data = await globalThis.crypto.subtle.encrypt(cipher(key, iv), writing.key, bytes);
  return {
    by: writing.source,
    salt: toText(writing.salt),
    iv: toText(iv),
    data: toText(new Uint8Array(data)),
  };
}

async function decrypt(
  key: string,
  encrypted: Encrypted,
  keys: EncryptionKeys,
  path: string,
): Promise<string> {
  const { by, salt, iv, data } = encrypted;
  const cryptoKey = await keys.forReading(by, toBytes(salt));
  if (cryptoKey === undefined) {
    throw unreadable(path, missingKeys[by], "Give the passphrase by ORGTYPE_KEY, or unlock the keychain");
  }
  try {
    const bytes = await globalThis.crypto.subtle.decrypt(cipher(key, toBytes(iv)), cryptoKey, toBytes(data));
    return new TextDecoder().decode(bytes);
  } catch (cause) {
    throw unreadable(path, "was encrypted by another key, or changed since", "Give that key", cause);
  }
}

/** Bound to the key of the store: a file that is put in another's place does not open. */
function cipher(key: string, iv: Bytes): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(key) };
}

function parsed(content: string): TokenFile | undefined {
  try {
    const file = JSON.parse(content) as Partial<TokenFile> | null;
    return typeof file?.format === "number" ? (file as TokenFile) : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(path: string, problem: string, fix: string, cause?: unknown): SettingsError {
  return new SettingsError("settings.token-key", `The token file ${path} ${problem}.`, {
    hint: `${fix}; or remove the file and log in again.`,
    cause,
  });
}

function toText(bytes: Bytes): string {
  return Buffer.from(bytes).toString("base64url");
}

function toBytes(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, "base64url"));
}
