import { listOnDemand } from "../../async/list-on-demand.js";
import { copyOf, methodsOnDemand } from "../../async/methods-on-demand.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { Chatter } from "./chatter.js";

/** `sf.chatter`. The code behind it is loaded when it is first used. */
export function createChatter(send: Send): Chatter {
  const names = [
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
  const lists = () => import("./feed-lists.js");
  return {
    ...methodsOnDemand(names, async () => (await import("./create-chatter.js")).chatterOf(send)),
    feed(of, args, options) {
      const [feed, given] = [copyOf(of), copyOf(args)];
      return listOnDemand(async () => (await lists()).feedList(send, feed, given, options));
    },
    comments: (elementId, options?: CallOptions) =>
      listOnDemand(async () => (await lists()).commentList(send, elementId, options)),
    following: (options) => listOnDemand(async () => (await lists()).followingList(send, options)),
    groups(args, options) {
      const given = copyOf(args);
      return listOnDemand(async () => (await lists()).groupList(send, given, options));
    },
  };
}
