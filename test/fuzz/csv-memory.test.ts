import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { readRows } from "../../src/csv/read-rows.js";

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc") as () => void;

const MEGABYTE = 1_000_000;
const ROWS = 1_000;

/** Chunks of one megabyte; each of their rows holds an id of its own and much that nobody wants to keep. */
async function* chunks(count: number, filler: number) {
  for (let chunk = 0; chunk < count; chunk++) {
    let text = "";
    for (let row = 0; row < ROWS; row++) {
      text += `"001${String(chunk * ROWS + row).padStart(12, "0")}AAA","${"x".repeat(filler)}"\n`;
    }
    yield new TextEncoder().encode(text);
  }
}

/** Bytes of the heap that are taken by one field of every `each`th row. */
async function heldBytes(count: number, filler: number, each: number): Promise<number> {
  const kept: string[] = [];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let index = 0;
  for await (const rows of readRows(chunks(count, filler))) {
    for (const [id = ""] of rows) if (index++ % each === 0) kept.push(id);
  }
  collectGarbage();
  const held = process.memoryUsage().heapUsed - before;
  expect(kept.length).toBe((count * ROWS) / each);
  return held;
}

describe("a field of CSV that is kept", () => {
  it("does not keep the chunk that it was in", async () => {
    // 40 MB went through; one field of each chunk stays.
    expect(await heldBytes(40, 960, ROWS)).toBeLessThan(2 * MEGABYTE);
  });

  it("does not keep a row that is long", async () => {
    // 40 MB went through; an id of each row of 2,000 characters stays.
    expect(await heldBytes(20, 1_960, 1)).toBeLessThan(6 * MEGABYTE);
  });
});
