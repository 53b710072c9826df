import { pages } from "../../../async/pages.js";
import { DecodeError } from "../../../errors.js";
import type { CallOptions } from "../../../http/call-options.js";
import type { Operation } from "../../../http/operation.js";
import type { ReviveBody, Send } from "../../../http/pipeline.js";
import type { QueryPage, WireRecord } from "../../../http/schemas.js";
import { nextPage } from "../next-page.js";
import type { PageBytes } from "./page-bytes.js";
import { type ReceivedPage, receivedPage } from "./receive-page.js";

export interface PieceReader {
  readonly send: Send;
  /** As that of `send`, which does not see what is not received as text. */
  readonly revive: ReviveBody | undefined;
}

type NextPage = Operation<QueryPage>;

/** The records of a query in lists as long as are parsed at a time; the last one of a page is a list of its own. */
export async function* readPieces(
  first: NextPage,
  { send, revive }: PieceReader,
  options: CallOptions,
): AsyncGenerator<WireRecord[], void, undefined> {
  const spare: Uint8Array[] = [];
  const source = {
    fetch: (page: NextPage, signal: AbortSignal, onNext: (next: NextPage) => void) =>
      send(receivedPage(page, spare, onNext), { ...options, signal }),
    next: ({ page }: ReceivedPage) => nextPage(page),
  };
  for await (const [{ page, bytes }, goOn] of pages(first, source, options.signal)) {
    if (bytes === undefined) yield page.records;
    else
      for (const list of listsOf(bytes, goOn)) yield revive ? ((await revive(list)) as WireRecord[]) : list;
  }
}

/** @param onLast called when the last record is to be given */
function* listsOf(bytes: PageBytes, onLast: () => void): Generator<WireRecord[], void, undefined> {
  while (!bytes.isTaken) {
    const list = take(bytes);
    const last = bytes.isTaken ? list.splice(-1) : [];
    if (list.length > 0) yield list;
    if (bytes.isTaken) onLast();
    if (last.length > 0) yield last;
  }
}

function take(bytes: PageBytes): WireRecord[] {
  try {
    return bytes.take();
  } catch {
    // The cause would quote the record.
    throw new DecodeError("decode.body", "The records of a page are no JSON.");
  }
}
