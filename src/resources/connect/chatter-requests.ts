import { nothing, operation } from "../../http/operation.js";
import { AS_IT_IS } from "./as-it-is.js";
import { checkId } from "./check-args.js";
import { messageSegments } from "./message-segments.js";
import { postBody } from "./post-body.js";
import { toComment, toElement, toLike, toPoll } from "./read-element.js";

const headers = AS_IT_IS;
const ELEMENT = "/chatter/feed-elements/{id}";
const COMMENT = "/chatter/comments/{id}";
const COMMENTS = "/chatter/feed-elements/{id}/capabilities/comments/items";
const LIKES = "/chatter/feed-elements/{id}/capabilities/chatter-likes/items";
const COMMENT_LIKES = "/chatter/comments/{id}/likes";

/** How the ids of posts and comments begin in every org. */
const POST_PREFIX = "0D5";
const COMMENT_PREFIX = "0D7";

export function elementId(id: unknown): string {
  return checkId(id, "elementId", [POST_PREFIX], "a post");
}

function entry(id: unknown) {
  const checked = checkId(id, "id", [POST_PREFIX, COMMENT_PREFIX], "a post or a comment");
  return { path: { id: checked }, isComment: checked.startsWith(COMMENT_PREFIX) };
}

export function postElement(subject: unknown, message: unknown, args: unknown) {
  const body = postBody(subject, message, args);
  return operation("post", "/chatter/feed-elements", { body, headers }, toElement);
}

export function getElement(id: unknown) {
  return operation("get", ELEMENT, { path: { id: elementId(id) }, headers }, toElement);
}

export function editEntry(id: unknown, message: unknown) {
  const { path, isComment } = entry(id);
  const body = { body: { messageSegments: messageSegments(message) } };
  return isComment
    ? operation("patch", COMMENT, { path, body, headers }, toComment)
    : operation("patch", ELEMENT, { path, body, headers }, toElement);
}

export function deleteEntry(id: unknown) {
  const { path, isComment } = entry(id);
  return operation("delete", isComment ? COMMENT : ELEMENT, { path }, nothing);
}

/** The oldest come first, so that the pages follow each other as the comments do. */
export function firstComments(id: unknown) {
  const query = { sort: "CreatedDateOldestAsc", pageSize: 100 };
  return operation("get", COMMENTS, { path: { id: elementId(id) }, query, headers });
}

export function postComment(id: unknown, message: unknown, file: string | undefined) {
  const path = { id: elementId(id) };
  const body = {
    body: { messageSegments: messageSegments(message) },
    ...(file !== undefined && { capabilities: { content: { contentDocumentId: file } } }),
  };
  return operation("post", COMMENTS, { path, body, headers }, toComment);
}

export function likeEntry(id: unknown) {
  const { path, isComment } = entry(id);
  return operation("post", isComment ? COMMENT_LIKES : LIKES, { path, headers }, toLike);
}

export function unlikeEntry(id: unknown) {
  const { path, isComment } = entry(id);
  const query = { isLikedByCurrentUser: false };
  return operation("patch", isComment ? COMMENT_LIKES : LIKES, { path, query }, nothing);
}

export function voteIn(id: unknown, choiceId: unknown) {
  const path = { id: elementId(id) };
  const body = { myChoiceId: checkId(choiceId, "choiceId", ["09A"], "a choice") };
  return operation("patch", "/chatter/feed-elements/{id}/capabilities/poll", { path, body, headers }, toPoll);
}
