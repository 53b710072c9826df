import { recordsWith } from "../approvals/approval-records.js";
import type { StoredRecord } from "../store/table.js";
import { contentOf } from "./feed-records.js";
import { showFile } from "./files-capability.js";
import { likeReference, likesOf, showLikePage } from "./likes.js";
import { type Page, showPage } from "./paging.js";
import { showMessage } from "./show-message.js";
import { moment, type Shown, showRecord, showUser } from "./show-record.js";

/** As many comments as an element brings along. */
const RECENT = 3;

/** The comments of an element, the oldest first. */
export function commentsOf({ context }: Shown, elementId: string): StoredRecord[] {
  return recordsWith(context, "FeedComment", "FeedItemId", elementId);
}

export function showComment(shown: Shown, record: StoredRecord) {
  const { id, values } = record;
  const { dataPath } = shown;
  const url = `${dataPath}/chatter/comments/${id}`;
  const likes = likesOf(shown, id);
  const [file] = contentOf(record).files ?? [];
  const item = String(values.FeedItemId);
  return {
    body: showMessage(shown, record, "CommentBody"),
    capabilities: {
      edit: showEdit(shown, record, `${url}/capabilities/edit/is-editable-by-me`),
      ...(file !== undefined && { content: showFile(shown, file) }),
    },
    clientInfo: null,
    createdDate: moment(values.CreatedDate),
    feedElement: { id: item, url: `${dataPath}/chatter/feed-elements/${item}` },
    id,
    isDeleteRestricted: false,
    likes: showLikePage(shown, firstPage(likes, `${url}/likes`), likes.length),
    likesMessage: null,
    moderationFlags: null,
    myLike: likeReference(shown, id),
    parent: typeof values.ParentId === "string" ? showRecord(shown, values.ParentId) : null,
    relativeCreatedDate: moment(values.CreatedDate),
    type: values.CommentType ?? "TextComment",
    url,
    user: showUser(shown, String(values.CreatedById)),
  };
}

/** What an element tells of its comments: how many, and the newest of them. */
export function showCommentsCapability(shown: Shown, elementId: string) {
  const all = commentsOf(shown, elementId);
  const url = `${shown.dataPath}/chatter/feed-elements/${elementId}/capabilities/comments/items`;
  return { page: showCommentPage(shown, { ...firstPage([], url), items: all.slice(-RECENT) }, all.length) };
}

export function showCommentPage(shown: Shown, page: Page<StoredRecord>, total: number) {
  return showPage(page, (each) => showComment(shown, each), total);
}

/** Who changed something last, and when. */
export function showEdit(shown: Shown, { values }: StoredRecord, isEditableByMeUrl: string) {
  const by = values.LastEditById;
  return {
    isEditRestricted: false,
    isEditableByMeUrl,
    lastEditedBy: typeof by === "string" ? showUser(shown, by) : null,
    lastEditedDate: moment(values.LastEditDate),
    latestRevision: values.Revision ?? 1,
    relativeLastEditedDate: moment(values.LastEditDate),
  };
}

/** A page of at most 25, for what is shown inside of something else. */
export function firstPage<T>(all: readonly T[], url: string): Page<T> {
  const hasMore = all.length > 25;
  return {
    items: all.slice(0, 25),
    currentPageToken: 0,
    currentPageUrl: url,
    nextPageToken: hasMore ? 1 : null,
    nextPageUrl: hasMore ? `${url}?page=1` : null,
  };
}
