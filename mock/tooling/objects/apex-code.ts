import { object } from "../../schema/dsl.js";
import { double, int } from "../../schema/fields/number.js";
import { picklist } from "../../schema/fields/picklist.js";
import { boolean } from "../../schema/fields/plain.js";
import { longTextArea, text, textarea } from "../../schema/fields/text.js";
import { toolingTraits } from "./tooling-traits.js";

/** Salesforce takes a class or trigger of up to a million characters. */
const LONGEST_CODE = 131_072;

const written = { readOnly: true, nillable: false, defaultedOnCreate: true } as const;

/** What Salesforce finds out about code, or sets where it was not given. */
const codeFields = {
  NamespacePrefix: text(15, { readOnly: true }),
  ApiVersion: double(18, 1, { nillable: false, defaultedOnCreate: true }),
  Status: picklist(["Inactive", "Active", "Deleted"], {
    restricted: true,
    default: "Active",
    nillable: false,
    defaultedOnCreate: true,
  }),
  IsValid: boolean({ ...written, default: true }),
  BodyCrc: double(18, 0, { readOnly: true }),
  Body: longTextArea(LONGEST_CODE, { required: true }),
  LengthWithoutComments: int(9, written),
  ManageableState: picklist(["unmanaged", "installed"], { readOnly: true, default: "unmanaged" }),
};

export const apexClass = object(
  "ApexClass",
  { ...toolingTraits, label: "Apex Class", plural: "Apex Classes", prefix: "01p" },
  {
    // The code has the name, too.
    Name: text(255, { nillable: false, defaultedOnCreate: true, unique: true }),
    ...codeFields,
  },
);

const usages = ["BeforeInsert", "AfterInsert", "BeforeUpdate", "AfterUpdate", "BeforeDelete", "AfterDelete"];

export const apexTrigger = object(
  "ApexTrigger",
  { ...toolingTraits, label: "Apex Trigger", prefix: "01q" },
  {
    Name: text(255, { required: true, unique: true }),
    TableEnumOrId: text(40, { required: true, updateable: false }),
    ...Object.fromEntries(
      [...usages, "AfterUndelete"].map((usage) => [`Usage${usage}`, boolean({ readOnly: true })]),
    ),
    UsageIsBulk: boolean({ readOnly: true }),
    ...codeFields,
  },
);

const pageFields = {
  Name: text(80, { required: true, unique: true }),
  MasterLabel: text(80, { label: "Label", required: true }),
  NamespacePrefix: text(15, { readOnly: true }),
  ApiVersion: double(18, 1, { nillable: false, defaultedOnCreate: true }),
  Description: textarea(),
  ControllerType: text(40, { readOnly: true }),
  ControllerKey: text(255, { readOnly: true }),
  Markup: longTextArea(LONGEST_CODE, { required: true }),
  ManageableState: picklist(["unmanaged", "installed"], { readOnly: true, default: "unmanaged" }),
};

export const apexPage = object(
  "ApexPage",
  { ...toolingTraits, label: "Visualforce Page", prefix: "066" },
  { ...pageFields, IsAvailableInTouch: boolean(), IsConfirmationTokenRequired: boolean() },
);

export const apexComponent = object(
  "ApexComponent",
  { ...toolingTraits, label: "Visualforce Component", prefix: "099" },
  pageFields,
);
