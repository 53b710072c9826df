import { listOnDemand, type PiecedList } from "../../async/list-on-demand.js";
import { copyOf, methodsOnDemand } from "../../async/methods-on-demand.js";
import type { Send } from "../../http/pipeline.js";
import type { Chatter } from "./chatter.js";

/** `sf.chatter`. The code behind it is loaded when it is first used. */
export function createChatter(send: Send): Chatter {
  const methods = [
    "post",
    "element",
    "edit",
    "delete",
    "comment",
    "like",
    "unlike",
    "vote",
    "follow",
    "unfollow",
    "me",
    "join",
    "leave",
  ] as const;
  const lists = ["feed", "comments", "following", "groups"] as const;
  const list =
    (name: (typeof lists)[number]) =>
    (...args: never[]) => {
      const given = copyOf(args) as [];
      const made = async (): Promise<PiecedList<unknown>> =>
        (await import("./feed-lists.js")).feedLists(send)[name](...given);
      return listOnDemand(made);
    };
  return {
    ...methodsOnDemand(methods, async () => (await import("./create-chatter.js")).chatterOf(send)),
    ...(Object.fromEntries(lists.map((name) => [name, list(name)])) as object as Pick<
      Chatter,
      (typeof lists)[number]
    >),
  };
}
