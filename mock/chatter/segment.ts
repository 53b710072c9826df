/** How a part of a message is marked, with its HTML. */
export const MARKUP = {
  Bold: "b",
  Code: "code",
  Hyperlink: "a",
  Italic: "i",
  ListItem: "li",
  OrderedList: "ol",
  Paragraph: "p",
  Strikethrough: "s",
  Underline: "u",
  UnorderedList: "ul",
} as const;

export type Markup = keyof typeof MARKUP;

/** A part of a message, as it is kept. */
export type Segment =
  | { readonly type: "Text"; readonly text: string }
  | { readonly type: "Link"; readonly url: string }
  | { readonly type: "Hashtag"; readonly tag: string }
  | { readonly type: "Mention"; readonly id: string }
  | { readonly type: "EntityLink"; readonly id: string }
  | {
      readonly type: "MarkupBegin";
      readonly markupType: Markup;
      readonly url?: string;
      readonly altText?: string;
    }
  | { readonly type: "MarkupEnd"; readonly markupType: Markup };

const FOUND = /https?:\/\/[^\s<>"]+|(?<![\w&#])#[\p{L}\p{N}_]+/gu;

/** Text with the web addresses and hashtags that stand in it. */
export function segmentsOfText(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(FOUND)) {
    if (index > from) segments.push({ type: "Text", text: text.slice(from, index) });
    segments.push(
      found.startsWith("#") ? { type: "Hashtag", tag: found.slice(1) } : { type: "Link", url: found },
    );
    from = index + found.length;
  }
  if (from < text.length) segments.push({ type: "Text", text: text.slice(from) });
  return segments;
}

const TAG = /<(\/?)(\w+)((?:\s[^>]*)?)>/g;
const MARKUP_OF = new Map(Object.entries(MARKUP).map(([markup, tag]) => [tag as string, markup as Markup]));

/** What rich text is made of that was written as HTML. */
export function segmentsOfHtml(html: string): Segment[] {
  const segments: Segment[] = [];
  const addText = (text: string) => segments.push(...segmentsOfText(decodeEntities(text)));
  let from = 0;
  for (const { 0: found, 1: slash, 2: tag = "", 3: attributes = "", index } of html.matchAll(TAG)) {
    addText(html.slice(from, index));
    from = index + found.length;
    const markupType = MARKUP_OF.get(tag.toLowerCase());
    if (markupType === undefined) continue;
    const url = /href="([^"]*)"/.exec(attributes)?.[1];
    segments.push(
      slash === "/"
        ? { type: "MarkupEnd", markupType }
        : { type: "MarkupBegin", markupType, ...(url !== undefined && { url: decodeEntities(url) }) },
    );
  }
  addText(html.slice(from));
  return segments;
}

/** What HTML means by these signs, and how it writes them. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function encodeEntities(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => {
    const [sign = entity] = Object.entries(ENTITIES).find(([, written]) => written === entity) ?? [];
    return sign;
  });
}
