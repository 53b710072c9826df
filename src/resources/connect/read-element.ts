import type {
  WireChatterGroup,
  WireChatterRecord,
  WireChatterUser,
  WireFeedComment,
  WireFeedElement,
  WireFeedFile,
  WireFeedLike,
  WireFeedMessage,
  WireFeedPoll,
  WireFeedSegment,
  WireSubscription,
} from "../../http/schemas.js";
import type {
  ChatterGroup,
  ChatterRecord,
  ChatterUser,
  FeedComment,
  FeedElement,
  FeedFile,
  FeedLike,
  FeedPoll,
  FeedSubscription,
  MessageSegment,
} from "./feed-element.js";

/** A post as the Connect API answers it, with what is asked of it most at hand. */
export function toElement(element: WireFeedElement): FeedElement {
  const { id, type, actor, parent, createdDate, modifiedDate, visibility, capabilities = {} } = element;
  const { chatterLikes, comments, edit, files, link, poll } = capabilities;
  return {
    id,
    type: type ?? "",
    actor: toRecord(actor),
    parent: toRecord(parent),
    ...toMessage(element.body),
    createdDate,
    modifiedDate: modifiedDate ?? createdDate,
    editedDate: edit?.lastEditedDate ?? null,
    visibility: visibility ?? "AllUsers",
    likeCount: chatterLikes?.page?.total ?? 0,
    isLikedByMe: chatterLikes?.isLikedByCurrentUser === true,
    commentCount: comments?.page?.total ?? 0,
    recentComments: comments?.page?.items?.map(toComment) ?? [],
    files: files?.items?.map(toFile) ?? [],
    link: link ? { url: link.url, name: link.urlName ?? link.url } : null,
    poll: poll ? toPoll(poll) : null,
  };
}

export function toComment(comment: WireFeedComment): FeedComment {
  const { id, user, createdDate, feedElement, likes, myLike, capabilities = {} } = comment;
  const { content, edit } = capabilities;
  return {
    id,
    actor: toRecord(user),
    elementId: feedElement?.id ?? "",
    ...toMessage(comment.body),
    createdDate,
    editedDate: edit?.lastEditedDate ?? null,
    likeCount: likes?.total ?? 0,
    isLikedByMe: myLike != null,
    files: content ? [toFile(content)] : [],
  };
}

function toMessage(body: WireFeedMessage | null | undefined) {
  return {
    text: body?.text ?? "",
    segments: body?.messageSegments?.map(toSegment) ?? [],
    isRichText: body?.isRichText === true,
  };
}

function toSegment(segment: WireFeedSegment): MessageSegment {
  const { type, text, url, tag, markupType, record, reference } = segment;
  const id = record?.id ?? reference?.id;
  return {
    type,
    text: text ?? "",
    ...(id !== undefined && { id }),
    // Those of mentions and hashtags lead into the API.
    ...(url != null && (type === "Link" || markupType === "Hyperlink") && { url }),
    ...(tag != null && { tag }),
    ...(markupType != null && { markup: markupType }),
  };
}

function toRecord({ id, name, type }: WireChatterRecord): ChatterRecord {
  return { id, name, type };
}

function toFile({ id, title, versionId }: WireFeedFile): FeedFile {
  return { id, versionId: versionId ?? null, title: title ?? "" };
}

export function toPoll({ choices, myChoiceId, totalVoteCount }: WireFeedPoll): FeedPoll {
  return {
    choices: choices.map(({ id, text, voteCount }) => ({ id, text, voteCount })),
    myChoiceId: myChoiceId ?? null,
    voteCount: totalVoteCount,
  };
}

export function toLike({ id, user }: WireFeedLike): FeedLike {
  return { id, user: toRecord(user) };
}

export function toSubscription({ id, subject }: WireSubscription): FeedSubscription {
  return { id, subject: toRecord(subject) };
}

export function toUser(user: WireChatterUser): ChatterUser {
  return {
    id: user.id,
    name: user.name,
    username: user.username ?? null,
    email: user.email ?? null,
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? null,
    title: user.title ?? null,
    companyName: user.companyName ?? null,
    aboutMe: user.aboutMe ?? null,
    managerId: user.managerId ?? null,
    followersCount: user.followersCount ?? 0,
    groupCount: user.groupCount ?? 0,
  };
}

export function toGroup(group: WireChatterGroup): ChatterGroup {
  return {
    id: group.id,
    name: group.name,
    description: group.description ?? null,
    visibility: group.visibility ?? "",
    memberCount: group.memberCount ?? 0,
    isArchived: group.isArchived === true,
    myRole: group.myRole ?? "NotAMember",
  };
}
