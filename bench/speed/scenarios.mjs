// What a sample does. Each takes what a contender opened, and answers figures.
import { newRecords, RECORD } from "./records.mjs";

function processorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Does work, and answers how long it took: on the clock, and of the processor. */
async function timed(work) {
  const processor = processorMs();
  const started = performance.now();
  const result = await work();
  return { ...result, ms: performance.now() - started, processorMs: processorMs() - processor };
}

async function repeat(count, atATime, call) {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}

/** Many calls of one kind, after as many that are not counted: V8 compiles on in the background until then. */
async function calls(client, { method, count, atATime }) {
  const call = {
    retrieve: () => client.retrieve("001000000000007AAA"),
    create: () => client.create({ ...RECORD }),
  }[method];
  await repeat(count, atATime, call);
  const { ms, processorMs: processor } = await timed(() => repeat(count, atATime, call));
  return { microseconds: (processor * 1000) / count, perSecond: (count / ms) * 1000 };
}

/** Reads a query to its end, with a pause after each page where asked. */
async function query(client, { method = "query", pageRows = 2_000, workMs = 0 }) {
  const rows = await timed(async () => {
    let read = 0;
    for await (const { Id } of client[method]("SELECT Id, Name FROM Account")) {
      if (typeof Id !== "string") throw new Error("a row without Id");
      if (++read % pageRows === 0 && workMs > 0) await new Promise((wake) => setTimeout(wake, workMs));
    }
    return { read };
  });
  return { ...rows, msPerPage: (rows.ms * pageRows) / rows.read };
}

/** Reads a bulk query to its end. Of ids, which count from 0, two sums are kept. */
async function bulkQuery(client, { read }) {
  const seen = { rows: 0, sum: 0, hash: 0 };
  const times = await timed(() =>
    client.bulkQuery(({ Id, Name }) => {
      const number = Number(Id.slice(3, 15));
      if (typeof Name !== "string") throw new Error("a row without Name");
      seen.rows++;
      seen.sum += number;
      seen.hash = (seen.hash + Math.imul(number, number ^ 0x9e3779b1)) | 0;
    }, read),
  );
  return { ...times, ...seen, rowsPerSecond: (seen.rows / times.ms) * 1000 };
}

/** The bytes of the same result, with nothing made of them. */
async function download(client, { rows }) {
  const times = await timed(async () => {
    let bytes = 0;
    for await (const body of client.bulkPages()) for await (const chunk of body) bytes += chunk.length;
    return { bytes };
  });
  return { ...times, rows, rowsPerSecond: (rows / times.ms) * 1000 };
}

async function load(client, { rows, results }) {
  const times = await timed(async () => ({ succeeded: await client.load(newRecords(rows), results) }));
  return { ...times, rows, rowsPerSecond: (rows / times.ms) * 1000 };
}

/** Creates at the same time. */
async function creates(client, { count }) {
  return timed(async () => {
    const ids = await Promise.all(Array.from({ length: count }, () => client.create({ ...RECORD })));
    return { created: new Set(ids).size };
  });
}

export const scenarios = { calls, query, bulkQuery, download, load, creates };
