import type { CallOptions } from "../../http/call-options.js";
import type { Id } from "../../schema/brand.js";
import type { ReadList } from "../list-views/list-views.js";
import type {
  ChatterGroup,
  ChatterUser,
  FeedComment,
  FeedElement,
  FeedLike,
  FeedPoll,
  FeedSubscription,
  PollChoiceId,
} from "./feed-element.js";
import type { Message } from "./message.js";

/** What a post has beside its message: a link, a poll or files. */
export type PostArgs = {
  /** Who sees it, of those who see where it is: everyone, or users of the company only. Default: `AllUsers`. */
  visibility?: "AllUsers" | "InternalUsers" | undefined;
} & (
  | { link?: undefined; poll?: undefined; files?: undefined }
  | { link: { url: string; name?: string | undefined }; poll?: undefined; files?: undefined }
  /** From 2 to 10 choices. */
  | { poll: readonly string[]; link?: undefined; files?: undefined }
  /** Up to 10 files that are there already: `sf.files.upload` gives their ids. */
  | { files: readonly Id<"ContentDocument">[]; link?: undefined; poll?: undefined }
);

/** What a comment has beside its message. */
export interface CommentArgs {
  /** A file that is there already. */
  file?: Id<"ContentDocument"> | undefined;
}

/**
 * Which feed: the user's news (what they follow, what mentions them, their groups), all of the company that they
 * see, or that of a record, of a user or of a group.
 */
export type FeedOf =
  | "news"
  | "company"
  | { readonly record: Id; readonly user?: undefined; readonly group?: undefined }
  | { readonly user: Id<"User"> | "me"; readonly record?: undefined; readonly group?: undefined }
  | { readonly group: Id<"CollaborationGroup">; readonly record?: undefined; readonly user?: undefined };

/** How a feed is read. */
export interface FeedArgs {
  /** What comes first: what was posted last, or where something happened last. Default: `CreatedDateDesc`. */
  sort?: "CreatedDateDesc" | "LastModifiedDateDesc" | undefined;
  /** At most so many. Default: all of them. */
  limit?: number | undefined;
}

/** Which groups. */
export interface ChatterGroupsArgs {
  /** Only those whose name or description holds it. At least two characters. */
  search?: string | undefined;
  /** At most so many. Default: all of them. */
  limit?: number | undefined;
}

/** The id of a post or of a comment. */
export type FeedEntryId = Id<"FeedItem" | "FeedComment">;

/**
 * Chatter: what users post, comment, like and follow. Part of the Connect API, whose requests count against a limit
 * of their own, for each user, app and hour: a LimitError then.
 *
 * All methods throw a SettingsError where an id, a message or an argument cannot be (nothing is sent then), a
 * NotFoundError where what they are about is not there or not for the user, and a ForbiddenError where the user may
 * not do it.
 */
export interface Chatter {
  /**
   * Posts at a record, a user (`"me"` for oneself) or a group. `POST /chatter/feed-elements`. Never repeated by
   * itself.
   *
   * @throws SettingsError where the message is empty, has more than 10,000 characters or 25 mentions
   * @throws ApiError with `FEED_NOT_ENABLED_FOR_OBJECT` where records of this kind have no feed
   *
   * @example
   * await sf.chatter.post(accountId, ["Thank you, ", { mention: ownerId }], { link: { url: "https://example.com" } });
   */
  post(subject: Id | "me", message: Message, args?: PostArgs, options?: CallOptions): Promise<FeedElement>;

  /** A post. `GET /chatter/feed-elements/{id}`. */
  element(id: Id<"FeedItem">, options?: CallOptions): Promise<FeedElement>;

  /**
   * A feed, the newest first, 100 to a request. `GET /chatter/feeds/…/feed-elements`.
   *
   * @example
   * for await (const { actor, text } of sf.chatter.feed({ record: accountId })) console.log(actor.name, text);
   */
  feed(of: FeedOf, args?: FeedArgs, options?: CallOptions): ReadList<FeedElement>;

  /**
   * Puts another message in the place of that of a post or a comment. `PATCH /chatter/feed-elements/{id}`,
   * `PATCH /chatter/comments/{id}`.
   */
  edit<const E extends FeedEntryId>(id: E, message: Message, options?: CallOptions): Promise<EntryOf<E>>;

  /**
   * Deletes a post with its comments, or a comment. `DELETE /chatter/feed-elements/{id}`,
   * `DELETE /chatter/comments/{id}`.
   */
  delete(id: FeedEntryId, options?: CallOptions): Promise<void>;

  /**
   * The comments on a post, the oldest first, 100 to a request.
   * `GET /chatter/feed-elements/{id}/capabilities/comments/items`.
   */
  comments(elementId: Id<"FeedItem">, options?: CallOptions): ReadList<FeedComment>;

  /** Comments on a post. `POST /chatter/feed-elements/{id}/capabilities/comments/items`. Never repeated by itself. */
  comment(
    elementId: Id<"FeedItem">,
    message: Message,
    args?: CommentArgs,
    options?: CallOptions,
  ): Promise<FeedComment>;

  /** Likes a post or a comment. `POST …/chatter-likes/items`, `POST /chatter/comments/{id}/likes`. */
  like(id: FeedEntryId, options?: CallOptions): Promise<FeedLike>;

  /** Likes it no longer; nothing happens where the user did not. The same paths, with PATCH. */
  unlike(id: FeedEntryId, options?: CallOptions): Promise<void>;

  /**
   * Chooses in a poll, in the place of what the user chose before.
   * `PATCH /chatter/feed-elements/{id}/capabilities/poll`.
   */
  vote(elementId: Id<"FeedItem">, choiceId: PollChoiceId, options?: CallOptions): Promise<FeedPoll>;

  /** Follows a record or a user: up to 500. `POST /chatter/users/me/following`. */
  follow(recordId: Id, options?: CallOptions): Promise<FeedSubscription>;

  /**
   * Follows it no longer, by its id or that of the subscription; nothing happens where the user did not. Looks for
   * the subscription first, unless it is given. `DELETE /chatter/subscriptions/{id}`.
   */
  unfollow(recordOrSubscriptionId: Id, options?: CallOptions): Promise<void>;

  /** What the user follows. `GET /chatter/users/me/following`. */
  following(options?: CallOptions): ReadList<FeedSubscription>;

  /** The user of this client. `GET /chatter/users/me`. */
  me(options?: CallOptions): Promise<ChatterUser>;

  /** The groups of the org. `GET /chatter/groups`. */
  groups(args?: ChatterGroupsArgs, options?: CallOptions): ReadList<ChatterGroup>;

  /** Makes the user a member of a group. `POST /chatter/groups/{id}/members`. */
  join(groupId: Id<"CollaborationGroup">, options?: CallOptions): Promise<void>;

  /**
   * Ends the user's membership, which is looked for first; nothing happens where there is none.
   * `DELETE /chatter/group-memberships/{id}`.
   */
  leave(groupId: Id<"CollaborationGroup">, options?: CallOptions): Promise<void>;
}

/** What stands at an id: a comment where the id says so, a post where it does not say otherwise. */
export type EntryOf<E> = [E] extends [Id<"FeedComment">]
  ? [E] extends [Id<"FeedItem">]
    ? FeedElement | FeedComment
    : FeedComment
  : [E] extends [Id<"FeedItem">]
    ? FeedElement
    : FeedElement | FeedComment;
