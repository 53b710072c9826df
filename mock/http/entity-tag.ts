const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SPREAD = 0x9e3779b1;
/** Words of 32 bits in a long tag. */
const WORDS = 8;

/** A short tag, such as describes have: `"baf7f695"`. */
export function shortTag(content: string): string {
  return `"${hash(content, OFFSET).toString(16).padStart(8, "0")}"`;
}

/** A long tag, such as records have: 32 bytes in base64. */
export function longTag(content: string): string {
  const first = hash(content, OFFSET);
  const second = hash(content, first);
  let bytes = "";
  for (let place = 0; place < WORDS; place++) {
    const word = Math.imul(first + Math.imul(place, second), SPREAD) >>> 0;
    for (let shift = 24; shift >= 0; shift -= 8) bytes += String.fromCharCode((word >>> shift) & 0xff);
  }
  return `"${btoa(bytes)}"`;
}

/** FNV-1a of 32 bits. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), PRIME) >>> 0;
  return value;
}
