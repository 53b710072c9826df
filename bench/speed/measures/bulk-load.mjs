// Bulk loads of objects. The writers by hand only upload; orgtype also waits for the end and asks what failed.
import { compared, contendersTable, figures, names } from "../report.mjs";
import { inRounds, takeSample } from "../rounds.mjs";

const OURS = ["orgtype", "orgtype-node"];
const FIGURES = [
  { title: "rows a second", figure: "rowsPerSecond" },
  { title: "processor ms", figure: "processorMs" },
  { title: "peak RSS MiB", figure: "peakMib" },
];
const WRITERS = [
  ...["undici", "fetch", "jsforce"].map((contender) => ({ label: names[contender], contender })),
  ...OURS.map((contender) => ({ label: names[contender], contender, results: "failures" })),
  ...OURS.map((contender) => ({
    label: `${names[contender]}, each result matched`,
    contender,
    results: "all",
  })),
];

export async function bulkLoad({ stub, rounds, isQuick }) {
  const rows = isQuick ? 100_000 : 500_000;
  const samples = WRITERS.map(({ label, contender, results }) => ({
    label,
    contender,
    scenario: "load",
    options: { url: stub.url, rows, results },
  }));
  const results = await inRounds(rounds, samples, async (sample) => {
    await stub.configure({ keepsUploads: sample.options.results === "all" });
    const result = await takeSample(sample);
    const { uploads, uploadedRows } = await stub.counts();
    if (result.failure === undefined && uploadedRows !== rows) {
      return { failure: `sent ${uploadedRows} rows of ${rows}` };
    }
    // The writers by hand do not ask.
    if ((result.succeeded ?? rows) !== rows)
      return { failure: `was told of ${result.succeeded} rows of ${rows}` };
    return { ...result, uploads };
  });
  const of = (label) => results.get(samples.find((sample) => sample.label === label));
  return {
    title: "Bulk loads",
    goals: OURS.flatMap((contender) => goalsOf(contender, of)),
    tables: [
      {
        title: `${rows.toLocaleString("en")} objects`,
        text: contendersTable(
          [...FIGURES, { title: "uploads", figure: "uploads" }],
          samples.map((sample) => ({ label: sample.label, samples: results.get(sample) })),
        ),
      },
    ],
    samples: samples.map((sample) => ({ ...sample, results: results.get(sample) })),
  };
}

function goalsOf(contender, of) {
  const suffix = contender === "orgtype" ? "" : ", nodeTransport()";
  const beside = (measure, unit, figure, goal) =>
    compared({
      measure: `bulk load, ${measure}${suffix}`,
      unit,
      ours: figures(of(names[contender]), figure),
      theirs: figures(of(names.undici), figure),
      beside: names.undici,
      goal,
    });
  return [
    beside("rows a second", "/s", "rowsPerSecond", { least: 0.8 }),
    beside("peak RSS", "MiB", "peakMib", { most: 1.3 }),
  ];
}
