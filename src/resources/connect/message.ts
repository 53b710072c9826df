import type { Id } from "../../schema/brand.js";

/**
 * What a post or a comment says: text, or parts of it in a list. Text is sent as it is; web addresses and `#topics`
 * in it become links and hashtags by themselves, `@names` do not: mention people by their ids.
 *
 * @example
 * const message = ["Hello ", { mention: userId }, ", see ", { link: "https://example.com" }, " ", { hashtag: "news" }];
 */
export type Message = string | readonly MessagePart[];

/** A part of a message. */
export type MessagePart =
  | string
  /** A user or a group, who is told of it. At most 25 to a message. */
  | { readonly mention: Id<"User" | "CollaborationGroup"> }
  /** A web address that is shown as it is, or under a text of its own. */
  | { readonly link: string; readonly text?: string | undefined }
  /** A topic, without its `#`. */
  | { readonly hashtag: string }
  /** A record, shown by its name. */
  | { readonly record: Id }
  | { readonly bold: Message }
  | { readonly italic: Message }
  | { readonly underline: Message }
  | { readonly strikethrough: Message }
  | { readonly paragraph: Message }
  /** Code, which holds nothing but text. */
  | { readonly code: string }
  /** A list with a message for each line. */
  | { readonly bullets: readonly Message[] }
  /** A list whose lines are counted. */
  | { readonly numbers: readonly Message[] };
