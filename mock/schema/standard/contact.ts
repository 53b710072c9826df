import { object } from "../dsl.js";
import { address, personName } from "../fields/compound.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { email, imageUrl, longTextArea, phone, text } from "../fields/text.js";
import { cleanStatuses, leadSources } from "./picklist-values.js";

export const contact = object(
  "Contact",
  { label: "Contact", prefix: "003", activities: true, feedEnabled: true, mergeable: true },
  {
    MasterRecordId: lookup("Contact", {
      readOnly: true,
      searchPrefilterable: false,
      unlistedBy: ["Contact"],
    }),
    AccountId: lookup("Account", { children: "Contacts", cascadeDelete: true }),
    Name: personName(),
    OtherAddress: address(),
    MailingAddress: address(),
    Phone: phone({ label: "Business Phone" }),
    Fax: phone({ label: "Business Fax" }),
    MobilePhone: phone(),
    HomePhone: phone(),
    OtherPhone: phone(),
    AssistantPhone: phone({ label: "Asst. Phone" }),
    ReportsToId: lookup("Contact"),
    Email: email({ idLookup: true }),
    Title: text(128),
    Department: text(80),
    AssistantName: text(40, { label: "Assistant's Name" }),
    LeadSource: picklist(leadSources),
    Birthdate: date(),
    Description: longTextArea(32_000, { label: "Contact Description" }),
    DoNotCall: boolean(),
    HasOptedOutOfEmail: boolean({ label: "Email Opt Out" }),
    HasOptedOutOfFax: boolean({ label: "Fax Opt Out" }),
    LastCURequestDate: datetime({ label: "Last Stay-in-Touch Request Date", readOnly: true }),
    LastCUUpdateDate: datetime({ label: "Last Stay-in-Touch Save Date", readOnly: true }),
    EmailBouncedReason: text(255, { permissionable: false }),
    EmailBouncedDate: datetime({ permissionable: false }),
    IsEmailBounced: boolean({ readOnly: true }),
    PhotoUrl: imageUrl(255, { label: "Photo URL", readOnly: true }),
    Jigsaw: text(20, { label: "Data.com Key" }),
    JigsawContactId: text(20, { label: "Jigsaw Contact ID", readOnly: true }),
    CleanStatus: picklist(cleanStatuses, { restricted: true, length: 40 }),
  },
);
