import { notThere } from "../chatter/chatter-fault.js";
import { encodeAnswer } from "../chatter/encode-answer.js";
import { type FeedObject, requireFeedRecord } from "../chatter/feed-records.js";
import { like, likesOf, myLike, showLike, showLikePage } from "../chatter/likes.js";
import { followedPage, numberedPage, type PageSizes } from "../chatter/paging.js";
import { showPoll, vote } from "../chatter/poll-capability.js";
import { commentsOf, showComment, showCommentPage } from "../chatter/show-comment.js";
import { showElement } from "../chatter/show-element.js";
import type { Shown } from "../chatter/show-record.js";
import { itemsOf } from "../chatter/visible-items.js";
import { edit, postComment, postElement, remove, requireSeen } from "../chatter/write-feed.js";
import { type Answer, json, noContent } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import type { OrgContext } from "../org-context.js";
import { byChange } from "../records/recent-records.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import { batch } from "./batch.js";
import { type Handle, param, type Route, type RoutedCall } from "./route.js";

const CHATTER = "/services/data/{version}/chatter";
const ELEMENT = `${CHATTER}/feed-elements/{id}`;
const COMMENT = `${CHATTER}/comments/{id}`;
const UP_TO_100: PageSizes = { usual: 25, most: 100 };

/** What a resource answers, or nothing. */
export type Shows = (shown: Shown, call: RoutedCall) => object | undefined;

/** A resource whose answer is shown to the user who asks; one that makes something answers with 201. */
export function shows(show: Shows, status = 200): Handle {
  return (call: RoutedCall, context: OrgContext): Answer => {
    const { dataPath, origin } = call;
    const answer = context.store.transaction(() => show({ context, dataPath, origin }, call));
    if (answer === undefined) return noContent();
    const isRaw = call.headers.get("X-Chatter-Entity-Encoding")?.toLowerCase() === "false";
    return json(isRaw ? answer : encodeAnswer(answer), status);
  };
}

/** The record that a path names. */
export function named(name: FeedObject, { context }: Shown, call: RoutedCall): StoredRecord {
  return requireFeedRecord(context, name, param(call, "id"));
}

function element(shown: Shown, call: RoutedCall): StoredRecord {
  return requireSeen(shown.context, named("FeedItem", shown, call));
}

/** A comment is seen by those who see what it is on. */
function comment(shown: Shown, call: RoutedCall): StoredRecord {
  const found = named("FeedComment", shown, call);
  const { context } = shown;
  requireSeen(context, context.store.table("FeedItem").get(String(found.values.FeedItemId)));
  return found;
}

const elements: Route = {
  path: `${CHATTER}/feed-elements`,
  methods: { POST: shows((shown, call) => showElement(shown, postElement(shown.context, call.body())), 201) },
};

const oneElement: Route = {
  path: ELEMENT,
  methods: {
    GET: shows((shown, call) => showElement(shown, element(shown, call))),
    PATCH: shows((shown, call) =>
      showElement(shown, edit(shown.context, "FeedItem", element(shown, call), call.body())),
    ),
    DELETE: shows((shown, call) => {
      remove(shown.context, "FeedItem", element(shown, call), "CreatedById");
      return undefined;
    }),
  },
};

const comments: Route = {
  path: `${ELEMENT}/capabilities/comments/items`,
  methods: {
    GET: shows((shown, call) => {
      const all = commentsOf(shown, element(shown, call).id);
      return showCommentPage(shown, pageOfComments(call, all), all.length);
    }),
    POST: shows(
      (shown, call) => showComment(shown, postComment(shown.context, element(shown, call), call.body())),
      201,
    ),
  },
};

/** Pages begin with the newest comments, unless the oldest are asked for; each page has its oldest first. */
function pageOfComments(call: RoutedCall, all: readonly StoredRecord[]) {
  const placeOf = ({ sequence }: StoredRecord) => String(sequence).padStart(12, "0");
  const sort = call.query.get("sort") ?? "CreatedDateLatestAsc";
  if (sort === "CreatedDateOldestAsc") return followedPage(call, all, UP_TO_100, placeOf);
  if (sort !== "CreatedDateLatestAsc") throw unknownSort(sort);
  const page = followedPage(call, [...all].reverse(), UP_TO_100, placeOf);
  return { ...page, items: [...page.items].reverse() };
}

const oneComment: Route = {
  path: COMMENT,
  methods: {
    GET: shows((shown, call) => showComment(shown, comment(shown, call))),
    PATCH: shows((shown, call) =>
      showComment(shown, edit(shown.context, "FeedComment", comment(shown, call), call.body())),
    ),
    DELETE: shows((shown, call) => {
      remove(shown.context, "FeedComment", comment(shown, call), "CreatedById");
      return undefined;
    }),
  },
};

/** The likes of an element or of a comment. */
function likesRoute(path: string, find: (shown: Shown, call: RoutedCall) => StoredRecord): Route {
  const page = (shown: Shown, call: RoutedCall, { id }: StoredRecord) => {
    const all = likesOf(shown, id);
    return showLikePage(shown, numberedPage(call, all, UP_TO_100), all.length);
  };
  return {
    path,
    methods: {
      GET: shows((shown, call) => page(shown, call, find(shown, call))),
      POST: shows((shown, call) => showLike(shown, like(shown, find(shown, call))), 201),
      PATCH: shows((shown, call) => {
        const liked = find(shown, call);
        const mine = myLike(shown, liked.id);
        if (wantsToLike(call)) like(shown, liked);
        else if (mine !== undefined) remove(shown.context, "FeedLike", mine, "CreatedById");
        return page(shown, call, liked);
      }),
    },
  };
}

function wantsToLike({ query }: RoutedCall): boolean {
  const text = query.get("isLikedByCurrentUser");
  if (text === "true" || text === "false") return text === "true";
  throw requestFault(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "isLikedByCurrentUser must be true or false.");
}

const oneLike: Route = {
  path: `${CHATTER}/likes/{id}`,
  methods: {
    GET: shows((shown, call) => showLike(shown, named("FeedLike", shown, call))),
    DELETE: shows((shown, call) => {
      remove(shown.context, "FeedLike", named("FeedLike", shown, call), "CreatedById");
      return undefined;
    }),
  },
};

const poll: Route = {
  path: `${ELEMENT}/capabilities/poll`,
  methods: {
    GET: shows((shown, call) => showPoll(shown.context, element(shown, call)) ?? refuseNoPoll()),
    PATCH: shows((shown, call) => {
      const given = call.query.get("myChoiceId") ?? expectObject(call.body(), "PollCapability").myChoiceId;
      return showPoll(shown.context, vote(shown.context, element(shown, call), given));
    }),
  },
};

function refuseNoPoll(): never {
  throw notThere();
}

/** Feeds that have no id, and those of someone or something. */
const feeds: readonly Route[] = [
  { path: `${CHATTER}/feeds/company/feed-elements`, methods: { GET: feed("company") } },
  { path: `${CHATTER}/feeds/record/{id}/feed-elements`, methods: { GET: feed("record") } },
  { path: `${CHATTER}/feeds/news/{id}/feed-elements`, methods: { GET: feed("news") } },
  { path: `${CHATTER}/feeds/user-profile/{id}/feed-elements`, methods: { GET: feed("user-profile") } },
];

function feed(type: string): Handle {
  return shows((shown, call) => {
    const { context } = shown;
    const id = call.params.id === undefined ? undefined : subject(context, call.params.id);
    if (type === "news" && id !== context.userId) throw notThere();
    const items = itemsOf(context, type, id);
    const sort = call.query.get("sort") ?? "CreatedDateDesc";
    if (sort !== "CreatedDateDesc" && sort !== "LastModifiedDateDesc") throw unknownSort(sort);
    const isByChange = sort === "LastModifiedDateDesc";
    const placeOf = ({ sequence, values }: StoredRecord) =>
      `${isByChange ? values.LastModifiedDate : ""} ${String(sequence).padStart(12, "0")}`;
    const page = followedPage(call, isByChange ? items.sort(byChange) : items, UP_TO_100, placeOf);
    return {
      currentPageToken: page.currentPageToken,
      currentPageUrl: page.currentPageUrl,
      elements: page.items.map((item) => showElement(shown, item)),
      isModifiedToken: null,
      isModifiedUrl: null,
      nextPageToken: page.nextPageToken,
      nextPageUrl: page.nextPageUrl,
      updatesToken: null,
      updatesUrl: null,
    };
  });
}

export function subject({ userId }: OrgContext | Shown["context"], text: string): string {
  const id = text === "me" ? userId : toId18(text);
  if (id === null) throw requestFault(400, "INVALID_ID_FIELD", `Invalid identifier: ${text}`);
  return id;
}

function unknownSort(sort: string) {
  return requestFault(400, "ILLEGAL_QUERY_PARAMETER_VALUE", `The value of sort is not valid: ${sort}`);
}

export const chatterRoutes: readonly Route[] = [
  elements,
  oneElement,
  comments,
  oneComment,
  likesRoute(`${ELEMENT}/capabilities/chatter-likes/items`, element),
  likesRoute(`${COMMENT}/likes`, comment),
  oneLike,
  poll,
  ...feeds,
  // A batch of the Connect API is one as any other.
  { ...batch, path: "/services/data/{version}/connect/batch" },
];
