import type { Id } from "../../schema/brand.js";

/** An image in the text of a rich text field. */
export interface RichTextImage {
  /** What `richTextImage` takes. */
  readonly referenceId: Id;
  /** The record the image was put in at, which a copied text may not belong to. */
  readonly recordId: Id | undefined;
  /** Where browsers of logged-in users find it. */
  readonly src: string;
  readonly alt: string | undefined;
}

/** One that has no end takes all that follows, as in browsers: so nothing is looked at twice. */
const IMAGE = /<img\b(?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*>?/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The images that a rich text holds and Salesforce keeps, in their order: those whose `src` leads to
 * `/servlet/rtaImage`. None of a text that is null.
 *
 * @example
 * for (const { referenceId } of richTextImages(lead.Photo__c)) {
 *   const image = await sf.Lead.richTextImage(lead.Id, "Photo__c", referenceId);
 * }
 */
export function richTextImages(html: string | null | undefined): RichTextImage[] {
  return (html?.match(IMAGE) ?? []).flatMap((tag) => {
    const src = attributeOf(tag, "src");
    const [, query] = /\/servlet\/rtaImage\?([^#]*)/i.exec(src ?? "") ?? [];
    const parameters = new URLSearchParams(query);
    const referenceId = parameters.get("refid");
    if (src === undefined || !referenceId || !tag.endsWith(">")) return [];
    return [{ referenceId, recordId: parameters.get("eid") ?? undefined, src, alt: attributeOf(tag, "alt") }];
  });
}

function attributeOf(tag: string, name: string): string | undefined {
  const [, , doubly, singly, bare] =
    new RegExp(`(\\s|["'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
  return (doubly ?? singly ?? bare)?.replace(/&(#x?[\da-f]+|\w+);/gi, characterOf);
}

function characterOf(entity: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
}
