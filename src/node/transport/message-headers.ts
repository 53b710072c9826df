import type { IncomingHttpHeaders } from "node:http";
import type { AnswerHeaders } from "../../http/answer-headers.js";

/** The headers of an answer as Node has parsed them: making `Headers` of them takes longer than reading one. */
export function messageHeaders(headers: IncomingHttpHeaders): AnswerHeaders {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      if (value === undefined) return null;
      return Array.isArray(value) ? value.join(", ") : value;
    },
    *[Symbol.iterator]() {
      for (const [name, value] of Object.entries(headers)) {
        if (value !== undefined) yield [name, Array.isArray(value) ? value.join(", ") : value];
      }
    },
  };
}
