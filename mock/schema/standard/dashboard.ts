import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";

const shown = { readOnly: true } as const;
const fixed = { readOnly: true, nillable: false } as const;
const chosen = { restricted: true, length: 40, readOnly: true } as const;
const sizes = ["Narrow", "Medium", "Wide"];

/** Made and refreshed by the Reports and Dashboards REST API alone. */
export const dashboard = object(
  "Dashboard",
  {
    label: "Dashboard",
    prefix: "01Z",
    idLabel: "Dashboard ID",
    owner: null,
    createable: false,
    deletable: false,
    replicateable: false,
    triggerable: false,
    undeletable: false,
    updateable: false,
  },
  {
    FolderId: lookup("User", { ...fixed, relationship: "Folder" }),
    FolderName: text(256, { ...shown, groupable: false }),
    Title: text(80, { ...fixed, nameField: true }),
    DeveloperName: text(80, { ...fixed, label: "Dashboard Unique Name" }),
    NamespacePrefix: text(15, shown),
    Description: text(255, shown),
    LeftSize: picklist(sizes, { ...chosen, nillable: false, default: "Medium" }),
    MiddleSize: picklist(sizes, chosen),
    RightSize: picklist(sizes, { ...chosen, nillable: false, default: "Medium" }),
    RunningUserId: lookup("User", fixed),
    TitleColor: int(9, fixed),
    TitleSize: int(9, fixed),
    TextColor: int(9, fixed),
    BackgroundStart: int(9, { ...fixed, label: "Starting Color" }),
    BackgroundEnd: int(9, { ...fixed, label: "Ending Color" }),
    BackgroundDirection: picklist(["TopToBottom", "LeftToRight", "Diagonal"], {
      ...chosen,
      label: "Background Fade Direction",
      nillable: false,
      default: "Diagonal",
    }),
    Type: picklist(
      {
        SpecifiedUser: "Run as specified user",
        LoggedInUser: "Run as logged-in user",
        MyTeamUser: "Run as team member",
      },
      { ...chosen, label: "Dashboard Running User", nillable: false, default: "SpecifiedUser" },
    ),
    DashboardResultRefreshedDate: text(255, {
      ...shown,
      label: "Last refreshed for this user",
      filterable: false,
      groupable: false,
      sortable: false,
    }),
    DashboardResultRunningUser: text(255, {
      ...shown,
      label: "Running as",
      filterable: false,
      groupable: false,
      sortable: false,
    }),
    ColorPalette: picklist(
      [
        "Default",
        "gray",
        "colorSafe",
        "unity",
        "justice",
        "nightfall",
        "sunrise",
        "bluegrass",
        "tropic",
        "heat",
        "dusk",
        "pond",
      ],
      { ...chosen },
    ),
    ChartTheme: picklist(["light", "dark"], { ...chosen, label: "Chart Background" }),
  },
);
