import type { BodyStream } from "../../../http/answer-body.js";
import type { Operation } from "../../../http/operation.js";
import type { Received } from "../../../http/receive.js";
import type { QueryPage } from "../../../http/schemas.js";
import { nextPage } from "../next-page.js";
import { PageBytes } from "./page-bytes.js";

/** A page of a query. */
export interface ReceivedPage {
  /** Without its records, where they are apart. */
  readonly page: QueryPage;
  /** Where the records are taken from. */
  readonly bytes?: PageBytes;
}

type NextPage = Operation<QueryPage>;

/**
 * An operation that answers a page, with its records left as they came.
 *
 * @param spare buffers that are used again
 * @param onNext is told of the page that follows, where that is said before the records
 */
export function receivedPage(
  operation: NextPage,
  spare: Uint8Array[],
  onNext: (next: NextPage) => void,
): Operation<ReceivedPage> {
  return {
    ...operation,
    receive: (body) => receive(body, new PageBytes(spare), onNext),
    // What is no such page is received as text.
    decode: (body, answer) =>
      (answer.content as ReceivedPage | undefined) ?? { page: operation.decode(body, answer) },
  };
}

async function receive(
  body: BodyStream,
  bytes: PageBytes,
  onNext: (next: NextPage) => void,
): Promise<Received> {
  const reader = body.getReader();
  let head: QueryPage | undefined;
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) break;
    bytes.push(value);
    if (head === undefined) {
      head = bytes.head();
      if (head !== undefined) tellNext(head, onNext);
    }
  }
  const page = bytes.whole();
  return page === undefined ? { text: bytes.text() } : { text: "", content: { page, bytes } };
}

function tellNext(head: QueryPage, onNext: (next: NextPage) => void): void {
  try {
    const next = nextPage(head);
    if (next !== undefined) onNext(next);
  } catch {
    // What is wrong with it is told when the page is whole.
  }
}
