import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { Passwords, Recent } from "./users.js";

/** `sf.recent` and `sf.passwords`. The code behind them is loaded when one is first used. */
export function createUsers(send: Send): { readonly recent: Recent; readonly passwords: Passwords } {
  return {
    ...methodsOnDemand(["recent"], async () => {
      const { recentOf } = await import("./recent.js");
      return recentOf(send);
    }),
    passwords: methodsOnDemand(["isExpired", "set", "reset"], async () => {
      const { passwordsOf } = await import("./passwords.js");
      return passwordsOf(send);
    }),
  };
}
