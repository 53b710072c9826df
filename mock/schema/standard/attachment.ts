import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { base64, boolean } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { text, textarea } from "../fields/text.js";
import { subjects } from "./activity-fields.js";

export const attachment = object(
  "Attachment",
  { label: "Attachment", prefix: "00P", layoutable: false, mruEnabled: false },
  {
    ParentId: lookup([...subjects, "Contact", "Event", "Lead", "Task"], {
      children: "Attachments",
      cascadeDelete: true,
      required: true,
      updateable: false,
    }),
    Name: text(255, { label: "File Name", required: true, idLookup: false }),
    IsPrivate: boolean({ label: "Private", permissionable: false }),
    ContentType: text(120, { permissionable: false }),
    BodyLength: int(9, { readOnly: true }),
    Body: base64({ required: true }),
    OwnerId: lookup("User", {
      nillable: false,
      defaultedOnCreate: true,
      namePointing: true,
      permissionable: false,
      searchPrefilterable: false,
    }),
    Description: textarea(500, { permissionable: false }),
  },
);
