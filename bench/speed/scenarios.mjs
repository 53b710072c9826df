// What a sample does. Each takes what a contender opened, and answers figures.
import { newRecords, RECORD } from "./records.mjs";
import { median } from "./rounds.mjs";

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

const PARTS = 10;

/**
 * Many calls of one kind, after as many that are not counted: V8 compiles on in the background until then. They are
 * counted in parts, of which the median one is taken: others have the processor, too, and take it for a while.
 */
async function calls(client, { method, count, atATime }) {
  const call = {
    retrieve: () => client.retrieve("001000000000007AAA"),
    create: () => client.create({ ...RECORD }),
  }[method];
  await repeat(count, atATime, call);
  const each = count / PARTS;
  const parts = [];
  for (let part = 0; part < PARTS; part++) parts.push(await timed(() => repeat(each, atATime, call)));
  return {
    microseconds: (median(parts.map((part) => part.processorMs)) * 1000) / each,
    perSecond: (each / median(parts.map((part) => part.ms))) * 1000,
  };
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
