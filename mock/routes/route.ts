import type { Answer, ApiCall } from "../http/call.js";
import type { OrgContext } from "../org-context.js";

/** A call with what the router found out about it. */
export interface RoutedCall extends ApiCall {
  /** Values of the path's `{names}`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The segments that `{...}` stands for, decoded; none in paths without it. */
  readonly rest: readonly string[];
  /** The API version asked for, such as `66.0`; empty outside /services/data/vNN.N. */
  readonly version: string;
  /** `/services/data/v66.0`, for the links in answers. */
  readonly dataPath: string;
}

export type Handle = (call: RoutedCall, context: OrgContext) => Answer;

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** A resource: a path and what its methods do. HEAD answers as GET without the body. */
export interface Route {
  /**
   * Such as `/services/data/{version}/sobjects/{object}`. `{id:recordId}` takes record ids only; `{...}` at the end
   * takes one or more further segments.
   */
  readonly path: string;
  /** Open resources need no session and count against no limit. */
  readonly open?: true;
  /** Resources that no composite request may hold: they hold others themselves, or are no part of the data API. */
  readonly alone?: true;
  readonly methods: Readonly<Partial<Record<Method, Handle>>>;
}

export function param(call: RoutedCall, name: string): string {
  return call.params[name] ?? "";
}
