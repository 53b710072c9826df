import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvWriter } from "../../src/csv/csv-writer.js";

/** Text with what matters to a writer, more often than chance would have it; halves of surrogate pairs, too. */
const field = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme-ascii", maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('"', ",", "\n", "\r", " ", "\t", "\u0085", "é", "漢", "🎉", "\ud83c", "\udc00", "a"),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join("")),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1 }));

/** What cannot be encoded comes back as another character. */
const canBeEncoded = (text: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text)) === text;

describe("CSV written as bytes", () => {
  it("is read by csv-parse as what was given, and lacks the rows that were taken back", () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 200 }), (rows, usual) => {
        const writer = new CsvWriter(usual);
        const wanted: string[][] = [];
        for (const row of rows) {
          const start = writer.length;
          const isWhole = row.every((text) => writer.field(text));
          expect(isWhole).toBe(row.every(canBeEncoded));
          if (isWhole) {
            writer.endRow(start);
            wanted.push(row);
          } else writer.cutAt(start);
        }
        const bytes = Buffer.from(writer.bytes());
        expect(bytes.length).toBe(writer.length);
        expect(parse(bytes, { record_delimiter: "\n" })).toEqual(wanted);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it("is quoted where white space at its ends would be lost", () => {
    const writer = new CsvWriter(10);
    for (const text of [" a", "a ", "\u00a0a", "a\uFEFF", "a b"]) writer.field(text);
    writer.endRow(0);
    expect(Buffer.from(writer.bytes()).toString()).toBe('" a","a ","\u00a0a","a\uFEFF",a b\n');
  });
});
