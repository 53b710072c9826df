import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { boolean } from "../fields/plain.js";
import { text } from "../fields/text.js";
import { userTypes } from "./picklist-values.js";

/** What users may do: kept as bits of one column, which is why nothing can be sorted or grouped by them. */
const permission = { sortable: false, groupable: false, permissionable: false } as const;

export const profile = object(
  "Profile",
  {
    label: "Profile",
    prefix: "00e",
    owner: null,
    without: ["IsDeleted"],
    layoutable: false,
    viewed: true,
    triggerable: false,
    undeletable: false,
  },
  {
    Name: text(255, { required: true }),
    PermissionsApiEnabled: boolean({ label: "API Enabled", ...permission }),
    PermissionsModifyAllData: boolean({ label: "Modify All Data", ...permission }),
    PermissionsViewAllData: boolean({ label: "View All Data", ...permission }),
    PermissionsManageUsers: boolean({ label: "Manage Internal Users", ...permission }),
    PermissionsCustomizeApplication: boolean({ label: "Customize Application", ...permission }),
    PermissionsViewSetup: boolean({ label: "View Setup and Configuration", ...permission }),
    UserType: picklist(userTypes, { restricted: true, length: 40, readOnly: true }),
    Description: text(255, { permissionable: false }),
  },
);
