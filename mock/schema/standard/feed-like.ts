import { object } from "../dsl.js";
import { lookup } from "../fields/reference.js";
import { author, inserter, made } from "./feed-fields.js";

export const feedLike = object(
  "FeedLike",
  {
    label: "Feed Like",
    prefix: "0I0",
    owner: null,
    layoutable: false,
    mruEnabled: false,
    queryable: false,
    replicateable: false,
    retrieveable: false,
    searchable: false,
    triggerable: false,
    undeletable: false,
    updateable: false,
    without: ["LastModifiedDate", "LastModifiedById", "SystemModstamp"],
  },
  {
    FeedItemId: lookup("FeedItem", {
      label: "Feed Item ID",
      relationship: null,
      children: "FeedLikes",
      cascadeDelete: true,
      updateable: false,
      permissionable: false,
    }),
    FeedEntityId: lookup(["FeedItem", "FeedComment"], {
      label: "Feed Item ID",
      relationship: null,
      cascadeDelete: true,
      updateable: false,
      permissionable: false,
    }),
    CreatedById: author(),
    CreatedDate: made(),
    InsertedById: inserter({ cascadeDelete: true }),
  },
);
