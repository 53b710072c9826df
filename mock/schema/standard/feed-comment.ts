import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { textarea } from "../fields/text.js";
import { author, fedObjects, feedStatuses, inserter, made } from "./feed-fields.js";

const written = { permissionable: false } as const;
const onCreate = { updateable: false, permissionable: false } as const;
const readOnly = { readOnly: true } as const;

export const feedComment = object(
  "FeedComment",
  {
    label: "Feed Comment",
    prefix: "0D7",
    owner: null,
    layoutable: false,
    mruEnabled: false,
    undeletable: false,
    without: ["LastModifiedDate", "LastModifiedById"],
  },
  {
    FeedItemId: lookup("FeedItem", {
      label: "Feed Item ID",
      relationship: null,
      children: "FeedComments",
      cascadeDelete: true,
      required: true,
      updateable: false,
    }),
    ParentId: lookup(fedObjects, { label: "Parent ID", relationship: null, ...readOnly }),
    CreatedById: author(),
    CreatedDate: made(),
    Revision: int(9, written),
    LastEditById: lookup("User", { label: "Last Edit By ID", relationship: null, ...written }),
    LastEditDate: datetime(written),
    CommentBody: textarea(10_000, { required: true, groupable: false, aggregatable: false }),
    InsertedById: inserter({ cascadeDelete: true }),
    CommentType: picklist(["TextComment", "ContentComment"], {
      restricted: true,
      default: "TextComment",
      length: 40,
      ...onCreate,
    }),
    RelatedRecordId: lookup("ContentVersion", {
      label: "Related Record ID",
      relationship: null,
      filterable: false,
      ...onCreate,
    }),
    IsRichText: boolean(onCreate),
    IsVerified: boolean({ label: "Is a Verified Comment", ...written }),
    HasEntityLinks: boolean({ label: "Has entity links", ...readOnly }),
    Status: picklist(feedStatuses, {
      restricted: true,
      default: "Published",
      length: 40,
      filterable: false,
      ...written,
    }),
    ThreadParentId: lookup("FeedComment", {
      label: "Feed Comment ID",
      children: "FeedThreadedComments",
      cascadeDelete: true,
      ...onCreate,
    }),
    ThreadLevel: int(9, readOnly),
    ThreadChildrenCount: int(9, readOnly),
    ThreadLastUpdatedDate: datetime(readOnly),
  },
);
