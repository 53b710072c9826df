import type { WireSegmentInput } from "../../http/schemas.js";
import { kindOf } from "../../settings/kind-of.js";
import { checkId, wrong } from "./check-args.js";

const LONGEST = 10_000;
const MOST_MENTIONS = 25;

/** Marks around a message. */
const MARKUP = {
  bold: "Bold",
  italic: "Italic",
  underline: "Underline",
  strikethrough: "Strikethrough",
  paragraph: "Paragraph",
} as const;
const LISTS = { bullets: "UnorderedList", numbers: "OrderedList" } as const;

const PARTS = ["mention", "link", "hashtag", "record", "code", ...Object.keys(MARKUP), ...Object.keys(LISTS)];

/**
 * A message as it is sent.
 *
 * @throws SettingsError where a part cannot be, or the message is empty or too long
 */
export function messageSegments(message: unknown): WireSegmentInput[] {
  const segments = segmentsOf(message, "message");
  const length = segments.reduce((sum, { text, url, tag }) => sum + (text ?? url ?? tag ?? "").length, 0);
  const mentions = segments.filter(({ type }) => type === "Mention").length;
  if (length === 0 && mentions === 0 && !segments.some(({ type }) => type === "EntityLink")) {
    throw wrong("`message` says nothing.", "Give text, or parts that hold some.");
  }
  if (length > LONGEST) {
    throw wrong(`\`message\` has ${length} characters.`, `Chatter takes ${LONGEST} at most.`);
  }
  if (mentions > MOST_MENTIONS) {
    throw wrong(
      `\`message\` mentions ${mentions} people and groups.`,
      `Chatter takes ${MOST_MENTIONS} at most.`,
    );
  }
  return segments;
}

function segmentsOf(message: unknown, place: string): WireSegmentInput[] {
  if (typeof message === "string") return textSegments(message);
  if (!Array.isArray(message)) {
    throw wrong(
      `\`${place}\` is ${kindOf(message)}.`,
      'Give text or a list, as ["Hello ", { mention: userId }].',
    );
  }
  return message.flatMap((part, index) => partSegments(part, `${place}[${index}]`));
}

function textSegments(text: string): WireSegmentInput[] {
  return text === "" ? [] : [{ type: "Text", text }];
}

function partSegments(part: unknown, place: string): WireSegmentInput[] {
  if (typeof part === "string") return textSegments(part);
  const given = (typeof part === "object" && part !== null ? part : {}) as Record<string, unknown>;
  const { text, ...others } = given;
  const [name = "", ...more] = Object.keys(others).filter((key) => others[key] !== undefined);
  if (!PARTS.includes(name) || more.length > 0 || (text !== undefined && name !== "link")) {
    const problem = PARTS.includes(name) ? "says more than one thing" : `is no part of a message`;
    throw wrong(
      `\`${place}\` ${problem}.`,
      `Give text or one of ${PARTS.map((known) => `{ ${known} }`).join(", ")}.`,
    );
  }
  const value = given[name];
  const at = `${place}.${name}`;
  if (Object.hasOwn(MARKUP, name)) {
    return marked(MARKUP[name as keyof typeof MARKUP], segmentsOf(value, at));
  }
  if (Object.hasOwn(LISTS, name)) return marked(LISTS[name as keyof typeof LISTS], lines(value, at));
  return plainSegments(name, value, text, at);
}

function plainSegments(name: string, value: unknown, text: unknown, at: string): WireSegmentInput[] {
  switch (name) {
    case "mention":
      return [{ type: "Mention", id: checkId(value, at, ["005", "0F9"], "a user or a group") }];
    case "record":
      return [{ type: "EntityLink", entityId: checkId(value, at) }];
    case "hashtag":
      return [{ type: "Hashtag", tag: checkText(value, at).replace(/^#/, "") }];
    case "code":
      return marked("Code", textSegments(checkText(value, at)));
    default: {
      const url = checkUrl(value, at);
      if (text === undefined) return [{ type: "Link", url }];
      return marked("Hyperlink", textSegments(checkText(text, at.replace(/link$/, "text"))), { url });
    }
  }
}

function lines(list: unknown, place: string): WireSegmentInput[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw wrong(`\`${place}\` is no list with something in it.`, "Give a message for each line.");
  }
  return list.flatMap((line, index) => marked("ListItem", segmentsOf(line, `${place}[${index}]`)));
}

function marked(
  markupType: string,
  segments: readonly WireSegmentInput[],
  more: { url?: string } = {},
): WireSegmentInput[] {
  return [{ type: "MarkupBegin", markupType, ...more }, ...segments, { type: "MarkupEnd", markupType }];
}

/** @throws SettingsError where it is no web address that Chatter takes */
export function checkUrl(value: unknown, place: string): string {
  if (typeof value === "string" && /^https?:\/\/\S+$/i.test(value)) return value;
  throw wrong(`\`${place}\` is no web address.`, "Give one that begins with https:// or http://.");
}

/** @throws SettingsError where it is no text, or empty */
export function checkText(value: unknown, place: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw wrong(`\`${place}\` is ${value === "" ? "empty" : kindOf(value)}.`, "Give text.");
}
