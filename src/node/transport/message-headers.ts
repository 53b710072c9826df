import type { IncomingHttpHeaders } from "node:http";
import type { AnswerHeaders } from "../../http/answer-headers.js";

/** The headers of an answer as Node has parsed them: making `Headers` of them takes longer than reading one. */
export class MessageHeaders implements AnswerHeaders {
  readonly #headers: IncomingHttpHeaders;

  constructor(headers: IncomingHttpHeaders) {
    this.#headers = headers;
  }

  get(name: string): string | null {
    const value = this.#headers[name.toLowerCase()];
    if (value === undefined) return null;
    return Array.isArray(value) ? value.join(", ") : value;
  }

  *[Symbol.iterator](): Iterator<[name: string, value: string]> {
    for (const [name, value] of Object.entries(this.#headers)) {
      // As `Headers` do: cookies cannot be told apart in one line.
      for (const one of Array.isArray(value) ? value : [value ?? ""]) yield [name, one];
    }
  }
}
