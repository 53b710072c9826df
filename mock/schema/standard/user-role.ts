import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { boolean } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";
import { recordAccess } from "./picklist-values.js";

const written = { permissionable: false } as const;
const access = { restricted: true, length: 40, ...written } as const;

export const userRole = object(
  "UserRole",
  {
    label: "Role",
    plural: "Role",
    prefix: "00E",
    owner: null,
    without: ["IsDeleted", "CreatedDate", "CreatedById"],
    viewed: false,
    triggerable: false,
    undeletable: false,
  },
  {
    Name: text(80, { required: true }),
    ParentRoleId: lookup("UserRole", { relationship: null, ...written }),
    RollupDescription: text(80, { label: "Description", ...written }),
    OpportunityAccessForAccountOwner: picklist(recordAccess, {
      label: "Opportunity Access Level for Account Owner",
      nillable: false,
      ...access,
    }),
    CaseAccessForAccountOwner: picklist(recordAccess, {
      label: "Case Access Level for Account Owner",
      ...access,
    }),
    ContactAccessForAccountOwner: picklist(recordAccess, {
      label: "Contact Access Level for Account Owner",
      ...access,
    }),
    ForecastUserId: lookup("User", { label: "User ID", relationship: null, readOnly: true }),
    MayForecastManagerShare: boolean({ readOnly: true }),
    DeveloperName: text(80, written),
    PortalAccountId: lookup("Account", { label: "Account ID", relationship: null, readOnly: true }),
    PortalType: picklist(
      { None: "None", CustomerPortal: "Customer Portal", Partner: "Partner Portal" },
      { restricted: true, length: 40, readOnly: true },
    ),
    PortalAccountOwnerId: lookup("User", { label: "User ID", relationship: null, readOnly: true }),
  },
);
