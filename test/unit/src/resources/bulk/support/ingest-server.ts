import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "csv-parse/sync";
import Papa from "papaparse";
import { tokenAnswer } from "../../../../../support/fake-org.js";
import { sendJson } from "../../../../../support/node-server.js";

type Fields = Record<string, string>;

export interface IngestServerOptions {
  /** Why a row fails; undefined where it does not. */
  fate?: (fields: Fields, job: number) => string | undefined;
  /** Whether the connection is cut in the middle of the first upload. */
  isFirstCut?: boolean;
  /** Answers an upload that is there. */
  answerUpload?: (response: ServerResponse, upload: number) => void;
  /** Whether results come in the order of the rows. */
  isReversed?: boolean;
}

export interface Upload {
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly rows: readonly Fields[];
}

interface Job {
  readonly number: number;
  rows: readonly Fields[];
  state: string;
}

/** Salesforce's side of bulk loads on a real socket, as far as the client can tell. */
export async function ingestServer({
  fate = () => undefined,
  isFirstCut = false,
  answerUpload = (response) => response.writeHead(201).end(),
  isReversed = false,
}: IngestServerOptions = {}) {
  const jobs: Job[] = [];
  const uploads: Upload[] = [];
  let begun = 0;
  const errorOf = (job: Job, row: Fields) => fate(row, job.number);

  const told = (job: Job) => ({
    id: `750${String(job.number).padStart(12, "0")}AAA`,
    object: "Account",
    operation: "insert",
    state: job.state,
    numberRecordsProcessed: job.state === "JobComplete" ? job.rows.length : 0,
    numberRecordsFailed: job.rows.filter((row) => errorOf(job, row) !== undefined).length,
  });

  function results(job: Job, isFailed: boolean): string {
    const rows = job.rows.filter((row) => (errorOf(job, row) !== undefined) === isFailed);
    const lines = rows.map((row, place) =>
      isFailed
        ? ["", errorOf(job, row) ?? "", ...Object.values(row)]
        : [`001${String(job.number * 10_000 + place).padStart(12, "0")}AAA`, "true", ...Object.values(row)],
    );
    const header = ["sf__Id", isFailed ? "sf__Error" : "sf__Created", ...Object.keys(job.rows[0] ?? {})];
    return `${Papa.unparse([header, ...(isReversed ? lines.reverse() : lines)], { quotes: true, newline: "\n" })}\n`;
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? "";
    if (path === "/services/oauth2/token") return sendJson(response, 200, tokenAnswer("token", url));
    const [, number, part] = /\/jobs\/ingest(?:\/750(\d+)AAA)?(?:\/(\w+))?$/.exec(path) ?? [];
    const job = number === undefined ? undefined : jobs[Number(number)];
    if (part === "batches" && isFirstCut && begun++ === 0) request.once("data", () => request.destroy());
    const body = await bytesOf(request);
    if (job === undefined) {
      jobs.push({ number: jobs.length, rows: [], state: "Open" });
      return sendJson(response, 200, told(jobs.at(-1) as Job));
    }
    if (part === "batches") {
      job.rows = parse(body, { columns: true, record_delimiter: "\n" }) as Fields[];
      return answerUpload(response, uploads.push({ headers: request.headers, body, rows: job.rows }) - 1);
    }
    if (part !== undefined) return response.end(results(job, part === "failedResults"));
    if (request.method === "PATCH") {
      const { state } = JSON.parse(body.toString()) as { state: string };
      job.state = state === "UploadComplete" ? "JobComplete" : state;
    }
    return sendJson(response, 200, told(job));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    jobs,
    /** Those that came whole. */
    uploads,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
