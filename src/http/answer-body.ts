import type { Bounds } from "../async/within.js";

/** The body of an answer as it comes. It holds a connection until it is read to its end or cancelled. */
export interface AnswerBody {
  /**
   * The next piece; undefined at the end. Nothing is read ahead of those who ask.
   *
   * @throws ConnectionError where the connection was cut, TimeoutError where no piece came in time, and
   * `signal.reason` where the call was aborted
   */
  read(): Promise<Uint8Array | undefined>;
  /** Ends the reading: what has not come is not sent. Never throws. */
  cancel(): Promise<void>;
}

/** What is used of the reader of a web stream. */
export interface BodyReader {
  read(): Promise<ReadableStreamReadResult<Uint8Array>>;
  cancel(): Promise<void>;
}

/** What is used of a web stream. */
export interface BodyStream {
  getReader(): BodyReader;
}

/** A body of which each piece has to come in time. */
export type BoundBody = (body: AnswerBody, bounds: Bounds) => AnswerBody;

/** The pieces of a body. Who stops early cancels it. */
export async function* piecesOf(body: AnswerBody): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (;;) {
      const piece = await body.read();
      if (piece === undefined) return;
      yield piece;
    }
  } finally {
    await body.cancel();
  }
}
