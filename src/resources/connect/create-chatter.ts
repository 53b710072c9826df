import type { CallOptions } from "../../http/call-options.js";
import { nothing, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { AS_IT_IS } from "./as-it-is.js";
import type { Chatter } from "./chatter.js";
import {
  deleteEntry,
  editEntry,
  getElement,
  likeEntry,
  postComment,
  postElement,
  unlikeEntry,
  voteIn,
} from "./chatter-requests.js";
import { checkId, known } from "./check-args.js";
import { followingList } from "./feed-lists.js";
import { checkFile } from "./post-body.js";
import { toSubscription, toUser } from "./read-element.js";

const headers = AS_IT_IS;
const ME = { id: "me" };

/** What is done with one request, or a few. */
export type ChatterMethods = Omit<Chatter, "feed" | "comments" | "following" | "groups">;

export function chatterOf(send: Send): ChatterMethods {
  return {
    post: async (subject, message, args, options) => send(postElement(subject, message, args), options),
    element: async (id, options) => send(getElement(id), options),
    // The id tells which of them it is.
    edit: async (id, message, options) => send(editEntry(id, message) as never, options),
    delete: async (id, options) => send(deleteEntry(id), options),
    async comment(elementId, message, args, options) {
      const { file } = known(args, ["file"], "args");
      const attached = file === undefined ? undefined : checkFile(file, "args.file");
      return send(postComment(elementId, message, attached), options);
    },
    like: async (id, options) => send(likeEntry(id), options),
    unlike: async (id, options) => send(unlikeEntry(id), options),
    vote: async (elementId, choiceId, options) => send(voteIn(elementId, choiceId), options),
    ...followingOf(send),
    me: async (options) =>
      send(operation("get", "/chatter/users/{id}", { path: ME, headers }, toUser), options),
    ...membershipsOf(send),
  };
}

function followingOf(send: Send): Pick<Chatter, "follow" | "unfollow"> {
  return {
    async follow(recordId, options) {
      const body = { subjectId: checkId(recordId, "recordId") };
      const path = "/chatter/users/{id}/following";
      return send(operation("post", path, { path: ME, body, headers }, toSubscription), options);
    },
    async unfollow(id, options) {
      const checked = checkId(id, "recordOrSubscriptionId");
      const subscription = checked.startsWith("0E8") ? checked : await subscriptionTo(checked, send, options);
      if (subscription === undefined) return;
      const path = { id: subscription };
      await send(operation("delete", "/chatter/subscriptions/{id}", { path }, nothing), options);
    },
  };
}

async function subscriptionTo(id: string, send: Send, options?: CallOptions): Promise<string | undefined> {
  for await (const subscription of followingList(send, options, id.slice(0, 3))) {
    // Those with 18 characters have 15 and a checksum.
    if (subscription.subject.id.slice(0, 15) === id.slice(0, 15)) return subscription.id;
  }
  return undefined;
}

function membershipsOf(send: Send): Pick<Chatter, "join" | "leave"> {
  const groupPath = (groupId: unknown) => ({ id: checkId(groupId, "groupId", ["0F9"], "a group") });
  return {
    async join(groupId, options) {
      const path = groupPath(groupId);
      // Salesforce wants the id here, not `me`.
      const me = operation("get", "/chatter/users/{id}", { path: ME }, ({ id }) => id);
      const body = { userId: await send(me, options) };
      await send(operation("post", "/chatter/groups/{id}/members", { path, body }, nothing), options);
    },
    async leave(groupId, options) {
      const group = operation("get", "/chatter/groups/{id}", { path: groupPath(groupId) });
      const { mySubscription } = await send(group, options);
      if (mySubscription == null) return;
      const path = { id: mySubscription.id };
      await send(operation("delete", "/chatter/group-memberships/{id}", { path }, nothing), options);
    },
  };
}
