import { jsonAnswer, type OAuthAnswer, textAnswer } from "./oauth-answer.js";

export interface RefusalOptions {
  /** Default: the error's name. */
  readonly description?: string;
  /** Default: 400. */
  readonly status?: number;
  /** How many token requests in a row. Default: 1. */
  readonly times?: number;
}

export interface HtmlOptions {
  /** Default: 503. */
  readonly status?: number;
  /** How many token requests in a row. Default: 1. */
  readonly times?: number;
}

/** Answers the token endpoint gives instead of its own. */
export interface TokenFaults {
  refuseNext(error: string, options?: RefusalOptions): void;
  answerHtmlNext(options?: HtmlOptions): void;
  next(): OAuthAnswer | undefined;
}

const MAINTENANCE =
  "<!DOCTYPE html><html><head><title>Maintenance</title></head><body>Down for maintenance</body></html>";

export function createTokenFaults(): TokenFaults {
  const queue: OAuthAnswer[] = [];
  const add = (answer: OAuthAnswer, times: number): void => {
    for (let count = 0; count < times; count++) queue.push(answer);
  };
  return {
    refuseNext(error, { description = error, status = 400, times = 1 } = {}) {
      add(jsonAnswer({ error, error_description: description }, status), times);
    },
    answerHtmlNext({ status = 503, times = 1 } = {}) {
      add(textAnswer(MAINTENANCE, status, "text/html;charset=UTF-8"), times);
    },
    next: () => queue.shift(),
  };
}
