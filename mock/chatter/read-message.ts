import { recordOf } from "../approvals/approval-records.js";
import type { DataContext } from "../data-context.js";
import { requestFault } from "../http/fault.js";
import { isJsonObject, type JsonObject } from "../http/json-body.js";
import { toId18 } from "../store/record-id.js";
import type { Value } from "../store/table.js";
import { badBody, invalidIdentifier, notYet } from "./chatter-fault.js";
import type { FeedContent } from "./feed-records.js";
import { encodeEntities, MARKUP, type Markup, type Segment, segmentsOfText } from "./segment.js";
import { segmentText } from "./show-message.js";

const LONGEST = 10_000;
const MOST_MENTIONS = 25;

/** A message as it came, and as fields keep it. */
export interface Message {
  readonly text: string;
  readonly isRichText: boolean;
  readonly content: FeedContent;
}

/** Reads `body` of what is posted. An empty one is one of no segments. */
export function readMessage(context: DataContext, body: unknown): Message {
  const list = isJsonObject(body) ? body.messageSegments : [];
  if (!Array.isArray(list)) throw badBody("The body must hold an array called messageSegments.");
  const segments = list.flatMap((segment) => readSegment(context, segment));
  checkNesting(segments);
  if (segments.filter(({ type }) => type === "Mention").length > MOST_MENTIONS) {
    throw requestFault(
      400,
      "LIMIT_EXCEEDED",
      `A message can mention at most ${MOST_MENTIONS} people and groups.`,
    );
  }
  const isRichText = segments.some(({ type }) => type === "MarkupBegin");
  const text = segments.map((segment) => fieldText(context, segment, isRichText)).join("");
  if (text.length > LONGEST) {
    throw requestFault(400, "STRING_TOO_LONG", `The message is longer than ${LONGEST} characters.`);
  }
  return { text, isRichText, content: { segments, body: text } };
}

/** What a field of the record holds of a segment: HTML in rich text. */
function fieldText(context: DataContext, segment: Segment, isRichText: boolean): string {
  if (!isRichText) return segmentText(context, segment);
  if (segment.type === "MarkupEnd") return `</${MARKUP[segment.markupType]}>`;
  if (segment.type !== "MarkupBegin") return encodeEntities(segmentText(context, segment));
  const href = segment.url === undefined ? "" : ` href="${encodeEntities(segment.url)}"`;
  return `<${MARKUP[segment.markupType]}${href}>`;
}

function readSegment(context: DataContext, given: unknown): Segment[] {
  if (!isJsonObject(given)) throw badBody("Each of messageSegments must be an object.");
  switch (given.type) {
    case "Text":
      return segmentsOfText(textOf(given, "text"));
    case "Link":
      return [{ type: "Link", url: urlOf(given) }];
    case "Hashtag":
      return [{ type: "Hashtag", tag: textOf(given, "tag") }];
    case "Mention":
      return [{ type: "Mention", id: mentioned(context, given) }];
    case "EntityLink":
      return [{ type: "EntityLink", id: linked(context, given) }];
    case "MarkupBegin":
    case "MarkupEnd":
      return [readMarkup(given, given.type)];
    case "InlineImage":
      throw notYet("images in messages");
    default:
      throw badBody(`Unknown type of message segment: ${String(given.type)}`);
  }
}

function textOf(given: JsonObject, name: string): string {
  const value = given[name];
  if (typeof value === "string" && value !== "") return value;
  throw badBody(`A message segment of type ${String(given.type)} needs ${name}.`);
}

function urlOf(given: JsonObject): string {
  const url = textOf(given, "url");
  if (/^https?:\/\/\S+$/i.test(url)) return url;
  throw badBody("The url of a message segment must start with http:// or https://.");
}

/** Who is mentioned: a user or a group, by id or, a user, by name. */
function mentioned(context: DataContext, given: JsonObject): string {
  const { id, username } = given;
  if (id === undefined && typeof username === "string") {
    const users = context.store.table("User").lookup({ name: "Username", matchesCase: false }, username);
    if (users[0] !== undefined) return users[0].id;
    throw invalidIdentifier(username);
  }
  const found = toId18(String(id));
  const name = found?.startsWith("0F9") === true ? "CollaborationGroup" : "User";
  if (found !== null && recordOf(context, name, found) !== undefined) return found;
  throw invalidIdentifier(id);
}

function linked(context: DataContext, { entityId }: JsonObject): string {
  const id = toId18(String(entityId));
  const object = id === null ? undefined : context.catalog.ofId(id);
  if (id !== null && object !== undefined && recordOf(context, object.name, id as Value) !== undefined)
    return id;
  throw invalidIdentifier(entityId);
}

function readMarkup(given: JsonObject, type: "MarkupBegin" | "MarkupEnd"): Segment {
  const { markupType, altText } = given;
  if (typeof markupType !== "string" || !Object.hasOwn(MARKUP, markupType)) {
    throw badBody(`Unknown markupType: ${String(markupType)}`);
  }
  const markup = { markupType: markupType as Markup };
  if (type === "MarkupEnd") return { type, ...markup };
  if (markupType !== "Hyperlink") return { type, ...markup };
  return { type, ...markup, url: urlOf(given), ...(typeof altText === "string" && { altText }) };
}

/** What begins last ends first, and code holds nothing but text. */
function checkNesting(segments: readonly Segment[]): void {
  const open: Markup[] = [];
  for (const segment of segments) {
    if (open.at(-1) === "Code" && segment.type !== "Text" && segment.type !== "MarkupEnd") {
      throw badBody("Markup segments with a markupType of Code can include only text segments.");
    }
    if (segment.type === "MarkupBegin") open.push(segment.markupType);
    else if (segment.type === "MarkupEnd" && open.pop() !== segment.markupType) {
      throw badBody("The markup segments are not nested as they should be.");
    }
  }
  if (open.length > 0) throw badBody(`The markup ${open.at(-1)} does not end.`);
}
