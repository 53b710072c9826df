import { DecodeError } from "../../../errors.js";
import type { AnswerBody } from "../../../http/answer-body.js";
import { type AnswerParts, follow, type Operation, operation } from "../../../http/operation.js";
import { asStream } from "../../../http/receive.js";
import type { BulkJob } from "../job.js";

/**
 * Starts a bulk query. `POST /jobs/query`. Sent again where the answer was lost: a job too many changes nothing.
 */
export function createQueryJob(query: string, allRows: boolean): Operation<BulkJob> {
  return operation("post", "/jobs/query", {
    body: {
      operation: allRows ? "queryAll" : "query",
      query,
      contentType: "CSV",
      columnDelimiter: "COMMA",
      lineEnding: "LF",
    },
    repeatable: true,
  });
}

/** One page of rows, as it comes. */
export interface ResultPage {
  /** Undefined where there is nothing. */
  readonly body: AnswerBody | undefined;
  /** Leads to the next page; null where this is the last one. */
  readonly next: string | null;
  /** How many rows the page has, where Salesforce says so. */
  readonly count: number | undefined;
}

/** `GET /jobs/query/{id}/results`. */
export function resultPage(id: string, locator: string | null, maxRecords?: number): Operation<ResultPage> {
  const query = { ...(locator !== null && { locator }), ...(maxRecords !== undefined && { maxRecords }) };
  const headers = { accept: "text/csv" };
  return operation(
    "get",
    "/jobs/query/{id}/results",
    { path: { id }, query, headers, receive: asStream },
    (_, answer) => ({ body: answer.stream, next: nextLocator(answer), count: countOf(answer) }),
  );
}

function nextLocator({ headers, stream }: AnswerParts): string | null {
  const locator = headers?.get("sforce-locator");
  if (typeof locator === "string") return locator === "null" ? null : locator;
  void stream?.cancel();
  throw new DecodeError("decode.locator", "Salesforce did not say whether there are more rows.", {
    hint: "The header Sforce-Locator is missing: a proxy, or the browser's rules for other origins, may hide it.",
  });
}

function countOf({ headers }: AnswerParts): number | undefined {
  const text = headers?.get("sforce-numberofrecords") ?? "";
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Some of a job's pages, and where the next ones are told. */
export interface PageList {
  readonly locators: readonly (string | null)[];
  readonly more: string | null;
}

interface ListAnswer {
  readonly resultPages: readonly { readonly resultUrl?: string }[];
  readonly done: boolean;
  readonly nextRecordsUrl?: string | null;
  /** As some pages of the guide have it. */
  readonly nextRecordUrl?: string | null;
}

/**
 * Where the pages of a job are, up to five. `GET /jobs/query/{id}/resultPages`, from version 58.0 on.
 *
 * @param url where the next ones are told; empty for the first ones
 */
export function pageList(id: string, url: string): Operation<PageList> {
  const list =
    url === "" ? operation("get", "/jobs/query/{id}/resultPages", { path: { id } }) : follow<ListAnswer>(url);
  return {
    ...list,
    decode(body, answer) {
      const { resultPages, done, nextRecordsUrl, nextRecordUrl } = list.decode(body, answer) as ListAnswer;
      const more = nextRecordsUrl ?? nextRecordUrl ?? null;
      if (!done && more === null) {
        throw new DecodeError("decode.page", "Salesforce says that there are more pages, but not where.");
      }
      return {
        locators: resultPages.map(({ resultUrl }) => locatorIn(resultUrl)),
        more: done ? null : more,
      };
    },
  };
}

function locatorIn(url: string | undefined): string | null {
  if (typeof url !== "string") {
    throw new DecodeError("decode.page", "Salesforce tells of a page of results, but not where it is.");
  }
  return new URLSearchParams(url.split("?", 2)[1] ?? "").get("locator");
}
