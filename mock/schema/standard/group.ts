import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { boolean } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { email, text } from "../fields/text.js";

const written = { permissionable: false } as const;

export const group = object(
  "Group",
  {
    label: "Group",
    plural: "Group",
    prefix: "00G",
    without: ["IsDeleted"],
    layoutable: false,
    mruEnabled: false,
    triggerable: false,
    undeletable: false,
  },
  {
    Name: text(40, { required: true }),
    DeveloperName: text(80, written),
    RelatedId: lookup(["User", "UserRole"], { readOnly: true }),
    Type: picklist(
      [
        "AllCustomerPortal",
        "ChannelProgramGroup",
        "CollaborationGroup",
        "Manager",
        "ManagerAndSubordinatesInternal",
        "Organization",
        "Participant",
        "PRMOrganization",
        "Queue",
        "Regular",
        "Role",
        "RoleAndSubordinates",
        "RoleAndSubordinatesInternal",
        "Territory",
        "TerritoryAndSubordinates",
      ],
      { restricted: true, length: 40, required: true, defaultedOnCreate: true, updateable: false },
    ),
    Email: email(written),
    OwnerId: lookup(["Organization", "User"], { readOnly: true, nillable: false, defaultedOnCreate: true }),
    DoesSendEmailToMembers: boolean({ label: "Send Email to Members", ...written }),
    DoesIncludeBosses: boolean({ label: "Include Bosses", ...written }),
  },
);
