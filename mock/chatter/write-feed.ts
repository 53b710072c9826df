import { recordOf } from "../approvals/approval-records.js";
import { mayModifyAll } from "../approvals/record-lock.js";
import type { DataContext } from "../data-context.js";
import { datetimeText } from "../dml/date-text.js";
import { deleteRecord } from "../dml/delete-record.js";
import { requestFault } from "../http/fault.js";
import { expectObject, isJsonObject, type JsonObject } from "../http/json-body.js";
import { toId18 } from "../store/record-id.js";
import type { StoredRecord, Value } from "../store/table.js";
import { badBody, invalidIdentifier, noAccess, notThere, notYet } from "./chatter-fault.js";
import { changeFeedRecord, type FeedContent, insertFeedRecord } from "./feed-records.js";
import { latestVersion, readFile, readFiles, shareFiles } from "./files-capability.js";
import { readChoices } from "./poll-capability.js";
import { readMessage } from "./read-message.js";
import { isMember, isSeen } from "./visible-items.js";

const CAPABILITIES = ["link", "poll", "files"];

/** Posts what a request asks for. */
export function postElement(context: DataContext, given: unknown): StoredRecord {
  const input = expectObject(given, "FeedElementInput");
  if ((input.feedElementType ?? "FeedItem") !== "FeedItem") {
    throw badBody(`Unknown feedElementType: ${String(input.feedElementType)}`);
  }
  const ParentId = subjectOf(context, input.subjectId);
  const { text, isRichText, content } = readMessage(context, input.body);
  const capabilities = readCapabilities(context, input.capabilities);
  if (
    text === "" &&
    Object.keys(capabilities.values).length === 0 &&
    capabilities.content.choices === undefined
  ) {
    throw requestFault(400, "REQUIRED_FIELD_MISSING", "A feed item needs a body or something attached.");
  }
  const { visibility } = input;
  const values = { ParentId, Body: text || null, IsRichText: isRichText, ...capabilities.values };
  const item = insertFeedRecord(context, "FeedItem", values, {
    ...content,
    ...capabilities.content,
    ...(typeof visibility === "string" && { visibility }),
  });
  shareFiles(context, capabilities.content.files ?? [], ParentId);
  return item;
}

/** What is posted at: a record whose object has feeds, a user or a group. */
function subjectOf(context: DataContext, given: unknown): string {
  if (given === "me") return context.userId;
  const id = typeof given === "string" ? toId18(given) : null;
  if (id === null) throw invalidIdentifier(given);
  const object = context.catalog.ofId(id);
  if (object === undefined) throw invalidIdentifier(given);
  if (object.attributes.feedEnabled !== true) {
    throw requestFault(400, "FEED_NOT_ENABLED_FOR_OBJECT", `Feeds are not enabled for ${object.name}.`);
  }
  const record = recordOf(context, object.name, id);
  if (record === undefined) throw notThere();
  if (object.name === "CollaborationGroup" && !isMember(context, id)) throw noAccess();
  return id;
}

interface Attached {
  readonly values: Readonly<Record<string, Value>>;
  readonly content: FeedContent;
}

function readCapabilities(context: DataContext, given: unknown): Attached {
  const capabilities: JsonObject = isJsonObject(given) ? given : {};
  const other = Object.keys(capabilities).find((name) => !CAPABILITIES.includes(name));
  if (other !== undefined) throw notYet(`the capability ${other} of posts`);
  const { link, poll, files } = capabilities;
  if (link !== undefined) return { values: readLink(link), content: {} };
  if (poll !== undefined)
    return { values: { Type: "PollPost" }, content: { choices: readChoices(context, poll) } };
  if (files === undefined) return { values: {}, content: {} };
  const documents = readFiles(context, files);
  return { values: { RelatedRecordId: latestVersion(context, documents[0]) }, content: { files: documents } };
}

function readLink(given: unknown): Readonly<Record<string, Value>> {
  const { url, urlName } = isJsonObject(given) ? given : {};
  if (typeof url !== "string" || !/^https?:\/\/\S+$/i.test(url)) {
    throw badBody("The capability link needs a url that starts with http:// or https://.");
  }
  return { LinkUrl: url, Title: typeof urlName === "string" ? urlName : null };
}

/** Comments on an element. */
export function postComment(context: DataContext, item: StoredRecord, given: unknown): StoredRecord {
  const input = expectObject(given, "CommentInput");
  const { text, isRichText, content } = readMessage(context, input.body);
  const { content: attached, ...others } = isJsonObject(input.capabilities) ? input.capabilities : {};
  const [other] = Object.keys(others);
  if (other !== undefined) throw notYet(`the capability ${other} of comments`);
  const file = isJsonObject(attached) ? readFile(context, attached.contentDocumentId) : undefined;
  if (text === "" && file === undefined) {
    throw requestFault(400, "REQUIRED_FIELD_MISSING", "A comment needs a body or a file.");
  }
  const values = {
    FeedItemId: item.id,
    CommentBody: text,
    IsRichText: isRichText,
    RelatedRecordId: latestVersion(context, file),
  };
  const comment = insertFeedRecord(context, "FeedComment", values, {
    ...content,
    ...(file !== undefined && { files: [file] }),
  });
  if (file !== undefined) shareFiles(context, [file], String(item.values.ParentId));
  return comment;
}

/** Changes the text of a post or a comment. */
export function edit(
  context: DataContext,
  name: "FeedItem" | "FeedComment",
  record: StoredRecord,
  given: unknown,
): StoredRecord {
  refuseStranger(context, record);
  const { body } = expectObject(given, "FeedItemInput");
  if (body === undefined) throw badBody("Only the body can be changed.");
  const { text, isRichText, content } = readMessage(context, body);
  if (text === "") throw requestFault(400, "REQUIRED_FIELD_MISSING", "The body is empty.");
  const field = name === "FeedItem" ? "Body" : "CommentBody";
  return changeFeedRecord(
    context,
    name,
    record,
    {
      [field]: text,
      IsRichText: isRichText,
      Revision: Number(record.values.Revision ?? 1) + 1,
      LastEditById: context.userId,
      LastEditDate: datetimeText(context.now()),
    },
    content,
  );
}

/** Deletes a record of Chatter as DML does, with what hangs on it. */
export function remove(context: DataContext, name: string, record: StoredRecord, ownerField: string): void {
  refuseStranger(context, record, ownerField);
  const object = context.catalog.find(name);
  if (object === undefined) context.store.replace(name, record, { IsDeleted: true });
  else deleteRecord(context, object, record.id);
}

/** Only who wrote something may change it, and who may change all data. */
function refuseStranger(context: DataContext, { values }: StoredRecord, ownerField = "CreatedById"): void {
  if (values[ownerField] === context.userId || mayModifyAll(context)) return;
  throw noAccess();
}

/** The element at an id, as far as the user sees it. */
export function requireSeen(context: DataContext, item: StoredRecord | undefined): StoredRecord {
  if (item === undefined || !isSeen(context, item)) throw notThere();
  return item;
}
