// What a careful user writes who needs just this: no retries, no limits, no types.
import { CsvReader, csvPieces } from "../csv.mjs";
import { COLUMNS } from "../records.mjs";

const DATA = "/services/data/v66.0";
const JOB_BYTES = 90_000_000;

/**
 * @param json sends a request, with a value as JSON where there is one, and answers the value that came
 * @param results answers the body of a page of bulk results, and the locator of the next one
 * @param upload sends pieces of CSV
 */
export function byHand({ json, results, upload }) {
  /** Bodies of bulk results, page after page. */
  async function* bulkPages() {
    const query = { operation: "query", query: "SELECT Id, Name FROM Account" };
    const { id } = await json("POST", `${DATA}/jobs/query`, query);
    await json("GET", `${DATA}/jobs/query/${id}`);
    for (let locator = ""; locator !== "null"; ) {
      const page = await results(`${DATA}/jobs/query/${id}/results${locator && `?locator=${locator}`}`);
      yield page.body;
      locator = page.locator;
    }
  }

  return {
    bulkPages,
    retrieve: (id) => json("GET", `${DATA}/sobjects/Account/${id}`),
    create: (record) => json("POST", `${DATA}/sobjects/Account`, record),
    async *query(soql) {
      for (let path = `${DATA}/query?q=${encodeURIComponent(soql)}`; path !== undefined; ) {
        const page = await json("GET", path);
        for (const record of page.records) yield record;
        path = page.nextRecordsUrl;
      }
    },
    async bulkQuery(onRow) {
      for await (const body of bulkPages()) {
        const reader = new CsvReader(onRow);
        const decoder = new TextDecoder();
        for await (const chunk of body) reader.push(decoder.decode(chunk, { stream: true }));
      }
    },
    async load(records) {
      const source = { isDone: false, records };
      while (!source.isDone) {
        const job = { object: "Account", operation: "insert", lineEnding: "LF" };
        const { id } = await json("POST", `${DATA}/jobs/ingest`, job);
        await upload(`${DATA}/jobs/ingest/${id}/batches`, csvPieces(source, COLUMNS, JOB_BYTES));
        await json("PATCH", `${DATA}/jobs/ingest/${id}`, { state: "UploadComplete" });
      }
    },
  };
}
