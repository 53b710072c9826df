import { recordOf } from "../approvals/approval-records.js";
import type { DataContext } from "../data-context.js";
import type { StoredRecord } from "../store/table.js";
import { contentOf } from "./feed-records.js";
import { MARKUP, type Segment, segmentsOfHtml, segmentsOfText } from "./segment.js";
import { nameOfRecord, type Shown, showRecord } from "./show-record.js";

/** The text of a segment, with the names of now. */
export function segmentText(context: DataContext, segment: Segment): string {
  switch (segment.type) {
    case "Text":
      return segment.text;
    case "Link":
      return segment.url;
    case "Hashtag":
      return `#${segment.tag}`;
    case "Mention":
      return `@${nameOfRecord(context, segment.id)}`;
    case "EntityLink":
      return nameOfRecord(context, segment.id);
    case "MarkupBegin":
      return "";
    case "MarkupEnd":
      return segment.markupType === "Paragraph" || segment.markupType === "ListItem" ? "\n" : "";
  }
}

/** The body of a post or a comment. */
export function showMessage(shown: Shown, record: StoredRecord, field: "Body" | "CommentBody") {
  const isRichText = record.values.IsRichText === true;
  const segments = segmentsOf(record, field, isRichText);
  return {
    isRichText,
    messageSegments: segments.map((segment) => showSegment(shown, segment)),
    text:
      segments
        .map((segment) => segmentText(shown.context, segment))
        .join("")
        .trimEnd() || null,
  };
}

/** Those that were posted, unless other text was written over them since. */
export function segmentsOf(
  record: StoredRecord,
  field: "Body" | "CommentBody",
  isRichText: boolean,
): readonly Segment[] {
  const { segments, body } = contentOf(record);
  const text = record.values[field] ?? null;
  if (segments !== undefined && (body || null) === text) return segments;
  if (typeof text !== "string") return [];
  return isRichText ? segmentsOfHtml(text) : segmentsOfText(text);
}

function showSegment(shown: Shown, segment: Segment): object {
  const { type } = segment;
  const text = segmentText(shown.context, segment);
  switch (segment.type) {
    case "Text":
      return { text, type };
    case "Link":
      return { text, type, url: segment.url };
    case "Hashtag": {
      const tag = encodeURIComponent(segment.tag);
      return {
        tag: segment.tag,
        text,
        topicUrl: `${shown.dataPath}/connect/topics?exactMatch=true&q=${tag}`,
        type,
        url: `${shown.dataPath}/chatter/feed-elements?q=%23${tag}`,
      };
    }
    case "Mention": {
      const { context } = shown;
      const object = segment.id.startsWith("0F9") ? "CollaborationGroup" : "User";
      const accessible = recordOf(context, object, segment.id) !== undefined;
      const record = accessible ? showRecord(shown, segment.id) : null;
      return { accessible, name: nameOfRecord(context, segment.id), record, text, type };
    }
    case "EntityLink": {
      const reference = { id: segment.id, url: `${shown.dataPath}/chatter/records/${segment.id}` };
      return { motif: null, reference, text, type };
    }
    default: {
      const { markupType } = segment;
      const link = segment.type === "MarkupBegin" && markupType === "Hyperlink" ? segment : undefined;
      const attributes = link && { altText: link.altText ?? null, url: link.url ?? null };
      return { ...attributes, htmlTag: MARKUP[markupType], markupType, text, type };
    }
  }
}
