import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvWriter } from "../../src/csv/csv-writer.js";
import { rowEnds } from "../../src/csv/row-ends.js";
import { writeRow } from "../../src/csv/write-row.js";

/** Text with what matters to a writer, more often than chance would have it. */
const field = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
  fc
    .array(fc.constantFrom('"', ",", "\n", "\r", " ", "\t", "\u0085", "é", "漢", "🎉", "a"), { maxLength: 6 })
    .map((parts) => parts.join("")),
  // Rows of this length are encoded one by one.
  fc.constantFrom("é", "漢", "a").map((character) => character.repeat(20_000)),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));
const largest = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200_000 }));

const encoder = new TextEncoder();

describe("rows of CSV gathered as bytes", () => {
  it("are all those that have room, and read by csv-parse as what was given", () => {
    fc.assert(
      fc.property(table, largest, (rows, most) => {
        const writer = new CsvWriter(most);
        const wanted: string[][] = [];
        const ends: number[] = [];
        let length = 0;
        for (const fields of rows) {
          const row = writeRow(fields);
          const bytes = encoder.encode(row).length;
          const hasRoom = length + bytes <= most;
          expect(writer.add(row)).toBe(hasRoom);
          if (!hasRoom) continue;
          wanted.push(fields);
          length += bytes;
          ends.push(length);
        }
        const csv = writer.bytes();
        expect(csv.length).toBe(length);
        expect(rowEnds(csv)).toEqual(ends);
        expect(parse(Buffer.from(csv), { record_delimiter: "\n" })).toEqual(wanted);
      }),
      { numRuns: 10_000 },
    );
  }, 240_000);

  it("are written over memory that was used before", () => {
    const memory = new ArrayBuffer(1_000);
    new Uint8Array(memory).fill(0x22);
    const writer = new CsvWriter(1_000, memory);
    writer.add("a,b\n");
    expect(Buffer.from(writer.bytes()).toString()).toBe("a,b\n");
    expect(writer.bytes().buffer).toBe(memory);
  });

  it("have quotes where white space at the ends of a field would be lost", () => {
    expect(writeRow([" a", "a ", "\u00a0a", "a\uFEFF", "a b"])).toBe('" a","a ","\u00a0a","a\uFEFF",a b\n');
  });
});
