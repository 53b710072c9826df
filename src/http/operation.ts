import type { paths } from "../../generated/rest/rest.js";
import { DecodeError, SettingsError } from "../errors.js";
import type { AnswerBody } from "./answer-body.js";
import type { AnswerHeaders } from "./answer-headers.js";
import { isServicesPath } from "./org-path.js";
import type { Receive } from "./receive.js";
import { restUrl } from "./rest-url.js";

/** A REST call as a value: it can be sent, wrapped into another one, traced, printed. */
export interface Operation<T> {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With its parameters in it; relative to `/services/data/v{version}` unless it begins with `/services/`. */
  readonly path: string;
  /** Sent as JSON, unless `contentType` says otherwise. */
  readonly body?: unknown;
  /** What the body is where it is no JSON: it is text, bytes or pieces then, sent as they are. */
  readonly contentType?: string | undefined;
  /** How the answer is received, if not as text; `decode` gets what it makes of it. A refusal is read as text. */
  readonly receive?: Receive | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** The result, from the parsed body of an answer that is no error. */
  readonly decode: (body: unknown, answer: AnswerParts) => T;
}

/** What an answer says beside its parsed body. */
export interface AnswerParts {
  readonly status: number;
  /** Not of an answer inside another one, such as a composite's. */
  readonly headers?: AnswerHeaders;
  /** The body before it was parsed; not of an answer inside another one. */
  readonly text?: string;
  /** To be read to its end, or cancelled. */
  readonly stream?: AnswerBody;
  /** What `receive` made of the body. */
  readonly content?: unknown;
}

const METHODS = { get: "GET", post: "POST", patch: "PATCH", put: "PUT", delete: "DELETE" } as const;
type Method = "get" | "post" | "patch" | "put" | "delete";

/** The paths of `rest.yaml` that know a method. */
type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];
type Endpoint<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer E> ? E : never;

type ParametersOf<E> = E extends { parameters: infer P } ? P : never;
/** A kind of parameters: asked for, or optional, as `rest.yaml` says. */
type Part<Name extends string, P> =
  P extends Record<Name, infer Required>
    ? { [K in Name]: Required }
    : P extends { [K in Name]?: infer Optional }
      ? { [K in Name]?: Optional }
      : { [K in Name]?: never };
type BodyPart<E> = E extends { requestBody: { content: { "application/json": infer B } } }
  ? { body: B }
  : E extends { requestBody: { content: { "text/csv": string } } }
    ? { body: string | Uint8Array<ArrayBuffer>; contentType: "text/csv" }
    : { body?: never };
type Parts<E> = Part<"path", ParametersOf<E>> &
  Part<"query", ParametersOf<E>> &
  BodyPart<E> & {
    headers?: Readonly<Record<string, string>>;
    /** Default: GET and PATCH are, POST, PUT and DELETE are not. */
    repeatable?: boolean;
  } & StreamPart<E>;

/** What is CSV is read as it comes. */
type StreamPart<E> = E extends { responses: { 200: { content: { "text/csv": string } } } }
  ? { receive: Receive }
  : { receive?: Receive };

type Json<R> = R extends { content: { "application/json": infer J } } ? J : never;
type ResultOf<E> = E extends { responses: infer R } ? Json<R[Extract<keyof R, 200 | 201>]> : never;

interface AnyParts {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  contentType?: string;
  headers?: Readonly<Record<string, string>>;
  repeatable?: boolean;
  receive?: Receive;
}

/**
 * A call of a path in `codegen/openapi/rest.yaml`: another path, method or parameter does not compile.
 *
 * @param decode makes the result of the parsed body; left out, the body is the result
 * @throws SettingsError where a path parameter is empty, `.` or `..`
 */
export function operation<M extends Method, P extends PathOf<M>, T = ResultOf<Endpoint<M, P>>>(
  method: M,
  path: P,
  parts: Parts<Endpoint<M, P>>,
  decode: (body: ResultOf<Endpoint<M, P>>, answer: AnswerParts) => T = expectBody,
): Operation<T> {
  const { path: pathParameters, query, body, contentType, headers, repeatable, receive } = parts as AnyParts;
  return {
    method: METHODS[method],
    path: restUrl(path, { path: pathParameters, query }),
    body,
    contentType,
    headers,
    receive,
    repeatable: repeatable ?? (method === "get" || method === "patch"),
    decode: decode as Operation<T>["decode"],
  };
}

/**
 * A GET of a path that Salesforce answered, such as `nextRecordsUrl`.
 *
 * @throws DecodeError where it leads to another host: the token must not go there
 */
export function follow<T>(path: string): Operation<T> {
  if (!isServicesPath(path)) {
    throw new DecodeError("decode.url", "Salesforce answered a URL that is no path below /services/.", {
      hint: "It was not followed, so that the token stays with the org.",
    });
  }
  return { method: "GET", path, repeatable: true, decode: expectBody };
}

/** For operations whose success has nothing to tell. */
export function nothing(): void {}

function expectBody<T>(body: unknown): T {
  if (typeof body === "object" && body !== null) return body as T;
  throw new DecodeError(
    "decode.body",
    `The answer holds ${body === undefined ? "nothing" : "text"} instead of JSON.`,
    {
      hint: "Something between here and Salesforce may have answered: check the URL and any proxy.",
    },
  );
}

/** @throws SettingsError where the body holds what JSON cannot */
export function encodeBody(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new SettingsError("settings.body", "The record cannot be sent as JSON.", {
      cause,
      hint: "It holds a bigint or refers to itself.",
    });
  }
}
