import { recordOf } from "../approvals/approval-records.js";
import type { DataContext } from "../data-context.js";
import { modificationFields } from "../dml/defaults.js";
import { insertOwnRecord } from "../dml/insert-own-record.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord, Value } from "../store/table.js";
import { invalidIdentifier, notThere } from "./chatter-fault.js";
import { completeFeedRecord } from "./complete-feed-record.js";
import type { Segment } from "./segment.js";

/** What there is of Chatter, with the prefixes of its ids. */
const PREFIXES = {
  FeedItem: "0D5",
  FeedComment: "0D7",
  FeedLike: "0I0",
  EntitySubscription: "0E8",
  CollaborationGroup: "0F9",
  CollaborationGroupMember: "0FB",
} as const;

export type FeedObject = keyof typeof PREFIXES;

/** Where a record keeps what none of its fields has; no field is called so. */
const CONTENT = "(content)";

/** What a post or comment has beside its fields. */
export interface FeedContent {
  readonly segments?: readonly Segment[];
  /** The text that the segments make: another one was written over it. */
  readonly body?: string | null;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  /** What users chose, by their ids. */
  readonly votes?: Readonly<Record<string, string>>;
  /** Ids of documents. */
  readonly files?: readonly string[];
  readonly visibility?: string;
}

type Values = Readonly<Record<string, Value>>;

/** Puts in a record, as DML would. */
export function insertFeedRecord(
  context: DataContext,
  name: FeedObject,
  values: Values,
  content: FeedContent = {},
): StoredRecord {
  const id = insertOwnRecord(context, { name, keyPrefix: PREFIXES[name] }, (id) => ({
    Id: id,
    CreatedById: context.userId,
    ...values,
    [CONTENT]: JSON.stringify(content),
  }));
  completeFeedRecord(context, name, id);
  return requireFeedRecord(context, name, id);
}

export function contentOf(record: StoredRecord): FeedContent {
  return JSON.parse(String(record.values[CONTENT] ?? "{}"));
}

export function changeFeedRecord(
  context: DataContext,
  name: FeedObject,
  record: StoredRecord,
  values: Values,
  content: FeedContent = {},
): StoredRecord {
  context.store.replace(name, record, {
    ...modificationFields(context),
    ...values,
    [CONTENT]: JSON.stringify({ ...contentOf(record), ...content }),
  });
  return requireFeedRecord(context, name, record.id);
}

/** The record at an id of a path: 400 where the id is of something else, 404 where it is not there. */
export function requireFeedRecord(context: DataContext, name: FeedObject, idText: string): StoredRecord {
  const id = toId18(idText);
  if (id === null || !id.startsWith(PREFIXES[name])) throw invalidIdentifier(idText);
  const record = recordOf(context, name, id);
  if (record === undefined) throw notThere();
  return record;
}
