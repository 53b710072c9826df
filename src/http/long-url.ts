import { resultOf } from "./decode.js";
import { type Operation, operation } from "./operation.js";

/**
 * Salesforce refuses more than 16,384 bytes of URL and headers together (414, 431). The rest is left to
 * headers: access tokens in JWT form are long.
 */
const LONGEST_PATH = 12_000;

/** Salesforce's name for the one request inside. */
const referenceId = "request";

/** The same operation in a form that fits: a long GET goes into the body of a composite request. */
export function throughComposite<T>(original: Operation<T>, apiVersion: string): Operation<T> {
  if (original.method !== "GET" || original.path.length <= LONGEST_PATH) return original;
  const url = `/services/data/v${apiVersion}${original.path}`;
  const httpHeaders = { ...original.headers };
  const body = { compositeRequest: [{ method: "GET" as const, url, referenceId, httpHeaders }] };
  return operation("post", "/composite", { repeatable: true, body }, ({ compositeResponse: [inner] }) => {
    const answer = { status: inner?.httpStatusCode ?? 500, body: inner?.body ?? undefined };
    return resultOf(original, answer, `GET ${url.split("?", 1)[0]}`);
  });
}
