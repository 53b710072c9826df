// Bulk API 2.0: jobs end as soon as they are asked for.
import { pipeline, Readable } from "node:stream";
import { bodyOf, send, sendJson } from "./answers.mjs";
import { bulkRows } from "./bulk-rows.mjs";
import { state } from "./state.mjs";
import { CsvRowCount, successfulResults } from "./uploads.mjs";

const CSV = { "Content-Type": "text/csv" };

const jobs = new Map();

/** @param rest the path from the kind of job on: `query/750…/results` */
export async function bulkJobs(request, response, rest) {
  const [kind, id, part] = rest.split("/");
  if (id === undefined || id === "") return openJob(request, response, kind);
  const job = jobs.get(id);
  if (job === undefined) return sendJson(response, 404, [{ errorCode: "NOT_FOUND", message: "no such job" }]);
  if (part === "results") return results(request, response);
  if (part === "resultPages") return resultPages(response, id);
  if (part === "batches") return upload(request, response, job);
  if (part !== undefined) return ingestResults(response, job, part);
  if (request.method === "PATCH") {
    const { state: asked } = JSON.parse(await bodyOf(request));
    job.state = asked === "UploadComplete" ? "JobComplete" : asked;
  }
  if (request.method === "DELETE") jobs.delete(id);
  return sendJson(response, 200, told(job));
}

async function openJob(request, response, kind) {
  const given = JSON.parse(await bodyOf(request));
  const id = `750${String(jobs.size).padStart(12, "0")}AAA`;
  const isQuery = kind === "query";
  const job = {
    id,
    ...given,
    object: given.object ?? "Account",
    state: isQuery ? "JobComplete" : "Open",
    contentUrl: `services/data/v66.0/jobs/ingest/${id}/batches`,
    apiVersion: 66,
    rows: isQuery ? state.settings.bulkRows : 0,
    chunks: [],
  };
  jobs.set(id, job);
  // As Salesforce does: a query that was just made is not complete yet.
  return sendJson(response, 200, { ...told(job), state: isQuery ? "UploadComplete" : "Open" });
}

function told({ rows, chunks, ...job }) {
  return { ...job, numberRecordsProcessed: rows, numberRecordsFailed: 0 };
}

function locatorOf(row) {
  return row < state.settings.bulkRows ? Buffer.from(String(row)).toString("base64url") : "null";
}

function results(request, response) {
  const { bulkRows: total, bulkPageRows } = state.settings;
  const asked = new URL(request.url, "http://host").searchParams;
  const from = asked.has("locator") ? Number(Buffer.from(asked.get("locator"), "base64url")) : 0;
  const to = Math.min(total, from + Number(asked.get("maxRecords") ?? bulkPageRows));
  response.writeHead(200, {
    "Content-Type": "text/csv",
    "Sforce-Locator": locatorOf(to),
    "Sforce-NumberOfRecords": to - from,
  });
  pipeline(Readable.from(bulkRows(from, to), { highWaterMark: 2 }), response, () => {});
}

function resultPages(response, id) {
  const { bulkRows: total, bulkPageRows } = state.settings;
  const resultPages = [];
  for (let row = 0; row < total; row += bulkPageRows) {
    const locator = row === 0 ? "" : `?locator=${locatorOf(row)}`;
    resultPages.push({ resultUrl: `/services/data/v66.0/jobs/query/${id}/results${locator}` });
  }
  sendJson(response, 200, { resultPages, done: true, nextRecordsUrl: null });
}

function upload(request, response, job) {
  const count = new CsvRowCount();
  request.on("data", (chunk) => {
    count.push(chunk);
    state.counts.uploadedBytes += chunk.length;
    if (state.settings.keepsUploads) job.chunks.push(chunk);
  });
  request.on("end", () => {
    // The first row names the columns.
    job.rows = count.rows - 1;
    state.counts.uploads++;
    state.counts.uploadedRows += job.rows;
    response.writeHead(201, { "Content-Length": 0 });
    response.end();
  });
}

function ingestResults(response, job, part) {
  if (part !== "successfulResults") return send(response, 200, Buffer.from('"sf__Id","sf__Error"\n'), CSV);
  response.writeHead(200, CSV);
  const rows = successfulResults(job.chunks);
  job.chunks = [];
  return pipeline(Readable.from(rows, { highWaterMark: 2 }), response, () => {});
}
