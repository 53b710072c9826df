// Bulk results: how near reading rows comes to downloading their bytes, and whether each row comes once.
import { absolute, compared, contendersTable, figures, names, shown } from "../report.mjs";
import { inRounds, median, takeSample } from "../rounds.mjs";

const MANY_ROWS = 5_000_000;
const OURS = ["orgtype", "orgtype-node"];
/** A contender that hangs is ended then. */
const PATIENCE_MS = 120_000;
const FIGURES = [
  { title: "rows a second", figure: "rowsPerSecond" },
  { title: "processor ms", figure: "processorMs" },
  { title: "peak RSS MiB", figure: "peakMib" },
];

const READERS = [
  { label: "undici, download alone", contender: "undici", scenario: "download" },
  { label: "fetch, download alone", contender: "fetch", scenario: "download" },
  ...["undici", "fetch", "csv-parse", "papaparse", "jsforce", ...OURS].map((contender) => ({
    label: names[contender],
    contender,
    scenario: "bulkQuery",
  })),
  { label: "orgtype, `raw`", contender: "orgtype", scenario: "bulkQuery", read: { raw: true } },
  { label: "orgtype, `parallel: 4`", contender: "orgtype", scenario: "bulkQuery", read: { parallel: 4 } },
];

export async function bulkQuery({ stub, rounds, isQuick }) {
  const rows = isQuick ? 200_000 : 1_000_000;
  const manyRows = isQuick ? rows : MANY_ROWS;
  const sampleOf = ({ label, contender, scenario, read }, count) => ({
    label,
    contender,
    scenario,
    options: { url: stub.url, rows: count, read },
  });
  const take = async (sample) => {
    await stub.configure({ bulkRows: sample.options.rows });
    return checked(await takeSample(sample, PATIENCE_MS), sample.options.rows);
  };
  const samples = READERS.map((reader) => sampleOf(reader, rows));
  const results = await inRounds(rounds, samples, take);
  const exact = OURS.map((contender) =>
    sampleOf({ label: names[contender], contender, scenario: "bulkQuery" }, manyRows),
  );
  const exactResults = await inRounds(rounds, exact, take);
  const of = (label) => results.get(samples.find((sample) => sample.label === label));
  const entries = (from) => [...from].map(([{ label }, taken]) => ({ label, samples: taken }));
  return {
    title: "Bulk queries",
    goals: OURS.flatMap((contender, index) =>
      goalsOf(contender, of, exactResults.get(exact[index]), { rows, manyRows }),
    ),
    tables: [
      {
        title: `${rows.toLocaleString("en")} rows in pages of 250,000`,
        text: contendersTable(FIGURES, entries(results)),
      },
      {
        title: `${manyRows.toLocaleString("en")} rows`,
        text: contendersTable(FIGURES, entries(exactResults)),
      },
    ],
    samples: [...results, ...exactResults].map(([sample, taken]) => ({ ...sample, results: taken })),
  };
}

/** The sums of ids say whether each row came, and once. */
function checked(result, rows) {
  if (result.failure !== undefined || result.bytes !== undefined) return result;
  if (result.rows !== rows) {
    return { failure: `gave ${result.rows.toLocaleString("en")} rows of ${rows.toLocaleString("en")}` };
  }
  let hash = 0;
  for (let number = 0; number < rows; number++) hash = (hash + Math.imul(number, number ^ 0x9e3779b1)) | 0;
  if (result.sum === (rows * (rows - 1)) / 2 && result.hash === hash) return result;
  return { failure: "gave other rows than there are" };
}

function goalsOf(contender, of, exact, { rows: fewer, manyRows }) {
  const suffix = contender === "orgtype" ? "" : ", nodeTransport()";
  const count = manyRows.toLocaleString("en");
  const failure = exact.find((sample) => sample.failure !== undefined)?.failure;
  const [{ failure: peer }] = of(names.jsforce);
  return [
    compared({
      measure: `bulk query, rows a second${suffix}`,
      unit: "/s",
      ours: figures(of(names[contender]), "rowsPerSecond"),
      theirs: figures(of("undici, download alone"), "rowsPerSecond"),
      beside: "undici, download alone",
      goal: { least: 0.75 },
    }),
    absolute({
      measure: `bulk query of ${count} rows, peak RSS${suffix}`,
      unit: "MiB",
      ours: figures(exact, "peakMib"),
      beside: `${shown(median(figures(of(names[contender]), "peakMib")), "MiB")} at ${fewer.toLocaleString("en")}`,
      goal: { most: 150 },
    }),
    {
      measure: `bulk query of ${count} rows${suffix}`,
      ours: failure ?? "each row once",
      beside: `jsforce, ${fewer.toLocaleString("en")} rows: ${peer ?? "each row once"}`,
      ratio: "",
      goal: "each row once",
      isReached: failure === undefined,
    },
  ];
}
