import { recordOf, recordsWith } from "../approvals/approval-records.js";
import type { DataContext } from "../data-context.js";
import { requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord } from "../store/table.js";
import { invalidIdentifier, notThere } from "./chatter-fault.js";
import { insertFeedRecord } from "./feed-records.js";
import { type Shown, showRecord, showUser } from "./show-record.js";

/** As many records and people as one user may follow. */
const MOST_FOLLOWED = 500;

/** Follows what a request names, for the user. What is followed already stays as it is. */
export function follow(context: DataContext, given: unknown): StoredRecord {
  const { subjectId } = expectObject(given, "FollowingInput");
  const id = typeof subjectId === "string" ? toId18(subjectId) : null;
  const object = id === null ? undefined : context.catalog.ofId(id);
  if (id === null || object === undefined || object.name === "CollaborationGroup") {
    throw invalidIdentifier(subjectId);
  }
  if (object.attributes.feedEnabled !== true) {
    throw requestFault(400, "FEED_NOT_ENABLED_FOR_OBJECT", `Feeds are not enabled for ${object.name}.`);
  }
  if (recordOf(context, object.name, id) === undefined) throw notThere();
  const followed = followedBy(context, context.userId);
  const before = followed.find(({ values }) => values.ParentId === id);
  if (before !== undefined) return before;
  if (followed.length >= MOST_FOLLOWED) {
    throw requestFault(
      400,
      "LIMIT_EXCEEDED",
      `A user can follow at most ${MOST_FOLLOWED} records and people.`,
    );
  }
  return insertFeedRecord(context, "EntitySubscription", { ParentId: id, SubscriberId: context.userId });
}

/** What a user follows, as subscriptions. */
export function followedBy(context: DataContext, userId: string): StoredRecord[] {
  return recordsWith(context, "EntitySubscription", "SubscriberId", userId);
}

export function showSubscription(shown: Shown, { id, values }: StoredRecord) {
  return {
    community: null,
    id,
    subject: showRecord(shown, String(values.ParentId)),
    subscriber: showUser(shown, String(values.SubscriberId)),
    url: `${shown.dataPath}/chatter/subscriptions/${id}`,
  };
}
