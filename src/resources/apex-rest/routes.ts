import type { AnswerFormName, AnswerForms } from "../../http/request-call.js";
import type { ApexRestCall, PathValue } from "./apex-rest-call.js";
import type { SchemaOutput, StandardSchema } from "./standard-schema.js";

/** What an Apex REST method takes and gives; what is left out it does not take. */
export interface ApexRestRoute {
  /** The types of the `{names}` in its path. Default: text, numbers and booleans. */
  params?: object;
  query?: object;
  body?: unknown;
  /** Default: `unknown`. */
  answer?: unknown;
}

type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** An interface of Apex REST methods by method and path: `"GET /orders/{id}": { answer: Order }`. */
export type ApexRestRoutes<I> = {
  [K in keyof I]: K extends `${HttpMethod} /${string}` ? ApexRestRoute : never;
};

/** Apex REST, typed by an interface. */
export interface RoutedApexRest<I> {
  readonly get: CallRoute<I, "GET">;
  readonly post: CallRoute<I, "POST">;
  readonly put: CallRoute<I, "PUT">;
  readonly patch: CallRoute<I, "PATCH">;
  readonly delete: CallRoute<I, "DELETE">;
}

type CallRoute<I, Method extends HttpMethod> = <
  const Path extends PathOf<I, Method>,
  As extends AnswerFormName = "json",
  const Schema extends StandardSchema | undefined = undefined,
>(
  path: Path,
  ...options: RouteArguments<RouteOptions<RouteAt<I, Method, Path>, Path, As, Schema>>
) => Promise<RouteAnswer<RouteAt<I, Method, Path>, As, Schema>>;

type PathOf<I, Method extends string> = keyof I extends infer K
  ? K extends `${Method} ${infer Path}`
    ? Path
    : never
  : never;

type RouteAt<I, Method extends string, Path extends string> = I[`${Method} ${Path}` & keyof I];

/** The options may be left out where nothing in them is asked for. */
type RouteArguments<Options> =
  Record<never, never> extends Options ? [options?: Options] : [options: Options];

type RouteOptions<Route, Path, As extends AnswerFormName, Schema> = Omit<
  ApexRestCall<As>,
  "namespace" | "params" | "query" | "body"
> & {
  /** What the answer must be: a schema of any library that keeps to Standard Schema. */
  schema?: Schema;
} & ParamsPart<Route, NamesIn<Path>> &
  QueryPart<Route> &
  BodyPart<Route>;

/** The names in braces. */
type NamesIn<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type ParamsPart<Route, Name extends string> = [Name] extends [never]
  ? { params?: never }
  : { params: { [N in Name]: Route extends { params: { [K in N]: infer Value } } ? Value : PathValue } };

type QueryPart<Route> = Route extends { query: infer Query }
  ? Record<never, never> extends Query
    ? { query?: Query }
    : { query: Query }
  : { query?: never };

type BodyPart<Route> = Route extends { body: infer Body } ? { body: Body } : { body?: never };

type RouteAnswer<Route, As extends AnswerFormName, Schema> = [Schema] extends [StandardSchema]
  ? SchemaOutput<Schema>
  : AnswerForms<Route extends { answer: infer Answer } ? Answer : unknown>[As];
