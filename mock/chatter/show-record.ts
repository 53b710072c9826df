import { recordOf, recordsWith } from "../approvals/approval-records.js";
import type { DataContext } from "../data-context.js";
import type { StoredRecord } from "../store/table.js";

/** To whom something is shown, and where its links lead. */
export interface Shown {
  readonly context: DataContext;
  /** As `/services/data/v66.0`. */
  readonly dataPath: string;
  /** As `https://acme.my.salesforce.com`. */
  readonly origin: string;
}

/** A moment as the Connect API writes it. */
export function moment(value: unknown): string | null {
  return typeof value === "string" ? value.replace("+0000", "Z") : null;
}

/** What a record is called; its id where it has no name. */
export function nameOfRecord(context: DataContext, id: string): string {
  const object = context.catalog.ofId(id);
  const table = object?.name ?? (id.startsWith("005") ? "User" : "");
  const values = context.store.table(table).get(id)?.values;
  return String(values?.[object?.nameField?.name ?? "Name"] ?? values?.Name ?? id);
}

/** A user, a group or any other record in short. */
export function showRecord(shown: Shown, id: string): object {
  if (id.startsWith("005")) return showUser(shown, id);
  if (id.startsWith("0F9")) return showGroup(shown, id);
  const object = shown.context.catalog.ofId(id);
  return {
    id,
    motif: motif(object?.name.toLowerCase() ?? "custom"),
    mySubscription: mySubscription(shown, id),
    name: nameOfRecord(shown.context, id),
    type: object?.name ?? null,
    url: `${shown.dataPath}/chatter/records/${id}`,
  };
}

/** A user in short. */
export function showUser(shown: Shown, id: string) {
  const values = shown.context.store.table("User").get(id)?.values ?? {};
  return {
    additionalLabel: null,
    communityNickname: values.CommunityNickname ?? null,
    companyName: values.CompanyName ?? null,
    displayName: nameOfRecord(shown.context, id),
    firstName: values.FirstName ?? null,
    id,
    isActive: values.IsActive !== false,
    isInThisCommunity: true,
    lastName: values.LastName ?? null,
    motif: motif("profile"),
    mySubscription: mySubscription(shown, id),
    name: nameOfRecord(shown.context, id),
    outOfOffice: { message: values.OutOfOfficeMessage ?? "" },
    photo: photo(shown, id, "user-profiles"),
    reputation: null,
    title: values.Title ?? null,
    type: "User",
    url: `${shown.dataPath}/chatter/users/${id}`,
    userType: "Internal",
  };
}

/** A user with all that is told of them. */
export function showUserDetail(shown: Shown, id: string) {
  const { context } = shown;
  const values = context.store.table("User").get(id)?.values ?? {};
  const followed = recordsWith(context, "EntitySubscription", "SubscriberId", id);
  const people = followed.filter(({ values: { ParentId } }) => String(ParentId).startsWith("005")).length;
  const count = (name: string) => recordsWith(context, name, "CreatedById", id).length;
  return {
    ...showUser(shown, id),
    aboutMe: values.AboutMe ?? null,
    address: {
      city: values.City ?? null,
      country: values.Country ?? null,
      formattedAddress: null,
      state: values.State ?? null,
      street: values.Street ?? null,
      zip: values.PostalCode ?? null,
    },
    chatterActivity: {
      commentCount: count("FeedComment"),
      commentReceivedCount: 0,
      likeReceivedCount: 0,
      postCount: count("FeedItem"),
    },
    email: values.Email ?? null,
    followersCount: recordsWith(context, "EntitySubscription", "ParentId", id).length,
    followingCounts: { people, records: followed.length - people, total: followed.length },
    groupCount: recordsWith(context, "CollaborationGroupMember", "MemberId", id).length,
    hasChatter: true,
    managerId: values.ManagerId ?? null,
    managerName: typeof values.ManagerId === "string" ? nameOfRecord(context, values.ManagerId) : null,
    phoneNumbers: [],
    thanksReceived: null,
    username: values.Username ?? null,
  };
}

/** How the Connect API calls the roles of members. */
const ROLES = new Map<unknown, string>([
  ["Admin", "GroupManager"],
  ["Standard", "StandardMember"],
]);

/** A group, which is shown as whole in lists as by itself. */
export function showGroup(shown: Shown, id: string) {
  const { context, dataPath } = shown;
  const values = recordOf(context, "CollaborationGroup", id)?.values ?? {};
  const member = membership(context, id);
  return {
    additionalLabel: null,
    canHaveChatterGuests: values.CanHaveGuests === true,
    description: values.Description ?? null,
    id,
    isArchived: values.IsArchived === true,
    isBroadcast: values.IsBroadcast === true,
    lastFeedElementPostDate: moment(values.LastFeedModifiedDate),
    memberCount: values.MemberCount ?? 0,
    motif: motif("groups"),
    myRole: member === undefined ? "NotAMember" : role(member, values.OwnerId),
    mySubscription:
      member === undefined
        ? null
        : { id: member.id, url: `${dataPath}/chatter/group-memberships/${member.id}` },
    name: String(values.Name ?? ""),
    owner: typeof values.OwnerId === "string" ? showUser(shown, values.OwnerId) : null,
    photo: photo(shown, id, "groups"),
    type: "CollaborationGroup",
    url: `${dataPath}/chatter/groups/${id}`,
    visibility: values.CollaborationType === "Private" ? "PrivateAccess" : "PublicAccess",
  };
}

export function role({ values }: StoredRecord, ownerId: unknown): string {
  if (values.MemberId === ownerId) return "GroupOwner";
  return ROLES.get(values.CollaborationRole) ?? "StandardMember";
}

/** That the user is a member of a group. */
export function membership(context: DataContext, groupId: string): StoredRecord | undefined {
  return recordsWith(context, "CollaborationGroupMember", "CollaborationGroupId", groupId).find(
    ({ values }) => values.MemberId === context.userId,
  );
}

/** That the user follows a record. */
function mySubscription({ context, dataPath }: Shown, id: string): object | null {
  const mine = recordsWith(context, "EntitySubscription", "ParentId", id).find(
    ({ values }) => values.SubscriberId === context.userId,
  );
  return mine === undefined ? null : { id: mine.id, url: `${dataPath}/chatter/subscriptions/${mine.id}` };
}

function motif(icon: string): object {
  return {
    color: "65CAE4",
    largeIconUrl: `/img/icon/${icon}64.png`,
    mediumIconUrl: `/img/icon/${icon}32.png`,
    smallIconUrl: `/img/icon/${icon}16.png`,
    svgIconUrl: null,
  };
}

function photo({ dataPath, origin }: Shown, id: string, of: string): object {
  const base = `${origin}/profilephoto/${id.slice(0, 3)}`;
  return {
    fullEmailPhotoUrl: `${base}/F?fromEmail=1`,
    largePhotoUrl: `${base}/F`,
    mediumPhotoUrl: `${base}/M`,
    photoVersionId: null,
    smallPhotoUrl: `${base}/T`,
    standardEmailPhotoUrl: `${base}/T?fromEmail=1`,
    url: `${dataPath}/connect/${of}/${id}/photo`,
  };
}
