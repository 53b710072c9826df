// What a call costs, apart from the network: the processor's time of the client alone.
import { compared, contendersTable, figures, names } from "../report.mjs";
import { inRounds, takeSample } from "../rounds.mjs";

const CONTENDERS = ["fetch", "undici", "jsforce", "orgtype", "orgtype-node"];
/** The first thousands cost several times as much, whoever makes them. */
const CALLS = 4_000;
const KINDS = [
  { method: "retrieve", title: "GET", atATime: 1 },
  { method: "create", title: "CREATE", atATime: 1 },
  { method: "retrieve", title: "GET", atATime: 50 },
  { method: "create", title: "CREATE", atATime: 50 },
];

const title = (kind) =>
  `${kind.title}, ${kind.atATime === 1 ? "one at a time" : `${kind.atATime} at a time`}`;

export async function rest({ stub, rounds, isQuick }) {
  await stub.configure();
  const samples = KINDS.flatMap(({ method, atATime }) =>
    CONTENDERS.map((contender) => ({
      scenario: "calls",
      contender,
      options: { url: stub.url, method, atATime, count: isQuick ? CALLS / 10 : CALLS },
    })),
  );
  const results = await inRounds(rounds, samples, takeSample);
  const of = (kind, contender) =>
    results.get(samples[KINDS.indexOf(kind) * CONTENDERS.length + CONTENDERS.indexOf(contender)]);
  return {
    title: "Calls",
    goals: [...KINDS.flatMap((kind) => processorGoals(kind, of)), ...rateGoals(KINDS[1], of)],
    tables: KINDS.map((kind) => ({
      title: title(kind),
      text: contendersTable(
        [
          { title: "processor µs a call", figure: "microseconds" },
          { title: "calls a second", figure: "perSecond" },
          { title: "peak RSS MiB", figure: "peakMib" },
        ],
        CONTENDERS.map((contender) => ({ label: names[contender], samples: of(kind, contender) })),
      ),
    })),
    samples: samples.map((sample) => ({ ...sample, results: results.get(sample) })),
  };
}

function processorGoals(kind, of) {
  return [
    ["orgtype", 1.15],
    ["orgtype-node", 0.6],
  ].map(([contender, most]) =>
    compared({
      measure: `processor, ${title(kind)}${contender === "orgtype" ? "" : ", nodeTransport()"}`,
      unit: "µs",
      ours: figures(of(kind, contender), "microseconds"),
      theirs: figures(of(kind, "fetch"), "microseconds"),
      beside: names.fetch,
      goal: { most },
    }),
  );
}

function rateGoals(kind, of) {
  return [
    ["orgtype", 4],
    ["orgtype-node", 10],
  ].map(([contender, least]) =>
    compared({
      measure: `creates, one after the other${contender === "orgtype" ? "" : ", nodeTransport()"}`,
      unit: "/s",
      ours: figures(of(kind, contender), "perSecond"),
      theirs: figures(of(kind, "jsforce"), "perSecond"),
      beside: names.jsforce,
      goal: { least },
    }),
  );
}
