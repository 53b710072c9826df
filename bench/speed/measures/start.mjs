// What a process waits for before it can do anything: whole processes, by the clock of their parent.
import { compared, contendersTable, figures, names } from "../report.mjs";
import { inRounds, runProgram } from "../rounds.mjs";
import { TOKEN } from "../token.mjs";

const PATIENCE_MS = 30_000;
const CLIENTS = [
  { label: "empty process", program: "empty.mjs" },
  { label: "orgtype, ESM", program: "client-orgtype.mjs" },
  { label: "orgtype, CommonJS", program: "client-orgtype.cjs" },
  { label: "jsforce, ESM", program: "client-jsforce.mjs" },
];
const FIGURES = [
  { title: "ms", figure: "wallMs" },
  { title: "processor ms", figure: "processorMs" },
];
const FIRST_GETS = ["fetch", "jsforce", "orgtype", "orgtype-node"];

export async function start({ stub, rounds }) {
  await stub.configure();
  const programs = [
    ...CLIENTS.map(({ label, program }) => ({ kind: "client", label, args: [program] })),
    ...FIRST_GETS.flatMap((contender) => [
      { kind: "token", label: names[contender], args: [`get-${contender}.mjs`, stub.url, TOKEN] },
      { kind: "login", label: names[contender], args: [`get-${contender}.mjs`, stub.url] },
    ]),
  ];
  const run = async ({ args: [program, ...args] }) => {
    const node = ["--require", "./programs/usage.cjs", `programs/${program}`, ...args];
    const { wallMs, code, output, errors } = await runProgram(node, PATIENCE_MS);
    if (code !== 0) return { failure: errors.trim().split("\n").at(-1) };
    return { wallMs, processorMs: Number(output.split("\n").at(-1)) };
  };
  // Not counted: the first of each reads its files from the disk.
  await inRounds(1, programs, run);
  const results = await inRounds(rounds, programs, run);
  const of = (kind, label) => {
    const program = programs.find((each) => each.kind === kind && each.label === label);
    return figures(results.get(program), "wallMs");
  };
  const tableOf = (kind) =>
    contendersTable(
      FIGURES,
      programs
        .filter((each) => each.kind === kind)
        .map((each) => ({ label: each.label, samples: results.get(each) })),
    );
  return {
    title: "Start",
    goals: goalsOf(of),
    tables: [
      { title: "Import, and make a client", text: tableOf("client") },
      { title: "First GET, with a token", text: tableOf("token") },
      { title: "Login by client credentials, and first GET", text: tableOf("login") },
    ],
    samples: programs.map((program) => ({ ...program, results: results.get(program) })),
  };
}

function goalsOf(of) {
  const imports = CLIENTS.slice(1, 3).map(({ label }) =>
    compared({
      measure: `import + client, ${label}`,
      unit: "ms",
      ours: of("client", label),
      theirs: of("client", "empty process"),
      beside: "empty process",
      goal: { most: 1.5 },
    }),
  );
  const gets = [
    ["token", "first GET, with a token"],
    ["login", "login and first GET"],
  ].flatMap(([kind, measure]) =>
    ["orgtype", "orgtype-node"].map((contender) =>
      compared({
        measure: `process start to ${measure}${contender === "orgtype" ? "" : ", nodeTransport()"}`,
        unit: "ms",
        ours: of(kind, names[contender]),
        theirs: of(kind, names.fetch),
        beside: names.fetch,
        goal: { most: 1.15 },
      }),
    ),
  );
  return [...imports, ...gets];
}
