// undici for the way, csv-parse for the rows.
import { parse } from "csv-parse";
import { open as openUndici } from "./undici.mjs";

export function open(url) {
  const undici = openUndici(url);
  return {
    async bulkQuery(onRow) {
      for await (const body of undici.bulkPages()) {
        for await (const row of body.pipe(parse({ columns: true }))) onRow(row);
      }
    },
  };
}
