import fc from "fast-check";
import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { bulkApi } from "./bulk-api.js";

const DELIMITERS = { COMMA: ",", TAB: "\t", SEMICOLON: ";", PIPE: "|", CARET: "^", BACKQUOTE: "`" };
const NEWLINES = { LF: "\n", CRLF: "\r\n" };

/** Texts that CSV must take care with, between letters since Salesforce trims what it stores. */
const value = fc
  .array(fc.constantFrom(",", "\t", ";", "|", "^", "`", '"', '""', "\n", " ", "é", "😀", "#N/A", "x"), {
    maxLength: 12,
  })
  .map((parts) => `a${parts.join("")}z`);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe("CSV of bulk jobs", () => {
  it("brings every text in, and out again", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...(Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[])),
        fc.constantFrom(...(Object.keys(NEWLINES) as (keyof typeof NEWLINES)[])),
        async (rows, columnDelimiter, lineEnding) => {
          const bulk = bulkApi(createOrg());
          const delimiter = DELIMITERS[columnDelimiter];
          const newline = NEWLINES[lineEnding];
          const csv = [["Name", "Description"], ...rows]
            .map((row) => `${row.map(quoted).join(delimiter)}${newline}`)
            .join("");
          const format = { columnDelimiter, lineEnding };
          const { id } = (
            await bulk.post("/jobs/ingest", { object: "Account", operation: "insert", ...format })
          ).body;
          await bulk.putCsv(`/jobs/ingest/${id}/batches`, csv);
          await bulk.patch(`/jobs/ingest/${id}`, { state: "UploadComplete" });
          const query = "SELECT Name, Description FROM Account";
          const job = (await bulk.post("/jobs/query", { operation: "query", query, ...format })).body;
          for (let polls = 0; polls < 2; polls++) await bulk.get(`/jobs/query/${job.id}`);
          expect((await bulk.get(`/jobs/query/${job.id}/results`)).text).toBe(csv);
        },
      ),
      { numRuns: 40 },
    );
  });
});
