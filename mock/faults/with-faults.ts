import type { Answer } from "../http/call.js";
import { brokenResponse } from "./break-body.js";
import { ConnectionCut } from "./connection-cut.js";
import { faultAnswer } from "./fault-answer.js";
import type { FaultRule } from "./fault-rule.js";

type Answered = Answer | Response;

/** How a request is answered, and how its answer becomes a response. */
export interface Answering {
  readonly answer: () => Promise<Answered>;
  readonly toResponse: (answer: Answered) => Response;
}

/**
 * Answers a request as a rule says; as it is where there is none.
 *
 * @throws ConnectionCut where there is to be no answer
 */
export async function answerWithFault(
  rule: FaultRule | undefined,
  { answer, toResponse }: Answering,
): Promise<{ readonly response: Response; readonly status: number }> {
  const answered = rule === undefined ? await answer() : await faulty(rule, answer);
  const response = toResponse(answered);
  return {
    response: rule === undefined ? response : brokenResponse(response, rule),
    status: answered.status,
  };
}

async function faulty(rule: FaultRule, answer: () => Promise<Answered>): Promise<Answered> {
  await delay(rule.delayMs ?? 0);
  const refusal = faultAnswer(rule);
  if (rule.after === true) await answer();
  if (rule.resetAfterBytes === 0) throw new ConnectionCut();
  return refusal ?? answer();
}

/** Timers do not count to infinity. */
function delay(ms: number): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    if (Number.isFinite(ms)) setTimeout(resolve, ms);
  });
}
