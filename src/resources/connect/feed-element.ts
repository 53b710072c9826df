import type { DateTimeString, Id, OpenPicklist } from "../../schema/brand.js";

/** Someone or something of Chatter: a user, a group or any other record. */
export interface ChatterRecord {
  readonly id: Id;
  readonly name: string;
  /** API name of its object, as `User`, `CollaborationGroup` or `Account`. */
  readonly type: string;
}

/** A part of a message that was posted. */
export interface MessageSegment {
  readonly type: OpenPicklist<
    "Text" | "Link" | "Hashtag" | "Mention" | "EntityLink" | "MarkupBegin" | "MarkupEnd"
  >;
  /** As it is read: `@Ada`, `#news`, the web address; empty of what only marks. */
  readonly text: string;
  /** Who is mentioned, or which record is named. */
  readonly id?: Id;
  /** Of a link. */
  readonly url?: string;
  /** Of a hashtag, without `#`. */
  readonly tag?: string;
  /** How the parts from here on, or up to here, are marked: `Bold`, `ListItem`, … */
  readonly markup?: string;
}

/** What a post and a comment have in common. */
export interface FeedEntry {
  /** The whole message as plain text; empty where there is none. */
  readonly text: string;
  readonly segments: readonly MessageSegment[];
  /** Whether some of it is marked, as bold or as a list. */
  readonly isRichText: boolean;
  /** When it was posted, in UTC: `2026-02-28T09:30:00.000Z`. Text, whatever `decode` says. */
  readonly createdDate: DateTimeString;
  /** When its text was changed last; null where it never was. */
  readonly editedDate: DateTimeString | null;
  readonly likeCount: number;
  /** Whether the user of this client likes it. */
  readonly isLikedByMe: boolean;
  /** Files of Salesforce Files that it has. */
  readonly files: readonly FeedFile[];
}

/** A file of a post or a comment. */
export interface FeedFile {
  readonly id: Id<"ContentDocument">;
  readonly versionId: Id<"ContentVersion"> | null;
  readonly title: string;
}

/** Something in a feed: a post, or what Salesforce itself tells there. */
export interface FeedElement extends FeedEntry {
  readonly id: Id<"FeedItem">;
  readonly type: OpenPicklist<"TextPost" | "LinkPost" | "ContentPost" | "PollPost" | "TrackedChange">;
  /** Who posted it. */
  readonly actor: ChatterRecord;
  /** Where it was posted. */
  readonly parent: ChatterRecord;
  /** When anything last happened to it, a comment included. */
  readonly modifiedDate: DateTimeString;
  readonly visibility: OpenPicklist<"AllUsers" | "InternalUsers">;
  readonly commentCount: number;
  /** The newest comments, as far as Salesforce brings them along (3 at most): `comments` reads all. */
  readonly recentComments: readonly FeedComment[];
  readonly link: { readonly url: string; readonly name: string } | null;
  readonly poll: FeedPoll | null;
}

/** A comment on something in a feed. */
export interface FeedComment extends FeedEntry {
  readonly id: Id<"FeedComment">;
  /** Who wrote it. */
  readonly actor: ChatterRecord;
  /** What it is on. */
  readonly elementId: Id<"FeedItem">;
}

/** A poll with its votes. */
export interface FeedPoll {
  readonly choices: readonly FeedPollChoice[];
  /** What the user of this client chose; null where they have not yet. */
  readonly myChoiceId: PollChoiceId | null;
  readonly voteCount: number;
}

/** The id of a choice of a poll, which `vote` takes. */
export type PollChoiceId = Id<"FeedPollChoice">;

export interface FeedPollChoice {
  readonly id: PollChoiceId;
  readonly text: string;
  readonly voteCount: number;
}

/** That a user likes something. */
export interface FeedLike {
  readonly id: Id<"FeedLike">;
  readonly user: ChatterRecord;
}

/** That a user follows something: it is part of their news. */
export interface FeedSubscription {
  readonly id: Id<"EntitySubscription">;
  /** What is followed. */
  readonly subject: ChatterRecord;
}

/** A user as Chatter knows them. */
export interface ChatterUser {
  readonly id: Id<"User">;
  readonly name: string;
  readonly username: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly title: string | null;
  readonly companyName: string | null;
  readonly aboutMe: string | null;
  readonly managerId: Id<"User"> | null;
  readonly followersCount: number;
  readonly groupCount: number;
}

/** A group. */
export interface ChatterGroup {
  readonly id: Id<"CollaborationGroup">;
  readonly name: string;
  readonly description: string | null;
  readonly visibility: OpenPicklist<"PublicAccess" | "PrivateAccess" | "Unlisted">;
  readonly memberCount: number;
  readonly isArchived: boolean;
  /** What the user of this client is there. */
  readonly myRole: OpenPicklist<"GroupOwner" | "GroupManager" | "StandardMember" | "NotAMember">;
}
