import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RowBlock, readBlocks, splitBlock } from "../../src/csv/read-blocks.js";
import { writeRow } from "../../src/csv/write-row.js";

async function blocksOf(bytes: Uint8Array, cuts: readonly number[]): Promise<RowBlock[]> {
  async function* chunks() {
    let start = 0;
    for (const cut of [...cuts, bytes.length]) {
      yield bytes.subarray(start, cut);
      start = cut;
    }
  }
  const blocks: RowBlock[] = [];
  for await (const block of readBlocks(chunks())) blocks.push(block);
  return blocks;
}

const textOf = (blocks: readonly RowBlock[]) =>
  Buffer.concat(blocks.map(({ bytes }) => bytes)).toString("utf8");
const countOf = (blocks: readonly RowBlock[]) => blocks.reduce((count, { rows }) => count + rows, 0);

const field = fc
  .array(fc.constantFrom('"', ",", "\n", "\r", "\r\n", "é", "🎉", "a"), { maxLength: 6 })
  .map((parts) => parts.join(""));
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );
const lineEnding = fc.constantFrom("\n" as const, "\r\n" as const);

describe("CSV in blocks of whole rows", () => {
  it("is the same bytes, and as many rows as csv-parse reads, however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        lineEnding,
        fc.array(fc.nat(), { maxLength: 6 }),
        async (rows, ending, points) => {
          const text = rows.map((row) => writeRow(row, { lineEnding: ending })).join("");
          const bytes = new TextEncoder().encode(text);
          const cuts = points.map((point) => point % (bytes.length + 1)).sort((a, b) => a - b);
          const blocks = await blocksOf(bytes, cuts);
          expect(textOf(blocks)).toBe(text);
          expect(countOf(blocks)).toBe(parse(text, { record_delimiter: ending }).length);
          // Each block by itself holds the rows that it says.
          for (const block of blocks) {
            expect(parse(textOf([block]), { record_delimiter: ending })).toHaveLength(block.rows);
          }
        },
      ),
      { numRuns: 5_000 },
    );
  }, 240_000);

  it("is parted between rows", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.nat(), async (rows, point) => {
        const lines = rows.map((row) => writeRow(row));
        const count = 1 + (point % rows.length);
        const [block] = await blocksOf(new TextEncoder().encode(lines.join("")), []);
        const [first, others] = splitBlock(block as RowBlock, count);
        expect(textOf([first])).toBe(lines.slice(0, count).join(""));
        expect(textOf([others])).toBe(lines.slice(count).join(""));
        expect([first.rows, others.rows]).toEqual([count, rows.length - count]);
      }),
      { numRuns: 1_000 },
    );
  }, 240_000);

  it("does not count blank lines, wherever it is cut", async () => {
    const bytes = new TextEncoder().encode('\n\r\n"a\n\n"\n\r\n\n""\r\nb\r\n');
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const blocks = await blocksOf(bytes, [first, second]);
        expect([countOf(blocks), textOf(blocks)]).toEqual([3, new TextDecoder().decode(bytes)]);
      }
    }
  });

  it("gives a last row without a line feed apart, and refuses one whose quotes are open", async () => {
    const blocks = await blocksOf(new TextEncoder().encode('a\n"b"\nc'), []);
    expect(blocks.map((block) => [textOf([block]), block.rows, block.isUnended])).toEqual([
      ['a\n"b"\n', 2, false],
      ["c\n", 1, true],
    ]);
    await expect(blocksOf(new TextEncoder().encode('a\n"b\n'), [])).rejects.toMatchObject({
      code: "decode.csv",
    });
  });
});
