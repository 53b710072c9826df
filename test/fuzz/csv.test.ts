import { parse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readRows } from "../../src/csv/read-rows.js";
import { writeRow } from "../../src/csv/write-row.js";

const DELIMITERS = [",", "^", "|", ";", "\t", "`"];

async function read(bytes: Uint8Array, cuts: readonly number[], delimiter = ","): Promise<string[][]> {
  async function* chunks() {
    let start = 0;
    for (const cut of [...cuts, bytes.length]) {
      yield bytes.subarray(start, cut);
      start = cut;
    }
  }
  const rows: string[][] = [];
  for await (const some of readRows(chunks(), { delimiter })) rows.push(...some);
  return rows;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Text with what matters in CSV, more often than chance would have it. */
const field = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '""',
        ",",
        "^",
        "|",
        ";",
        "\t",
        "`",
        "\n",
        "\r",
        "\r\n",
        " ",
        "é",
        "🎉",
        "\uFEFF",
        "\uFFFD",
        "a",
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join("")),
);
const table = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );
const format = fc.record({
  delimiter: fc.constantFrom(...DELIMITERS),
  lineEnding: fc.constantFrom("\n" as const, "\r\n" as const),
});

describe("CSV", () => {
  it("reads back what it wrote, however it is cut, and as csv-parse and papaparse read it", async () => {
    await fc.assert(
      fc.asyncProperty(table, format, fc.array(fc.nat(), { maxLength: 5 }), async (rows, options, points) => {
        const text = rows.map((row) => writeRow(row, options)).join("");
        const bytes = encode(text);
        const cuts = points.map((point) => point % (bytes.length + 1)).sort((a, b) => a - b);
        expect(await read(bytes, cuts, options.delimiter)).toEqual(rows);
        const { delimiter, lineEnding } = options;
        expect(parse(text, { delimiter, record_delimiter: lineEnding })).toEqual(rows);
        const papa = Papa.parse<string[]>(text.slice(0, -lineEnding.length), {
          delimiter,
          newline: lineEnding,
        });
        expect(papa.data).toEqual(rows);
      }),
      { numRuns: 10_000 },
    );
  }, 240_000);

  it("reads what others wrote, always or never quoted", async () => {
    await fc.assert(
      fc.asyncProperty(table, format, fc.boolean(), async (rows, { delimiter, lineEnding }, quotes) => {
        const text = Papa.unparse(rows, { delimiter, newline: lineEnding, quotes });
        const isBlank = (row: string[]) => row.length === 1 && row[0] === "";
        const wanted = quotes ? rows : rows.filter((row) => !isBlank(row));
        // papaparse leaves a byte order mark at the start of a field unquoted.
        fc.pre(quotes || !text.startsWith("\uFEFF"));
        expect(await read(encode(text), [], delimiter)).toEqual(wanted);
      }),
      { numRuns: 2_000 },
    );
  }, 240_000);

  it.each([
    [
      "quotes, line ends and doubled quotes in a field",
      'a,"b\r\n""c"",\n"\r\n""",",1\n',
      [
        ["a", 'b\r\n"c",\n'],
        ['",', "1"],
      ],
    ],
    [
      "characters of several bytes",
      'é,"🎉\n漢"\nx,ß',
      [
        ["é", "🎉\n漢"],
        ["x", "ß"],
      ],
    ],
    ["a byte order mark", '\uFEFFId,"\uFEFF"\n', [["Id", "\uFEFF"]]],
    ["a byte order mark before quotes", '\uFEFF"Id",Name\n', [["Id", "Name"]]],
    ["blank lines and no end of line", '\n\r\na\n\n""\n', [["a"], [""]]],
  ])("%s, cut at every two places", async (_, text, rows) => {
    const bytes = encode(text);
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        expect(await read(bytes, [first, second])).toEqual(rows);
      }
    }
  });

  it.each([
    ["ends inside quotes", 'a,"b\n'],
    ["has text after quotes", 'a,"b"c\n'],
    ["has quotes inside a field", 'a,b"c",d\n'],
  ])("that %s is refused", async (_, text) => {
    await expect(read(encode(text), [])).rejects.toMatchObject({ name: "DecodeError", code: "decode.csv" });
  });

  it.each([
    ["a byte that begins none", [0x61, 0xff, 0x0a]],
    ["a character that is cut off", [0xc3, 0x0a]],
    ["half of a surrogate pair", [0xed, 0xa0, 0xbd, 0x0a]],
    ["such a byte, and a replacement character that was sent", [0xef, 0xbf, 0xbd, 0x2c, 0xff, 0x0a]],
  ])("that is not UTF-8 is refused: %s", async (_, bytes) => {
    await expect(read(Uint8Array.from(bytes), [])).rejects.toMatchObject({
      code: "decode.csv",
      message: expect.stringContaining("not UTF-8"),
    });
  });
});
