import type { FieldInfo } from "../catalog/field-info.js";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { DataContext } from "../data-context.js";
import { decodeBase64 } from "../http/base64.js";
import { withChecksum } from "../store/record-id.js";
import type { StoredRecord, Value } from "../store/table.js";
import type { Changes } from "./record-input.js";

/** What holds the images of rich text fields. It is no object that queries or describes know. */
export const RICH_TEXT_IMAGES = "RichTextImage";
const KEY_PREFIX = "0EM";

/** The kinds that Salesforce takes, in the text itself. */
const PASTED =
  /(<img\b[^>]*?\bsrc\s*=\s*["'])data:(image\/(?:gif|jpeg|png));base64,([a-z\d+/=\s]+)(?=["'])/gi;

/** Stands for the record until it has an id. */
const NO_RECORD = "000000000000000";

interface PastedImage {
  readonly id: string;
  readonly field: string;
  readonly type: string;
  readonly content: string;
}

/** What is written, with addresses in the place of the images that its rich texts hold. */
export interface PastedImages {
  readonly changes: Changes;
  readonly images: readonly PastedImage[];
}

/** Takes images out of the rich texts that are written. */
export function pastedImages(context: DataContext, object: ObjectInfo, input: Changes): PastedImages {
  const images: PastedImage[] = [];
  const changes: Changes = new Map(input);
  for (const [field, value] of input) {
    if (field.extraTypeInfo !== "richtextarea" || typeof value !== "string") continue;
    const text = value.replaceAll(PASTED, (whole, before: string, type: string, content: string) => {
      if (!isBase64(content)) return whole;
      const id = context.ids.next(KEY_PREFIX);
      images.push({ id, field: field.name, type: type.toLowerCase(), content });
      return `${before}${addressOf(context, object, field, id)}`;
    });
    changes.set(field, text);
  }
  return { changes, images };
}

/** Keeps the images of a record, and has its texts name it. `values` is what is written of the record. */
export function keepImages(
  context: DataContext,
  recordId: string,
  images: readonly PastedImage[],
  values: Record<string, Value>,
): void {
  for (const { id, field, type, content } of images) {
    context.store.insert(RICH_TEXT_IMAGES, id, {
      Id: id,
      RecordId: recordId,
      Field: field,
      ContentType: type,
      Content: content,
    });
    const text = String(values[field]);
    values[field] = text.replaceAll(`eid=${NO_RECORD}&amp;`, `eid=${recordId.slice(0, 15)}&amp;`);
  }
}

/** The image of a field by its reference. */
export function imageOf(
  { store }: DataContext,
  place: { readonly recordId: string; readonly field: string; readonly id: string },
): StoredRecord | undefined {
  const image = store.table(RICH_TEXT_IMAGES).get(place.id);
  const isThere = image?.values.RecordId === place.recordId && image.values.Field === place.field;
  return isThere ? image : undefined;
}

function addressOf({ origin }: DataContext, { name }: ObjectInfo, field: FieldInfo, id: string): string {
  const parameters = `eid=${NO_RECORD}&amp;feoid=${fieldId(`${name}.${field.name}`)}&amp;refid=${id.slice(0, 15)}`;
  return `${origin}/servlet/rtaImage?${parameters}`;
}

/** The same each time, though fields are no records here. */
function fieldId(name: string): string {
  let number = 0;
  for (const character of name) number = (number * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return withChecksum(`00NOt${String(number).padStart(10, "0")}`).slice(0, 15);
}

function isBase64(text: string): boolean {
  try {
    return decodeBase64(text).length > 0;
  } catch {
    return false;
  }
}
