const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
const ID_FORM = /^[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})?$/;
/** Where real ids name the org's instance. */
const INSTANCE = "Ot";
const SEQUENCE_LENGTH = 10;

/** Makes the 18-character id of a 15-character one: one bit for each upper-case letter, five to a character. */
export function withChecksum(id15: string): string {
  let suffix = "";
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const character = id15.charAt(block + at);
      if (character >= "A" && character <= "Z") bits |= 1 << at;
    }
    suffix += CHECKSUM.charAt(bits);
  }
  return id15 + suffix;
}

/** The 18-character form of an id of 15 or 18 characters; null where the text is no id. */
export function toId18(text: string): string | null {
  if (!ID_FORM.test(text)) return null;
  const full = withChecksum(text.slice(0, 15));
  return text.length === 15 || text === full ? full : null;
}

export interface IdSource {
  /** The next id with this three-character key prefix. */
  next(keyPrefix: string): string;
  /** How many ids of each prefix have been given. */
  counts(): Record<string, number>;
  /** Gives no id that was given when the counts were these. */
  goOnFrom(counts: Readonly<Record<string, number>>): void;
}

/** Counts ids up for each key prefix, as an org does. */
export function createIdSource(): IdSource {
  const counts = new Map<string, number>();
  return {
    next(keyPrefix) {
      const count = (counts.get(keyPrefix) ?? 0) + 1;
      counts.set(keyPrefix, count);
      return withChecksum(keyPrefix + INSTANCE + base62(count).padStart(SEQUENCE_LENGTH, "0"));
    },
    counts: () => Object.fromEntries(counts),
    goOnFrom(given) {
      for (const [prefix, count] of Object.entries(given)) {
        counts.set(prefix, Math.max(count, counts.get(prefix) ?? 0));
      }
    },
  };
}

function base62(value: number): string {
  let text = "";
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = DIGITS.charAt(rest % 62) + text;
  return text;
}
