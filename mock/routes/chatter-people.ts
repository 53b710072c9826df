import { recordOf } from "../approvals/approval-records.js";
import { notThere } from "../chatter/chatter-fault.js";
import { recountFeed } from "../chatter/complete-feed-record.js";
import { requireFeedRecord } from "../chatter/feed-records.js";
import {
  addMember,
  createGroup,
  groupsSeen,
  membersOf,
  refuseToRemove,
  showMember,
} from "../chatter/groups.js";
import { numberedPage, type Page, type PageSizes } from "../chatter/paging.js";
import { type Shown, showGroup, showUserDetail } from "../chatter/show-record.js";
import { follow, followedBy, showSubscription } from "../chatter/subscriptions.js";
import { isMember } from "../chatter/visible-items.js";
import { remove } from "../chatter/write-feed.js";
import { named, shows, subject } from "./chatter.js";
import type { Route, RoutedCall } from "./route.js";

const CHATTER = "/services/data/{version}/chatter";
const SUBSCRIPTIONS: PageSizes = { usual: 25, most: 1_000 };
const GROUPS: PageSizes = { usual: 25, most: 250 };

function user(shown: Shown, call: RoutedCall): string {
  const id = subject(shown.context, call.params.id ?? "me");
  if (recordOf(shown.context, "User", id) === undefined) throw notThere();
  return id;
}

function links({ currentPageUrl, nextPageUrl }: Page<unknown>, total: number) {
  return { currentPageUrl, nextPageUrl, previousPageUrl: null, total };
}

const people: readonly Route[] = [
  {
    path: `${CHATTER}/users/{id}`,
    methods: { GET: shows((shown, call) => showUserDetail(shown, user(shown, call))) },
  },
  {
    path: `${CHATTER}/users/{id}/following`,
    methods: {
      GET: shows((shown, call) => {
        const prefix = call.query.get("filterType") ?? "";
        const all = followedBy(shown.context, user(shown, call)).filter(({ values }) =>
          String(values.ParentId).startsWith(prefix),
        );
        const page = numberedPage(call, all, SUBSCRIPTIONS);
        const following = page.items.map((each) => showSubscription(shown, each));
        return { following, ...links(page, all.length) };
      }),
      POST: shows((shown, call) => {
        if (user(shown, call) !== shown.context.userId) throw notThere();
        return showSubscription(shown, follow(shown.context, call.body()));
      }, 201),
    },
  },
  {
    path: `${CHATTER}/subscriptions/{id}`,
    methods: {
      GET: shows((shown, call) => showSubscription(shown, named("EntitySubscription", shown, call))),
      DELETE: shows((shown, call) => {
        const found = named("EntitySubscription", shown, call);
        remove(shown.context, "EntitySubscription", found, "SubscriberId");
        return undefined;
      }),
    },
  },
];

const groups: readonly Route[] = [
  {
    path: `${CHATTER}/groups`,
    methods: {
      GET: shows((shown, call) => {
        const all = groupsSeen(shown.context, call.query.get("q"));
        const page = numberedPage(call, all, GROUPS);
        return { groups: page.items.map(({ id }) => showGroup(shown, id)), ...links(page, all.length) };
      }),
      POST: shows((shown, call) => showGroup(shown, createGroup(shown.context, call.body()).id), 201),
    },
  },
  {
    path: `${CHATTER}/groups/{id}`,
    methods: { GET: shows((shown, call) => showGroup(shown, named("CollaborationGroup", shown, call).id)) },
  },
  {
    path: `${CHATTER}/groups/{id}/members`,
    methods: {
      GET: shows((shown, call) => {
        const group = named("CollaborationGroup", shown, call);
        const isPrivate = group.values.CollaborationType === "Private";
        if (isPrivate && !isMember(shown.context, group.id)) throw notThere();
        const all = membersOf(shown.context, group.id);
        const page = numberedPage(call, all, SUBSCRIPTIONS);
        return { members: page.items.map((each) => showMember(shown, each)), ...links(page, all.length) };
      }),
      POST: shows((shown, call) => {
        const group = named("CollaborationGroup", shown, call);
        return showMember(shown, addMember(shown.context, group, call.body()));
      }, 201),
    },
  },
  {
    path: `${CHATTER}/group-memberships/{id}`,
    methods: {
      GET: shows((shown, call) => showMember(shown, named("CollaborationGroupMember", shown, call))),
      DELETE: shows((shown, call) => {
        const member = requireFeedRecord(shown.context, "CollaborationGroupMember", String(call.params.id));
        refuseToRemove(shown.context, member);
        shown.context.store.erase("CollaborationGroupMember", member.id);
        recountFeed(shown.context, "CollaborationGroupMember", member);
        return undefined;
      }),
    },
  },
];

/** Users, what they follow, and the groups they are in. */
export const chatterPeopleRoutes: readonly Route[] = [...people, ...groups];
