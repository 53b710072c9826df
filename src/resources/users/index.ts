import { methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { Passwords, Recent } from "./users.js";

/** `sf.recent` and `sf.passwords`. The code behind them is loaded when one is first used. */
export function createUsers(send: Send): { readonly recent: Recent; readonly passwords: Passwords } {
  const load = async () => (await import("./create-users.js")).usersOf(send);
  return {
    ...methodsOnDemand(["recent"], load),
    passwords: methodsOnDemand(["isExpired", "set", "reset"], load),
  };
}
