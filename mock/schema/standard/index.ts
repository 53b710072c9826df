import type { ObjectDefinition } from "../dsl.js";
import { account } from "./account.js";
import { asset } from "./asset.js";
import { attachment } from "./attachment.js";
import { campaign } from "./campaign.js";
import { campaignMember } from "./campaign-member.js";
import { caseObject } from "./case.js";
import { collaborationGroup } from "./collaboration-group.js";
import { collaborationGroupMember } from "./collaboration-group-member.js";
import { contact } from "./contact.js";
import { contentDocument } from "./content-document.js";
import { contentDocumentLink } from "./content-document-link.js";
import { contentVersion } from "./content-version.js";
import { contract } from "./contract.js";
import { dashboard } from "./dashboard.js";
import { entitySubscription } from "./entity-subscription.js";
import { event } from "./event.js";
import { feedComment } from "./feed-comment.js";
import { feedItem } from "./feed-item.js";
import { feedLike } from "./feed-like.js";
import { group } from "./group.js";
import { invoice } from "./invoice.js";
import { invoiceLine } from "./invoice-line.js";
import { invoicePaid } from "./invoice-paid.js";
import { lead } from "./lead.js";
import { listView } from "./list-view.js";
import { opportunity } from "./opportunity.js";
import { opportunityLineItem } from "./opportunity-line-item.js";
import { order } from "./order.js";
import { orderItem } from "./order-item.js";
import { organization } from "./organization.js";
import { pricebookEntry } from "./pricebook-entry.js";
import { pricebook2 } from "./pricebook2.js";
import { processDefinition } from "./process-definition.js";
import { processInstance } from "./process-instance.js";
import { processInstanceNode } from "./process-instance-node.js";
import { processInstanceStep } from "./process-instance-step.js";
import { processInstanceWorkitem } from "./process-instance-workitem.js";
import { processNode } from "./process-node.js";
import { product2 } from "./product2.js";
import { profile } from "./profile.js";
import { recordType } from "./record-type.js";
import { report } from "./report.js";
import { task } from "./task.js";
import { user } from "./user.js";
import { userRole } from "./user-role.js";

/** The objects the embedded org starts with: Salesforce's own, and such as an org adds itself: two objects and a platform event. */
export const standardObjects: readonly ObjectDefinition[] = [
  account,
  asset,
  attachment,
  campaign,
  campaignMember,
  caseObject,
  collaborationGroup,
  collaborationGroupMember,
  contact,
  contentDocument,
  contentDocumentLink,
  contentVersion,
  contract,
  dashboard,
  entitySubscription,
  event,
  feedComment,
  feedItem,
  feedLike,
  group,
  invoice,
  invoiceLine,
  invoicePaid,
  lead,
  listView,
  opportunity,
  opportunityLineItem,
  order,
  orderItem,
  organization,
  pricebook2,
  pricebookEntry,
  processDefinition,
  processInstance,
  processInstanceNode,
  processInstanceStep,
  processInstanceWorkitem,
  processNode,
  product2,
  profile,
  recordType,
  report,
  task,
  user,
  userRole,
];
