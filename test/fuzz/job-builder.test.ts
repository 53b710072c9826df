import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readSource } from "../../src/resources/bulk/ingest/read-source.js";
import { splitJobs } from "../../src/resources/bulk/ingest/split-jobs.js";

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc
    .array(fc.constantFrom('"', ",", "\n", "\r", " ", "é", "漢", "🎉", "a"), { maxLength: 5 })
    .map((parts) => parts.join("")),
);
const value = fc.oneof(
  text.filter((each) => each !== "#N/A"),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((each) => !Object.is(each, -0)),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
/** Records of the same few fields, in one order mostly, which some lack. */
const names = fc.oneof(
  { weight: 3, arbitrary: fc.subarray(["A__c", "B__c", "C__c", "D__c"], { minLength: 1 }) },
  fc.shuffledSubarray(["A__c", "B__c", "C__c", "D__c"], { minLength: 1 }),
);
const record = names
  .chain((fields) => fc.tuple(fc.constant(fields), fc.array(value, { minLength: 4, maxLength: 4 })))
  .map(([fields, values]) => Object.fromEntries(fields.map((name, place) => [name, values[place]])))
  .filter((fields) => Object.values(fields).some((each) => each !== undefined));

/** What Salesforce is told of a record. */
const cells = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, each]) =>
      each === undefined ? [] : [[name, each === null || each === "" ? "#N/A" : String(each)]],
    ),
  );

it("records are split into jobs of CSV that hold each once, in order, and give it back", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 200, max: 600 }),
      fc.boolean(),
      async (records, largest, keepsInputs) => {
        const source = readSource(records.values(), { kinds: {}, delimiter: ",", isOfIds: false });
        const sent: object[] = [];
        let told = 0;
        for await (const job of splitJobs(source, largest, keepsInputs, (read) => (told = read))) {
          expect(job.csv.length).toBeLessThanOrEqual(largest);
          const rows = parse(Buffer.from(job.csv), { columns: true, record_delimiter: "\n" }) as object[];
          expect(rows.length).toBe(job.count);
          rows.forEach((row, place) => {
            const { index, input } = job.row(place);
            expect(index).toBe(sent.length);
            const wanted = records[index] ?? {};
            if (keepsInputs) expect(input).toBe(wanted);
            else expect(input).toEqual(wanted);
            const filled = Object.entries(row).filter(([, cell]) => cell !== "");
            expect(Object.fromEntries(filled)).toEqual(cells(wanted));
            sent.push(row);
          });
          job.letGo();
        }
        expect(sent.length).toBe(records.length);
        expect(told).toBe(records.length);
      },
    ),
    { numRuns: 5_000 },
  );
}, 240_000);
