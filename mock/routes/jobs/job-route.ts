import { notFound } from "../../http/fault.js";
import type { Handle, Route } from "../route.js";

/** A resource below `jobs/` that API versions before `since` do not have. */
export function jobRoute(path: string, since: number, methods: Route["methods"]): Route {
  const guarded = (handle: Handle): Handle => {
    return (call, context) => {
      if (Number(call.version) < since) throw notFound();
      return handle(call, context);
    };
  };
  return {
    path: `/services/data/{version}/jobs/${path}`,
    alone: true,
    methods: Object.fromEntries(Object.entries(methods).map(([name, handle]) => [name, guarded(handle)])),
  };
}
