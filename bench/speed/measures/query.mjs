// Queries of many pages: 2,000 rows each, read row by row.
import { absolute, compared, contendersTable, figures, names, shown } from "../report.mjs";
import { inRounds, median, takeSample } from "../rounds.mjs";

const PAGE_ROWS = 2_000;
const SLOW_MS = 20;
const OURS = ["orgtype", "orgtype-node"];
const CONTENDERS = ["fetch", "undici", "jsforce", ...OURS];
const FIGURES = [
  { title: "ms", figure: "ms" },
  { title: "processor ms", figure: "processorMs" },
  { title: "peak RSS MiB", figure: "peakMib" },
  { title: "ms a page", figure: "msPerPage" },
];

export async function query({ stub, rounds, isQuick }) {
  const rows = isQuick ? 40_000 : 200_000;
  const sampleOf = (contender, kind, server, options = {}) => ({
    scenario: "query",
    contender,
    kind,
    server,
    options: { url: stub.url, ...options },
  });
  const samples = [
    ...CONTENDERS.map((contender) => sampleOf(contender, "many", { queryRows: rows })),
    ...["fetch", ...OURS].map((contender) => sampleOf(contender, "ten times", { queryRows: rows * 10 })),
    ...CONTENDERS.map((contender) =>
      sampleOf(contender, "slow", { queryRows: 40 * PAGE_ROWS, pageMs: SLOW_MS }, { workMs: SLOW_MS }),
    ),
    ...OURS.map((contender) => sampleOf(contender, "find", { queryRows: rows }, { method: "find" })),
  ];
  const results = await inRounds(rounds, samples, async (sample) => {
    await stub.configure(sample.server);
    return checked(await takeSample(sample), sample.server.queryRows);
  });
  const of = (contender, kind) =>
    results.get(samples.find((sample) => sample.contender === contender && sample.kind === kind));
  const entries = (kind) =>
    samples
      .filter((sample) => sample.kind === kind)
      .map((sample) => ({ label: names[sample.contender], samples: results.get(sample) }));
  return {
    title: "Queries",
    goals: goalsOf(of, rows),
    tables: [
      { title: `${rows.toLocaleString("en")} rows`, text: contendersTable(FIGURES, entries("many")) },
      {
        title: `${(rows * 10).toLocaleString("en")} rows`,
        text: contendersTable(FIGURES, entries("ten times")),
      },
      {
        title: `${SLOW_MS} ms until a page comes, ${SLOW_MS} ms of work on it`,
        text: contendersTable(FIGURES, entries("slow")),
      },
      {
        title: `${rows.toLocaleString("en")} rows by \`find\`, which gives what was selected alone`,
        text: contendersTable(FIGURES, entries("find")),
      },
    ],
    samples: samples.map((sample) => ({ ...sample, results: results.get(sample) })),
  };
}

function checked(result, rows) {
  if (result.failure !== undefined || result.read === rows) return result;
  return { failure: `gave ${result.read} rows of ${rows}` };
}

function goalsOf(of, rows) {
  const count = rows.toLocaleString("en");
  return OURS.flatMap((contender) => {
    const suffix = contender === "orgtype" ? "" : ", nodeTransport()";
    const beside = names.fetch;
    const besideFetch = (measure, unit, figure) =>
      compared({
        measure: `${count}-row query, ${measure}${suffix}`,
        unit,
        ours: figures(of(contender, "many"), figure),
        theirs: figures(of("fetch", "many"), figure),
        beside,
        goal: { most: 1.1 },
      });
    return [
      besideFetch("processor", "ms", "processorMs"),
      besideFetch("peak RSS", "MiB", "peakMib"),
      compared({
        measure: `peak RSS at ten times the rows${suffix}`,
        unit: "MiB",
        ours: figures(of(contender, "ten times"), "peakMib"),
        theirs: figures(of(contender, "many"), "peakMib"),
        beside: `at ${count}`,
        goal: { most: 1.1 },
      }),
      absolute({
        measure: `${SLOW_MS} ms pages + ${SLOW_MS} ms work, a page${suffix}`,
        unit: "ms",
        ours: figures(of(contender, "slow"), "msPerPage"),
        beside: `${shown(median(figures(of("fetch", "slow"), "msPerPage")), "ms")} ${beside}`,
        goal: { most: 31 },
      }),
    ];
  });
}
