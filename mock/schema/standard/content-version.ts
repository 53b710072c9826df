import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { base64, boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text, textarea, url } from "../fields/text.js";
import { linkedEntities } from "./content-document-link.js";
import { publishStatuses, sharingOptions, sharingPrivacies } from "./picklist-values.js";

const written = { permissionable: false } as const;
const onCreate = { updateable: false, permissionable: false } as const;
const readOnly = { readOnly: true } as const;
const coded = { restricted: true, length: 40 } as const;

export const contentVersion = object(
  "ContentVersion",
  {
    label: "Content Version",
    prefix: "068",
    idLabel: "ContentVersion ID",
    viewed: false,
    deletable: false,
    mruEnabled: false,
    replicateable: false,
    undeletable: false,
  },
  {
    ContentDocumentId: lookup("ContentDocument", {
      label: "ContentDocument ID",
      children: "ContentVersions",
      cascadeDelete: true,
      nillable: false,
      defaultedOnCreate: true,
      ...onCreate,
    }),
    IsLatest: boolean({ default: null, ...readOnly }),
    ContentUrl: url(1300, { label: "Content URL", ...written }),
    VersionNumber: text(20, readOnly),
    Title: text(255, { nillable: false, defaultedOnCreate: true, nameField: true, ...written }),
    Description: textarea(1000, written),
    ReasonForChange: text(1000, { label: "Reason For Change", ...written }),
    SharingOption: picklist(sharingOptions, {
      label: "Prevent others from sharing and unsharing",
      default: "A",
      nillable: false,
      ...coded,
      ...written,
    }),
    SharingPrivacy: picklist(sharingPrivacies, {
      label: "File Privacy on Records",
      default: "N",
      nillable: false,
      ...coded,
      ...written,
    }),
    PathOnClient: text(500, { label: "Path On Client", ...onCreate }),
    RatingCount: int(9, readOnly),
    IsDeleted: boolean(readOnly),
    ContentModifiedDate: datetime(onCreate),
    ContentModifiedById: lookup("User", { label: "User ID", searchPrefilterable: false, ...readOnly }),
    PositiveRatingCount: int(9, readOnly),
    NegativeRatingCount: int(9, readOnly),
    FeaturedContentBoost: int(9, readOnly),
    FeaturedContentDate: date(readOnly),
    OwnerId: lookup("User", {
      nillable: false,
      defaultedOnCreate: true,
      searchPrefilterable: false,
      ...written,
    }),
    TagCsv: textarea(2000, { label: "Tags", filterable: false, aggregatable: false, ...written }),
    FileType: text(20, { nillable: false, ...readOnly }),
    PublishStatus: picklist(publishStatuses, { default: "U", nillable: false, ...coded, ...readOnly }),
    VersionData: base64(written),
    ContentSize: int(9, { label: "Size", ...readOnly }),
    FileExtension: text(40, readOnly),
    FirstPublishLocationId: lookup(linkedEntities, onCreate),
    Origin: picklist(
      { C: "Content", H: "Chatter" },
      { label: "Content Origin", default: "C", nillable: false, ...coded, ...onCreate },
    ),
    ContentLocation: picklist(
      { S: "Salesforce", E: "External", L: "Social Customer Service" },
      { default: "S", nillable: false, ...coded, ...onCreate },
    ),
    TextPreview: text(255, readOnly),
    ExternalDocumentInfo1: text(1000, { label: "External Document Info1", ...written }),
    ExternalDocumentInfo2: text(1000, { label: "External Document Info2", ...written }),
    Checksum: text(50, readOnly),
    IsMajorVersion: boolean({ label: "Major Version", ...onCreate }),
    IsAssetEnabled: boolean({
      label: "Asset File Enabled",
      filterable: false,
      sortable: false,
      ...onCreate,
    }),
  },
);
