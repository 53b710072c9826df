import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Writable } from "node:stream";
import type { BulkQuery } from "../../resources/bulk/query/bulk-query.js";

/**
 * Writes the CSV of a bulk query to a file as Salesforce sends it (UTF-8, commas, line feeds), with one header row.
 * The file is there once it is whole: until then what comes is in `<path>.part`. Returns the number of rows.
 *
 * @throws what the query throws, and the errors of the file system; no part is left then
 *
 * @example
 * await writeToFile(sf.bulk.query("SELECT Id, Name FROM Account"), "accounts.csv");
 */
export async function writeToFile(query: BulkQuery<unknown>, path: string): Promise<number> {
  const part = `${path}.part`;
  try {
    const rows = await query.toWritable(
      Writable.toWeb(createWriteStream(part)) as WritableStream<Uint8Array>,
    );
    await rename(part, path);
    return rows;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
