import type { StoredRecord } from "../store/table.js";
import { contentOf } from "./feed-records.js";
import { showFile } from "./files-capability.js";
import { likeReference, likesOf, showLikePage } from "./likes.js";
import { showPoll } from "./poll-capability.js";
import { firstPage, showCommentsCapability, showEdit } from "./show-comment.js";
import { showMessage } from "./show-message.js";
import { moment, nameOfRecord, type Shown, showRecord, showUser } from "./show-record.js";

/** A post with all that is told of it. */
export function showElement(shown: Shown, record: StoredRecord) {
  const { id, values } = record;
  const url = `${shown.dataPath}/chatter/feed-elements/${id}`;
  const actor = showUser(shown, String(values.CreatedById));
  const parentId = String(values.ParentId);
  return {
    actor,
    body: showMessage(shown, record, "Body"),
    capabilities: showCapabilities(shown, record, url),
    clientInfo: null,
    createdDate: moment(values.CreatedDate),
    event: false,
    feedElementType: "FeedItem",
    hasVerifiedComment: values.HasVerifiedComment === true,
    header: showHeader(shown, actor, parentId),
    id,
    isDeleteRestricted: false,
    isSharable: true,
    modifiedDate: moment(values.LastModifiedDate),
    originalFeedItem: null,
    originalFeedItemActor: null,
    parent: showRecord(shown, parentId),
    photoUrl: `${shown.origin}/profilephoto/005/T`,
    relativeCreatedDate: moment(values.CreatedDate),
    type: values.Type,
    url,
    visibility: contentOf(record).visibility ?? "AllUsers",
  };
}

function showCapabilities(shown: Shown, record: StoredRecord, url: string) {
  const { id, values } = record;
  const likes = likesOf(shown, id);
  const { files = [] } = contentOf(record);
  const poll = showPoll(shown.context, record);
  const base = `${url}/capabilities`;
  return {
    bookmarks: { isBookmarkedByCurrentUser: false },
    chatterLikes: {
      isLikedByCurrentUser: likeReference(shown, id) !== null,
      likesMessage: null,
      myLike: likeReference(shown, id),
      page: showLikePage(shown, firstPage(likes, `${base}/chatter-likes/items`), likes.length),
    },
    close: { canContextUserUpdateIsClosed: true, isClosed: values.IsClosed === true },
    comments: showCommentsCapability(shown, id),
    edit: showEdit(shown, record, `${base}/edit/is-editable-by-me`),
    ...(files.length > 0 && { files: { items: files.map((file) => showFile(shown, file)) } }),
    interactions: { count: 0 },
    ...(typeof values.LinkUrl === "string" && {
      link: { url: values.LinkUrl, urlName: values.Title ?? values.LinkUrl },
    }),
    mute: { isMutedByMe: false },
    ...(poll !== undefined && { poll }),
    status: { feedEntityStatus: values.Status ?? "Published", isApprovableByMe: true },
    topics: { canAssignTopics: true, items: [] },
  };
}

/** `Ada`, or `Acme — Ada`. */
function showHeader(shown: Shown, actor: ReturnType<typeof showUser>, parentId: string) {
  const { id, name, motif, url } = actor;
  const segments: object[] = [{ motif, reference: { id, url }, text: name, type: "EntityLink" }];
  if (parentId === id) return { isRichText: null, messageSegments: segments, text: name };
  const parent = nameOfRecord(shown.context, parentId);
  const reference = { id: parentId, url: `${shown.dataPath}/chatter/records/${parentId}` };
  const link = { motif: null, reference, text: parent, type: "EntityLink" };
  const messageSegments = [link, { text: " — ", type: "Text" }, ...segments];
  return { isRichText: null, messageSegments, text: `${parent} — ${name}` };
}
