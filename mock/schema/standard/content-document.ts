import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text, textarea } from "../fields/text.js";
import { publishStatuses, sharingOptions, sharingPrivacies } from "./picklist-values.js";

/** Read from the newest version of the file. */
const ofVersion = { readOnly: true } as const;

export const contentDocument = object(
  "ContentDocument",
  {
    label: "Content Document",
    prefix: "069",
    idLabel: "ContentDocument ID",
    createable: false,
    feedEnabled: true,
    replicateable: false,
  },
  {
    IsArchived: boolean({ permissionable: false, createable: false }),
    ArchivedById: lookup("User", {
      label: "User ID",
      relationship: null,
      readOnly: true,
      searchPrefilterable: false,
    }),
    ArchivedDate: date({ readOnly: true }),
    IsDeleted: boolean({ readOnly: true }),
    OwnerId: lookup("User", {
      nillable: false,
      defaultedOnCreate: true,
      createable: false,
      permissionable: false,
      searchPrefilterable: false,
    }),
    Title: text(255, { required: true, createable: false, nameField: true }),
    PublishStatus: picklist(publishStatuses, {
      restricted: true,
      default: "U",
      length: 40,
      readOnly: true,
      nillable: false,
    }),
    LatestPublishedVersionId: lookup("ContentVersion", { readOnly: true }),
    Description: textarea(1000, { createable: false, permissionable: false }),
    ContentSize: int(9, { label: "Size", ...ofVersion }),
    FileType: text(20, ofVersion),
    FileExtension: text(40, ofVersion),
    SharingOption: picklist(sharingOptions, {
      label: "Prevent others from sharing and unsharing",
      restricted: true,
      default: "A",
      length: 40,
      createable: false,
      permissionable: false,
    }),
    SharingPrivacy: picklist(sharingPrivacies, {
      label: "File Privacy on Records",
      restricted: true,
      default: "N",
      length: 40,
      createable: false,
      permissionable: false,
    }),
    ContentModifiedDate: datetime(ofVersion),
  },
);
