import { sleep } from "../../async/sleep.js";
import { LimitError } from "../../errors.js";
import type { BudgetSettings } from "../../settings/settings.js";
import type { ApiUsage } from "../api-usage.js";
import { type Layer, nameOf } from "../pipeline.js";

const LONGEST_NAP_MS = 1_000;

/**
 * Leaves a part of the org's API requests of 24 hours to others. Where it is reached, requests wait or are refused,
 * but for one from time to time, whose answer tells whether there is room again.
 *
 * @param usage what the last answer said
 */
export function budget(settings: BudgetSettings, usage: () => ApiUsage | undefined): Layer {
  const { reserve, whenReached, askAgainMs } = settings;
  let underWay = 0;
  let heardAt = 0;

  const mayGo = (): boolean => {
    const known = usage();
    if (known === undefined || known.used + underWay < known.max - reserve) return true;
    return underWay === 0 && Date.now() >= heardAt + askAgainMs;
  };
  // Not longer: who asks again may have been told that there is room.
  const napMs = (): number =>
    Math.min(Math.max(heardAt + askAgainMs - Date.now(), askAgainMs), LONGEST_NAP_MS);

  return (next) => async (request, ending) => {
    // Streaming is none of those requests: it has limits of its own.
    if (request.path.startsWith("/cometd/")) return next(request, ending);
    while (!mayGo()) {
      if (whenReached === "refuse") throw reached(nameOf(request), reserve, usage());
      await sleep(napMs(), ending?.signal);
    }
    underWay++;
    try {
      return await next(request, ending);
    } finally {
      underWay--;
      heardAt = Date.now();
    }
  };
}

function reached(request: string, reserve: number, usage: ApiUsage | undefined): LimitError {
  const message = `Nothing was sent: ${usage?.used} of the org's ${usage?.max} API requests of 24 hours are used, and \`budget.reserve\` leaves ${reserve} to others.`;
  return new LimitError({
    errors: [{ errorCode: "API_RESERVE_REACHED", message, fields: [] }],
    request,
    hint: 'Go on later, lower `budget.reserve`, or give `budget.whenReached: "wait"`.',
  });
}
