import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, datetime } from "../fields/plain.js";
import { imageUrl, richText, text, textarea, url } from "../fields/text.js";

const written = { permissionable: false } as const;
const readOnly = { readOnly: true } as const;

export const collaborationGroup = object(
  "CollaborationGroup",
  {
    label: "Group",
    prefix: "0F9",
    idLabel: "Group Id",
    feedEnabled: true,
    replicateable: false,
    undeletable: false,
    without: ["IsDeleted"],
  },
  {
    Name: text(40, { required: true, nameField: true }),
    MemberCount: int(9, readOnly),
    CollaborationType: picklist(
      { Public: "Public", Private: "Private" },
      { label: "Access Type", restricted: true, length: 40, required: true },
    ),
    Description: textarea(1000, { groupable: false, ...written }),
    FullPhotoUrl: url(1024, { label: "Url for full-sized Photo", groupable: false, ...readOnly }),
    MediumPhotoUrl: url(1024, { label: "Url for medium profile photo", groupable: false, ...readOnly }),
    SmallPhotoUrl: imageUrl(1024, { label: "Photo", groupable: false, ...readOnly }),
    LastFeedModifiedDate: datetime({ nillable: false, defaultedOnCreate: true, ...readOnly }),
    InformationTitle: text(100, written),
    InformationBody: richText(4000, { label: "Information", ...written }),
    HasPrivateFieldsAccess: boolean(readOnly),
    CanHaveGuests: boolean({ label: "Allow customers", updateable: false, ...written }),
    IsArchived: boolean({ label: "Archive", ...written }),
    IsAutoArchiveDisabled: boolean({ label: "Disable automatic archiving", ...written }),
    BannerPhotoUrl: url(1024, { groupable: false, ...readOnly }),
    IsBroadcast: boolean({ label: "Broadcast Only", ...written }),
  },
);
