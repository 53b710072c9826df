// As its documentation shows.
import jsforce from "jsforce";
import { TOKEN } from "../token.mjs";

export function open(url) {
  const connection = new jsforce.Connection({ instanceUrl: url, accessToken: TOKEN, version: "66.0" });
  return {
    retrieve: (id) => connection.sobject("Account").retrieve(id),
    create: (record) => connection.sobject("Account").create(record),
    query: (soql) =>
      connection.query(soql, { autoFetch: true, maxFetch: Number.MAX_SAFE_INTEGER }).stream("record"),
    async bulkQuery(onRow) {
      const options = { pollInterval: 10, pollTimeout: 600_000 };
      const rows = await connection.bulk2.query("SELECT Id, Name FROM Account", options);
      await new Promise((resolve, reject) => rows.on("record", onRow).on("end", resolve).on("error", reject));
    },
    async load(records) {
      const job = connection.bulk2.createJob({ object: "Account", operation: "insert", lineEnding: "LF" });
      await job.open();
      // It takes arrays only.
      await job.uploadData([...records]);
      await job.close();
    },
  };
}
