import { object } from "../dsl.js";
import { picklist } from "../fields/picklist.js";
import { datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text } from "../fields/text.js";

const shown = { readOnly: true } as const;

/** Made and changed by the Reports and Dashboards REST API alone. */
export const report = object(
  "Report",
  {
    label: "Report",
    prefix: "00O",
    idLabel: "Report ID",
    owner: null,
    createable: false,
    deletable: false,
    layoutable: false,
    replicateable: false,
    triggerable: false,
    undeletable: false,
    updateable: false,
    viewed: true,
  },
  {
    OwnerId: lookup(["Organization", "User"], {
      readOnly: true,
      nillable: false,
      defaultedOnCreate: true,
    }),
    FolderName: text(256, { ...shown, groupable: false }),
    Name: text(40, { label: "Report Name", nameField: true, readOnly: true, nillable: false }),
    Description: text(255, shown),
    DeveloperName: text(80, { label: "Report Unique Name", readOnly: true, nillable: false }),
    NamespacePrefix: text(15, shown),
    LastRunDate: datetime({ ...shown, label: "Last Run" }),
    Format: picklist(
      { MultiBlock: "Joined", Matrix: "Matrix", Summary: "Summary", Tabular: "Tabular" },
      { restricted: true, length: 40, readOnly: true, nillable: false },
    ),
  },
);
