import { object } from "../dsl.js";
import { lookup } from "../fields/reference.js";
import { author, fedObjects, made } from "./feed-fields.js";

const onCreate = { required: true, updateable: false, cascadeDelete: true } as const;

export const entitySubscription = object(
  "EntitySubscription",
  {
    label: "Entity Subscription",
    prefix: "0E8",
    owner: null,
    layoutable: false,
    mruEnabled: false,
    searchable: false,
    triggerable: false,
    undeletable: false,
    updateable: false,
    without: ["LastModifiedDate", "LastModifiedById", "SystemModstamp"],
  },
  {
    ParentId: lookup(fedObjects, {
      label: "Parent ID",
      children: "FeedSubscriptionsForEntity",
      ...onCreate,
    }),
    SubscriberId: lookup("User", { label: "Subscriber ID", children: "FeedSubscriptions", ...onCreate }),
    CreatedById: author(),
    CreatedDate: made(),
  },
);
