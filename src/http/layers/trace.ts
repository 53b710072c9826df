import { withoutQuery } from "../org-path.js";
import type { Layer } from "../pipeline.js";

/** One request and what became of it. Holds no body, no query and no token. */
export interface TracedRequest {
  readonly method: string;
  /** Without the query, which may hold personal data. */
  readonly path: string;
  /** The HTTP status of the last attempt; undefined where no answer came. */
  readonly status: number | undefined;
  /** Why no answer came. */
  readonly error: unknown;
  /** All attempts and waits. */
  readonly durationMs: number;
}

/** Called after each request. What it throws is not let through: watching must not break what is watched. */
export type Trace = (request: TracedRequest) => void;

/** Tells of each request once, when it is over. */
export function trace(tell: Trace): Layer {
  return (next) => async (request) => {
    const startedAt = performance.now();
    const report = (status: number | undefined, error?: unknown) => {
      const path = withoutQuery(request.path);
      const durationMs = performance.now() - startedAt;
      try {
        tell({ method: request.method, path, status, error, durationMs });
      } catch {
        // See Trace.
      }
    };
    try {
      const answer = await next(request);
      report(answer.status);
      return answer;
    } catch (error) {
      report(undefined, error);
      throw error;
    }
  };
}
