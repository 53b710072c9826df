// How long an editor waits for completion in an org of many objects, beside completion of a plain interface with as
// many members in the same run. Where the machine has other work, what the server worked says more than the wait.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RawDescribe } from "orgtype/codegen";
import { type CompletionApp, openCompletionApp } from "../../test/support/completion-app.js";
import { type CompletionProbe, completionProbes } from "../../test/support/completion-probes.js";
import { row } from "./report.js";
import { objectName, syntheticDescribes } from "./synthetic-describes.js";

const GOAL_MS = 120;
/** Every so many objects one is wide: it has 450 fields, and all kinds of them. */
const WIDE = { first: 5, step: 97 };
const ELSEWHERE = "sf.|;";
const size = Number(process.argv[2] ?? 1_500);

/** In milliseconds. */
interface Time {
  readonly wait: number;
  /** What the server worked for it, all threads; undefined where the system does not tell. */
  readonly cpu: number | undefined;
}

interface Answer {
  readonly offered: number;
  /** The first question at this place; the file is open and has been looked at since it last changed. */
  readonly cold: Time;
  /** Asked again right after a change of the file: the compiler knows no type any more. */
  readonly edited: Time;
}

/** Each probe at another wide object, as far as there are so many. */
function probesOf(describes: readonly RawDescribe[]): CompletionProbe[] {
  const wide = Math.ceil((describes.length - WIDE.first) / WIDE.step);
  const sets = Array.from({ length: wide }, (_, at) =>
    completionProbes(describes, objectName(WIDE.first + at * WIDE.step)),
  );
  return (sets[0] ?? []).flatMap((_, at) => sets[at % wide]?.[at] ?? []);
}

/** A plain interface with as many members, and its completion. */
function referenceOf(
  { what, offered }: CompletionProbe,
  at: number,
): CompletionProbe & { declaration: string } {
  const members = offered.map((_, index) => `member_${index}`);
  return {
    what,
    offered: members,
    besides: [],
    statement: `plain${at}.|;`,
    declaration: `interface Plain${at} { ${members.map((name) => `${name}: string | null;`).join(" ")} } declare const plain${at}: Plain${at};`,
  };
}

async function ask({ server, file, caretOf }: CompletionApp, probe: CompletionProbe): Promise<Answer> {
  const place = caretOf(probe.statement);
  const end = { file, line: place.line, offset: probe.statement.length };
  const timed = async () => {
    const began = { at: performance.now(), cpu: server.cpuMilliseconds() };
    const names = await server.completions(place);
    const ended = server.cpuMilliseconds();
    const cpu = began.cpu === undefined || ended === undefined ? undefined : ended - began.cpu;
    return { time: { wait: Math.round(performance.now() - began.at), cpu }, names };
  };
  await server.completions(caretOf(ELSEWHERE));
  const cold = await timed();
  server.notify("change", { ...end, endLine: end.line, endOffset: end.offset, insertString: " " });
  const edited = await timed();
  server.notify("change", { ...end, endLine: end.line, endOffset: end.offset + 1, insertString: "" });
  const missing = probe.offered.filter((name) => !cold.names.includes(name));
  if (missing.length > 0) throw new Error(`${probe.what}: ${missing.length} names are not offered.`);
  return { offered: cold.names.length, cold: cold.time, edited: edited.time };
}

function median(times: readonly Time[]): Time {
  const middle = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    wait: middle(times.map(({ wait }) => wait)),
    cpu: middle(times.flatMap(({ cpu }) => cpu ?? [])),
  };
}

function line(name: string, offered: number | "", times: readonly Time[]): string {
  return row([name, String(offered), ...times.map(({ wait, cpu }) => `${wait} (${cpu ?? "?"})`)]);
}

const describes = syntheticDescribes(size);
const probes = probesOf(describes);
const references = probes.map(referenceOf);
const statements = [...probes, ...references].map(({ statement }) => statement);
const app = await openCompletionApp(
  describes,
  [ELSEWHERE, ...statements],
  references.map(({ declaration }) => declaration),
);
try {
  const began = performance.now();
  await app.server.completions(app.caretOf(ELSEWHERE));
  const openedMs = Math.round(performance.now() - began);
  const answers: { what: string; ours: Answer; plain: Answer }[] = [];
  for (const [at, probe] of probes.entries()) {
    const plain = await ask(app, references[at] ?? probe);
    answers.push({ what: probe.what, plain, ours: await ask(app, probe) });
  }
  const head = ["completion: ms (of the processor)", "offered", "cold", "after an edit"];
  console.log(row([...head, "plain, cold", "plain, after an edit"]));
  console.log(row(["---", "--:", "--:", "--:", "--:", "--:"]));
  for (const { what, ours, plain } of answers)
    console.log(line(what, ours.offered, [ours.cold, ours.edited, plain.cold, plain.edited]));
  const medians = {
    cold: median(answers.map(({ ours }) => ours.cold)),
    edited: median(answers.map(({ ours }) => ours.edited)),
    plainCold: median(answers.map(({ plain }) => plain.cold)),
    plainEdited: median(answers.map(({ plain }) => plain.edited)),
  };
  console.log(line("**median**", "", Object.values(medians)));
  const megabytes = app.server.megabytes();
  console.log(`\n${size} objects: open and first completion ${openedMs} ms; ${megabytes} MB`);
  const reached = medians.cold.wait <= GOAL_MS;
  const words = `cold median ${medians.cold.wait} ms, goal ${GOAL_MS} ms on an idle machine`;
  console.log(`${reached ? "reached" : "MISSED"}: ${words}`);
  const result = { objects: size, openedMs, megabytes, medians, answers };
  await writeFile(join(import.meta.dirname, "completion.json"), `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await app.close();
}
