import type { IncomingMessage } from "node:http";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { BodyReader, BodyStream } from "../../http/answer-body.js";
import type { AnswerHeaders } from "../../http/answer-headers.js";
import type { TransportAnswer } from "../../http/pipeline.js";
import { MessageHeaders } from "./message-headers.js";

const BYTE_ORDER_MARK = "\uFEFF";

const inflaters: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What is used of a `Response`, made of Node's message. */
export class MessageAnswer implements TransportAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly #content: Readable;

  constructor(message: IncomingMessage) {
    this.status = message.statusCode ?? 0;
    this.headers = new MessageHeaders(message.headers);
    this.#content = contentOf(message);
  }

  get body(): BodyStream {
    return { getReader: () => readerOf(this.#content) };
  }

  text(): Promise<string> {
    return textOf(this.#content);
  }
}

/** The body as it was before it was compressed for the way. */
function contentOf(message: IncomingMessage): Readable {
  const inflate = inflaters[message.headers["content-encoding"]?.toLowerCase() ?? ""];
  if (inflate === undefined) return message;
  const inflater = inflate();
  // Unlike `pipe`, it ends the download when the reading is given up: the connection would be held for good. What
  // goes wrong is told to the reader.
  return pipeline(message, inflater, () => {});
}

/** A web stream around it would cost as much again as the download. */
function readerOf(content: Readable): BodyReader {
  const chunks = content[Symbol.asyncIterator]();
  return {
    read: () => chunks.next() as ReturnType<BodyReader["read"]>,
    async cancel() {
      content.destroy();
    },
  };
}

/** Decoded piece by piece: a copy of the whole more is felt where bodies are large. */
function textOf(content: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    content.setEncoding("utf8");
    content.on("data", (piece: string) => {
      text += piece;
    });
    content.on("error", reject);
    content.on("end", () => resolve(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text));
  });
}
