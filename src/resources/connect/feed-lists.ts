import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { AS_IT_IS } from "./as-it-is.js";
import { firstComments } from "./chatter-requests.js";
import { checkId, checkLimit, known, oneOf, wrong } from "./check-args.js";
import { connectList } from "./connect-list.js";
import { checkText } from "./message-segments.js";
import { toComment, toElement, toGroup, toSubscription } from "./read-element.js";

const headers = AS_IT_IS;
/** As many as a page of each kind holds at most. */
const LARGEST = { feed: 100, following: 1_000, groups: 250 };

const SORTS = ["CreatedDateDesc", "LastModifiedDateDesc"];

/** The lists of Chatter by the names of their methods. */
export function feedLists(send: Send) {
  return {
    feed: (of?: unknown, args?: unknown, options?: CallOptions) => feedList(send, of, args, options),
    comments: (elementId?: unknown, options?: CallOptions) => commentList(send, elementId, options),
    following: (options?: CallOptions) => followingList(send, options),
    groups: (args?: unknown, options?: CallOptions) => groupList(send, args, options),
  };
}

function feedList(send: Send, of: unknown, args: unknown, options?: CallOptions) {
  const { sort, limit: given } = known(args, ["sort", "limit"], "args");
  const limit = checkLimit(given);
  const query = {
    pageSize: Math.min(limit, LARGEST.feed),
    ...(sort !== undefined && { sort: oneOf(sort, SORTS, "args.sort") }),
  };
  const path = feedPath(of);
  const first =
    path === undefined
      ? operation("get", "/chatter/feeds/company/feed-elements", { query, headers })
      : operation("get", "/chatter/feeds/{feed}/{id}/feed-elements", { path, query, headers });
  return connectList({ first, itemsIn: ({ elements }) => elements.map(toElement), limit }, send, options);
}

/** The path of a feed; undefined for that of the company, which is nobody's. */
function feedPath(of: unknown): { feed: string; id: string } | undefined {
  if (of === "company") return undefined;
  if (of === "news") return { feed: "news", id: "me" };
  const { record, user, group } = known(of, ["record", "user", "group"], "feed");
  const named = [record, user, group].filter((each) => each !== undefined);
  if (named.length !== 1) {
    throw wrong(
      `\`feed\` names ${named.length === 0 ? "none" : "more than one"}.`,
      'Give "news", "company", { record: id }, { user: id } or { group: id }.',
    );
  }
  if (user === "me") return { feed: "user-profile", id: user };
  if (user !== undefined) return { feed: "user-profile", id: checkId(user, "user", ["005"], "a user") };
  if (group !== undefined) return { feed: "record", id: checkId(group, "group", ["0F9"], "a group") };
  return { feed: "record", id: checkId(record, "record") };
}

function commentList(send: Send, elementId: unknown, options?: CallOptions) {
  const first = firstComments(elementId);
  return connectList({ first, itemsIn: ({ items }) => items.map(toComment) }, send, options);
}

/** @param filterType how the ids begin of what is looked for */
export function followingList(send: Send, options?: CallOptions, filterType?: string) {
  const query = { pageSize: LARGEST.following, ...(filterType !== undefined && { filterType }) };
  const path = { id: "me" };
  const first = operation("get", "/chatter/users/{id}/following", { path, query, headers });
  return connectList({ first, itemsIn: ({ following }) => following.map(toSubscription) }, send, options);
}

function groupList(send: Send, args: unknown, options?: CallOptions) {
  const { search, limit: given } = known(args, ["search", "limit"], "args");
  const limit = checkLimit(given);
  const query = {
    pageSize: Math.min(limit, LARGEST.groups),
    ...(search !== undefined && { q: checkWords(search) }),
  };
  const first = operation("get", "/chatter/groups", { query, headers });
  return connectList({ first, itemsIn: ({ groups }) => groups.map(toGroup), limit }, send, options);
}

function checkWords(search: unknown): string {
  const words = checkText(search, "args.search");
  if (words.length >= 2) return words;
  throw wrong("`args.search` has one character.", "Salesforce looks for two and more.");
}
