import { object } from "../dsl.js";
import { field } from "../field-definition.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text, textarea, url } from "../fields/text.js";
import { author, deleted, fedObjects, feedStatuses, inserter, made } from "./feed-fields.js";

const single = { aggregatable: false, permissionable: false } as const;
const readOnly = { aggregatable: false, readOnly: true } as const;
const counted = { ...readOnly, nillable: false, defaultedOnCreate: true } as const;

/** What posts are. */
const postTypes = {
  TrackedChange: "Tracked Change",
  UserStatus: "User Status",
  TextPost: "Text Post",
  AdvancedTextPost: "Advanced Text Post",
  LinkPost: "Link Post",
  ContentPost: "Content Post",
  PollPost: "Poll",
  RypplePost: "WDC Thanks",
  ProfileSkillPost: "Profile Skill Post",
  DashboardComponentSnapshot: "Dashboard Component Snapshot",
  ApprovalPost: "Approval Post",
  CaseCommentPost: "Case Comment Feed",
  ReplyPost: "Reply Post",
  EmailMessageEvent: "Email Message Feed",
  CallLogPost: "Call Log Feed",
  ChangeStatusPost: "Change Status Feed",
  AttachArticleEvent: "Attached Article",
  MilestoneEvent: "Milestone Event",
  ActivityEvent: "Activity Change",
  ChatTranscriptPost: "Chat Transcript Post",
  CollaborationGroupCreated: "Collaboration Group Created",
  CollaborationGroupUnarchived: "Collaboration Group Reactivated",
  SocialPost: "Social Post",
  QuestionPost: "Question Post",
  FacebookPost: "Facebook Post",
  BasicTemplateFeedItem: "Basic Template Post",
  CreateRecordEvent: "Created Record",
  CanvasPost: "Canvas",
  AnnouncementPost: "a",
} as const;

export const feedItem = object(
  "FeedItem",
  {
    label: "Feed Item",
    prefix: "0D5",
    owner: null,
    viewed: false,
    mruEnabled: false,
    undeletable: false,
    without: ["LastModifiedById"],
  },
  {
    Id: field("id", { label: "Feed Item ID", aggregatable: false }),
    ParentId: lookup(fedObjects, {
      label: "Parent ID",
      cascadeDelete: true,
      required: true,
      updateable: false,
      aggregatable: false,
    }),
    Type: picklist(postTypes, {
      label: "Feed Item Type",
      restricted: true,
      default: "TextPost",
      length: 40,
      updateable: false,
      ...single,
    }),
    CreatedById: author({ aggregatable: false }),
    CreatedDate: made({ aggregatable: false }),
    IsDeleted: deleted(),
    LastModifiedDate: datetime({ ...counted }),
    SystemModstamp: datetime({ ...counted }),
    Revision: int(9, single),
    LastEditById: lookup("User", { label: "Last Edit By ID", relationship: null, ...single }),
    LastEditDate: datetime(single),
    CommentCount: int(9, counted),
    LikeCount: int(9, counted),
    Title: text(255, single),
    Body: textarea(10_000, { filterable: false, groupable: false, ...single }),
    LinkUrl: url(1000, { label: "Link Url", filterable: false, groupable: false, ...single }),
    IsRichText: boolean(single),
    RelatedRecordId: lookup("ContentVersion", {
      label: "Related Record ID",
      relationship: null,
      filterable: false,
      ...single,
    }),
    InsertedById: inserter({ aggregatable: false }),
    BestCommentId: lookup("FeedComment", { label: "Best Comment ID", ...readOnly }),
    HasContent: boolean(readOnly),
    HasLink: boolean(readOnly),
    HasFeedEntity: boolean({ label: "Has Feed Entity Attachment", ...readOnly }),
    HasVerifiedComment: boolean(readOnly),
    IsClosed: boolean(readOnly),
    Status: picklist(feedStatuses, {
      restricted: true,
      default: "Published",
      length: 40,
      filterable: false,
      ...single,
    }),
  },
);
