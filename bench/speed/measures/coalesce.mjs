// How many requests creates of the same time are.
import { absolute, names, table } from "../report.mjs";
import { inRounds, takeSample } from "../rounds.mjs";

const CREATES = 1_000;

export async function coalesce({ stub }) {
  const samples = [
    { label: "orgtype, `coalesce: {}`", contender: "orgtype", client: { coalesce: {} } },
    { label: names.orgtype, contender: "orgtype" },
    { label: names.jsforce, contender: "jsforce" },
  ].map(({ label, contender, client }) => ({
    label,
    contender,
    scenario: "creates",
    options: { url: stub.url, count: CREATES, client },
  }));
  const results = await inRounds(1, samples, async (sample) => {
    await stub.configure();
    const result = await takeSample(sample);
    const { requests } = await stub.counts();
    return { ...result, requests: Object.values(requests).reduce((sum, count) => sum + count, 0) };
  });
  const rows = samples.map((sample) => [sample.label, results.get(sample)[0]]);
  return {
    title: "Coalescing",
    goals: [
      absolute({
        measure: `${CREATES.toLocaleString("en")} creates at the same time, coalesced`,
        unit: "requests",
        ours: [rows[0][1].requests],
        beside: `${rows[2][1].requests.toLocaleString("en")} requests jsforce`,
        goal: { exactly: CREATES / 200 },
      }),
    ],
    tables: [
      {
        title: `${CREATES.toLocaleString("en")} creates at the same time`,
        text: table(
          ["", "requests", "ms", "processor ms"],
          rows.map(([label, { requests, ms, processorMs }]) => [label, requests, ms, processorMs]),
        ),
      },
    ],
    samples: samples.map((sample) => ({ ...sample, results: results.get(sample) })),
  };
}
