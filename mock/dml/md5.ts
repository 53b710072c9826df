import { md5 as digest } from "@noble/hashes/legacy";
import { bytesToHex } from "@noble/hashes/utils";

/** The MD5 of bytes in hex, which Salesforce keeps of each version of a file. Web crypto has none. */
export function md5(bytes: Uint8Array): string {
  return bytesToHex(digest(bytes));
}
