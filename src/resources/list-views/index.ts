import { listOnDemand } from "../../async/list-on-demand.js";
import { copyOf, methodsOnDemand } from "../../async/methods-on-demand.js";
import { remembered } from "../../async/remembered.js";
import type { CallOptions } from "../../http/call-options.js";
import type { ListViewParts } from "./list-view-parts.js";

/** `sf.Account.listViews` and `listView`. The code behind them is loaded when it is first used. */
export function createListViews(object: string, parts: ListViewParts) {
  return {
    listViews: (args?: unknown, options?: CallOptions) =>
      listOnDemand(async () => (await import("./listed-views.js")).listedViews(object, args, parts, options)),
    listView(view: unknown) {
      const opened = remembered(async () => (await import("./open-view.js")).openView(object, view, parts));
      const read = (method: "rows" | "find") => (args?: unknown, options?: CallOptions) => {
        const given = copyOf(args);
        return listOnDemand(async () => (await opened())[method](given, options));
      };
      return { ...methodsOnDemand(["describe", "results"], opened), rows: read("rows"), find: read("find") };
    },
  };
}
