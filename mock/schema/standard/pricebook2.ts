import { object } from "../dsl.js";
import { boolean } from "../fields/plain.js";
import { text } from "../fields/text.js";

export const pricebook2 = object(
  "Pricebook2",
  { label: "Price Book", prefix: "01s", owner: null },
  {
    Name: text(255, { label: "Price Book Name", required: true }),
    IsActive: boolean({ label: "Active", permissionable: false }),
    IsArchived: boolean({ label: "Archived", readOnly: true }),
    Description: text(255),
    IsStandard: boolean({ label: "Is Standard Price Book", readOnly: true }),
  },
);
