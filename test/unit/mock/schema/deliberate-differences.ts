import type { Difference } from "./compare-describes.js";

interface Deliberate {
  readonly reason: string;
  /** `Object.Subject attribute`, with `*` for any object or any part of a name. */
  readonly where: readonly string[];
}

/** Where our standard objects differ from the recorded orgs on purpose, and why. */
export const deliberateDifferences: readonly Deliberate[] = [
  {
    reason: "the recorded org has record types; a plain one has none",
    where: ["*.RecordTypeId absent"],
  },
  {
    reason: "a text with a relationship name, but nothing it refers to: it leads nowhere",
    where: [
      "Account.JigsawCompanyId relationshipName",
      "Contact.JigsawContactId relationshipName",
      "Lead.JigsawContactId relationshipName",
    ],
  },
  {
    reason: "comes with a feature that a plain org does not have switched on",
    where: [
      "Account.IsPartner absent",
      "Account.IsCustomerPortal absent",
      "Account.ChannelProgram* absent",
      "Campaign.Hierarchy* absent",
      "Case.Language absent",
      "*.MiddleName absent",
      "Organization.NumKnowledgeService absent",
    ],
  },
  {
    reason: "one of hundreds of permissions and preferences: we have the well-known ones",
    where: [
      "Organization.Preferences* absent",
      "Profile.Permissions* absent",
      "User.UserPreferences* absent",
    ],
  },
  {
    reason: "the values are the recorded org's own; ours are Salesforce's defaults in a new org",
    where: ["Contact.Salutation picklistValues", "Task.Subject picklistValues"],
  },
  {
    reason: "values came and went with the releases; ours are those of a later one",
    where: ["*.RecurrenceTimeZoneSidKey picklistValues", "Task.TaskSubtype picklistValues"],
  },
  {
    reason: "API version 37, in which the describe was recorded, told no default of booleans",
    where: [
      "Task.IsArchived defaultValue",
      "Task.IsClosed defaultValue",
      "Task.IsDeleted defaultValue",
      "Task.IsHighPriority defaultValue",
      "Task.IsRecurrence defaultValue",
      "Task.IsReminderSet defaultValue",
    ],
  },
  {
    reason: "labelled otherwise in later releases",
    where: ["Task.RecurrenceStartDateOnly label", "Task.RecurrenceEndDateOnly label"],
  },
  {
    reason: "the recorded org's own help text",
    where: ["Task.WhoId inlineHelpText"],
  },
  {
    reason: "an account can be a campaign's member only where person accounts are switched on",
    where: ["CampaignMember.LeadOrContactId referenceTo", "Account.CampaignMember.LeadOrContactId absent"],
  },
  {
    reason: "the recorded org does not have our own object, whose records can be approved, too",
    where: ["ProcessInstance.TargetObjectId referenceTo"],
  },
  {
    reason: "fields of order management, which a plain org does not have",
    where: ["Contact.Order.BillToContactId absent", "Contact.Order.ShipToContactId absent"],
  },
];

/** The reasons given for a difference: none for one that is a mistake. */
export function reasonsFor(difference: Difference): readonly string[] {
  return deliberateDifferences
    .filter(({ where }) => where.some((pattern) => covers(pattern, difference)))
    .map(({ reason }) => reason);
}

export function covers(pattern: string, { object, subject, attribute }: Difference): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^ ]*")}$`).test(`${object}.${subject} ${attribute}`);
}
