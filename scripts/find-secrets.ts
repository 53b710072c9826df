/** A secret that no output may hold. */
export interface KeptSecret {
  /** As `"access token"`. */
  readonly kind: string;
  readonly secret: string;
}

export interface Leak {
  readonly kind: string;
  /** The line it starts in, from 1. */
  readonly line: number;
}

/** What Salesforce and the embedded org give out looks so, whether somebody noted it or not. */
const forms = {
  "text like an access token": /\b00D[A-Za-z0-9]{12,15}![\w.]{20,}/g,
  "text like a refresh token": /\b5Aep861[\w.]{20,}/g,
  "text like an authorization code": /\baPrx[\w.]{20,}/g,
};

/**
 * Places where a secret stands in a text: as it is, percent-encoded, or within Base64. Texts that only look
 * like a token or a code are found as well.
 */
export function findSecrets(text: string, secrets: readonly KeptSecret[]): Leak[] {
  const known = secrets.flatMap(({ kind, secret }) =>
    spellingsOf(secret).flatMap((spelling) => placesOf(spelling, text).map((place) => ({ kind, place }))),
  );
  const alike = Object.entries(forms).flatMap(([kind, form]) =>
    [...text.matchAll(form)].map(({ index }) => ({ kind, place: index })),
  );
  return [...known, ...alike]
    .sort((a, b) => a.place - b.place)
    .map(({ kind, place }) => ({ kind, line: text.slice(0, place).split("\n").length }));
}

function spellingsOf(secret: string): string[] {
  const base64 = [0, 1, 2].map((offset) => withinBase64(secret, offset));
  const base64Url = base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_"));
  return [...new Set([secret, encodeURIComponent(secret), ...base64, ...base64Url])];
}

/** The characters that a text gives wherever it begins at that offset of a group of three bytes. */
function withinBase64(secret: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
  const shared = bytes.length % 3 === 0 ? 0 : 1;
  const text = bytes.toString("base64").replace(/=+$/, "");
  return text.slice(Math.ceil((offset * 8) / 6), text.length - shared);
}

function placesOf(spelling: string, text: string): number[] {
  const places: number[] = [];
  let at = text.indexOf(spelling);
  while (at !== -1) {
    places.push(at);
    at = text.indexOf(spelling, at + spelling.length);
  }
  return places;
}
