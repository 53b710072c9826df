import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import { firstFailure, resultsOf } from "./answers.js";
import { toRequest } from "./composite.js";
import { checkSize, type Plan } from "./plan.js";
import type { References } from "./references.js";
import {
  answersByName,
  graphsRequest,
  LARGEST_GRAPH,
  MOST_GRAPHS,
  type SubAnswer,
  type SubRequest,
} from "./requests.js";

/** A graph on its way, and where in the result it goes. */
interface Graph {
  readonly index: number;
  readonly plan: Plan;
  readonly requests: readonly SubRequest[];
}

/** Salesforce stops after 14 graphs that failed: of those after them nothing was done. */
const HALTED = "PROCESSING_HALTED";

/** Sends plans, each all or none by itself: as many with a request as Salesforce takes. */
export async function sendGraphs(
  send: Send,
  apiVersion: string,
  plans: readonly Plan[],
  references: References,
  options: CallOptions,
): Promise<unknown[]> {
  const graphs = plans.map((plan, index): Graph => {
    checkSize(plan, LARGEST_GRAPH);
    const requests = [...plan.steps.values()].map((step) => toRequest(step, apiVersion, references));
    return { index, plan, requests };
  });
  const outcomes = new Array<unknown>(graphs.length);
  for (let left = graphs; left.length > 0; ) {
    const halted: Graph[] = [];
    for (const batch of batchesOf(left)) {
      const answered = await send(graphsRequest(batch.map(({ requests }) => requests)), options);
      for (const [place, graph] of batch.entries()) {
        const answers = answered[place]?.answers ?? [];
        if (isHalted(answers)) halted.push(graph);
        else outcomes[graph.index] = await outcomeOf(graph, answers);
      }
    }
    // Each round comes to some graphs at least; where it does not, what Salesforce says is the outcome.
    if (halted.length === left.length) {
      for (const graph of halted) outcomes[graph.index] = await outcomeOf(graph, []);
      break;
    }
    left = halted;
  }
  return outcomes;
}

/** As many graphs to a request as Salesforce takes. */
function* batchesOf(graphs: readonly Graph[]): Generator<Graph[], void, undefined> {
  let batch: Graph[] = [];
  let nodes = 0;
  for (const graph of graphs) {
    if (batch.length === MOST_GRAPHS || nodes + graph.requests.length > LARGEST_GRAPH) {
      yield batch;
      batch = [];
      nodes = 0;
    }
    batch.push(graph);
    nodes += graph.requests.length;
  }
  if (batch.length > 0) yield batch;
}

function isHalted(answers: readonly SubAnswer[]): boolean {
  return answers.length > 0 && answers.every(({ body }) => codeOf(body) === HALTED);
}

function codeOf(body: unknown): unknown {
  return Array.isArray(body) ? (body[0] as { errorCode?: unknown } | undefined)?.errorCode : undefined;
}

async function outcomeOf({ plan }: Graph, answers: readonly SubAnswer[]): Promise<unknown> {
  const answerOf = answersByName(answers);
  const error = await firstFailure(plan, answerOf);
  return error === undefined
    ? { success: true, value: await resultsOf(plan, answerOf) }
    : { success: false, error };
}
