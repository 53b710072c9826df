const SHIFTS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

const CONSTANTS = Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
);

/** What a round mixes of three words, and which word of the block comes in each of its steps. */
const ROUNDS = [
  { mix: (b: number, c: number, d: number) => (b & c) | (~b & d), word: (step: number) => step },
  { mix: (b: number, c: number, d: number) => (d & b) | (~d & c), word: (step: number) => 5 * step + 1 },
  { mix: (b: number, c: number, d: number) => b ^ c ^ d, word: (step: number) => 3 * step + 5 },
  { mix: (b: number, c: number, d: number) => c ^ (b | ~d), word: (step: number) => 7 * step },
] as const;

/** The MD5 of bytes in hex (RFC 1321), which Salesforce keeps of each version of a file. */
export function md5(bytes: Uint8Array): string {
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const words = new DataView(padded.buffer);
  words.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n, true);
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < padded.length; block += 64) {
    const mixed = mixBlock(state, (word) => words.getUint32(block + 4 * word, true));
    state = state.map((value, index) => (value + (mixed[index] ?? 0)) | 0);
  }
  const digest = new DataView(new ArrayBuffer(16));
  for (const [index, value] of state.entries()) digest.setInt32(4 * index, value, true);
  return [...new Uint8Array(digest.buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function mixBlock(state: readonly number[], wordAt: (word: number) => number): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (const [round, { mix, word }] of ROUNDS.entries()) {
    for (let step = 0; step < 16; step++) {
      const sum = (a + mix(b, c, d) + (CONSTANTS[16 * round + step] ?? 0) + wordAt(word(step) % 16)) | 0;
      const shift = SHIFTS[round]?.[step % 4] ?? 0;
      [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
  }
  return [a, b, c, d];
}
