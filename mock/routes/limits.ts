import { json } from "../http/call.js";
import type { OrgContext } from "../org-context.js";
import { isDeleted } from "../store/table.js";
import type { Route } from "./route.js";

/** The org's limits and what is left of them. */
export const limits: Route = {
  path: "/services/data/{version}/limits",
  methods: { GET: (_call, context) => json(context.limits.table()) },
};

/** How many records objects have; objects without any are left out. */
export const recordCount: Route = {
  path: "/services/data/{version}/limits/recordCount",
  methods: {
    GET: (call, context) => {
      const asked = call.query.get("sObjects")?.split(",");
      const names = asked ?? context.catalog.objects.map((object) => object.name);
      const counts = names.map((name) => countOf(context, name.trim()));
      return json({ sObjects: counts.filter((entry) => entry.count > 0) });
    },
  },
};

function countOf(context: OrgContext, name: string): { count: number; name: string } {
  const object = context.catalog.find(name);
  if (object === undefined) return { count: 0, name };
  let count = 0;
  for (const record of context.store.table(object.name).all()) if (!isDeleted(record)) count += 1;
  return { count, name: object.name };
}
