// undici for the way, papaparse for the rows.
import Papa from "papaparse";
import { open as openUndici } from "./undici.mjs";

export function open(url) {
  const undici = openUndici(url);
  return {
    async bulkQuery(onRow) {
      for await (const body of undici.bulkPages()) {
        const rows = body.pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true }));
        for await (const row of rows) onRow(row);
      }
    },
  };
}
