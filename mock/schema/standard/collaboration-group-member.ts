import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";

const onCreate = { required: true, updateable: false, cascadeDelete: true } as const;

export const collaborationGroupMember = object(
  "CollaborationGroupMember",
  {
    label: "Group Member",
    prefix: "0FB",
    idLabel: "Group Member Id",
    owner: null,
    viewed: false,
    mruEnabled: false,
    searchable: false,
    undeletable: false,
    without: ["IsDeleted"],
  },
  {
    CollaborationGroupId: lookup("CollaborationGroup", {
      label: "CollaborationGroup ID",
      children: "GroupMembers",
      ...onCreate,
    }),
    MemberId: lookup("User", { label: "Member ID", children: "GroupMemberships", ...onCreate }),
    CollaborationRole: picklist(
      { Admin: "Manager", Standard: "Member" },
      {
        label: "Group Member Role",
        restricted: true,
        default: "Standard",
        length: 40,
        permissionable: false,
      },
    ),
    NotificationFrequency: picklist(
      { P: "Email on Each Post", D: "Daily Digests", W: "Weekly Digests", N: "Never" },
      { restricted: true, default: "N", length: 40, permissionable: false },
    ),
    LastFeedAccessDate: datetime({ readOnly: true }),
  },
);
