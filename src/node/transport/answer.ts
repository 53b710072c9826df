import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { BodyReader } from "../../http/answer-body.js";
import type { TransportAnswer } from "../../http/pipeline.js";
import { messageHeaders } from "./message-headers.js";

const BYTE_ORDER_MARK = "\uFEFF";

const inflaters: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** What is used of a `Response`, made of Node's message. */
export function answerOf(message: IncomingMessage): TransportAnswer {
  const content = contentOf(message);
  return {
    status: message.statusCode ?? 0,
    headers: messageHeaders(message.headers),
    body: { getReader: () => readerOf(content) },
    text: () => textOf(content),
  };
}

/** The body as it was before it was compressed for the way. */
function contentOf(message: IncomingMessage): Readable {
  const inflate = inflaters[message.headers["content-encoding"]?.toLowerCase() ?? ""];
  if (inflate === undefined) return message;
  const inflater = inflate();
  message.on("error", (error) => inflater.destroy(error));
  return message.pipe(inflater);
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

function textOf(content: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    content.on("data", (chunk: Buffer) => chunks.push(chunk));
    content.on("error", reject);
    content.on("end", () => {
      const text = (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString("utf8") ?? "";
      resolve(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
    });
  });
}
