import Papa from "papaparse";
import { expect } from "vitest";
import type { bulkApi } from "./bulk-api.js";

const DELIMITERS = { COMMA: ",", TAB: "\t", SEMICOLON: ";", PIPE: "|", CARET: "^", BACKQUOTE: "`" };

interface Ended {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: a job has many members
  readonly job: any;
  /** Rows of each result, by column. */
  readonly successful: Record<string, string>[];
  readonly failed: Record<string, string>[];
  readonly unprocessed: Record<string, string>[];
}

/** Ingest jobs, step by step or from their making to their results. */
export function bulkLoads(bulk: ReturnType<typeof bulkApi>) {
  async function open(job: object): Promise<string> {
    const { status, body } = await bulk.post("/jobs/ingest", job);
    expect({ status, body }).toMatchObject({ status: 200, body: { state: "Open" } });
    return body.id;
  }

  async function polled(id: string): Promise<Ended> {
    for (;;) {
      const { body: job } = await bulk.get(`/jobs/ingest/${id}`);
      if (!["JobComplete", "Failed", "Aborted"].includes(job.state)) continue;
      const results = async (name: string) => {
        const { text } = await bulk.get(`/jobs/ingest/${id}/${name}`);
        return Papa.parse<Record<string, string>>(text, {
          header: true,
          skipEmptyLines: true,
          delimiter: DELIMITERS[job.columnDelimiter as keyof typeof DELIMITERS],
        }).data;
      };
      return {
        id,
        job,
        successful: await results("successfulResults"),
        failed: await results("failedResults"),
        unprocessed: await results("unprocessedrecords"),
      };
    }
  }

  async function run(job: object, csv: string): Promise<Ended> {
    const id = await open(job);
    expect((await bulk.putCsv(`/jobs/ingest/${id}/batches`, csv)).status).toBe(201);
    const closed = await bulk.patch(`/jobs/ingest/${id}`, { state: "UploadComplete" });
    expect(closed.body.state).toBe("UploadComplete");
    return polled(id);
  }

  return { open, polled, run };
}
