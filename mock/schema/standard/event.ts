import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { combobox, picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea, text, textarea } from "../fields/text.js";
import { recurrenceEnd, recurrenceFields, reminderFields, subjects } from "./activity-fields.js";

const written = { permissionable: false } as const;
const readOnly = { readOnly: true } as const;
const coded = { restricted: true, length: 40 } as const;

export const event = object(
  "Event",
  {
    label: "Event",
    prefix: "00U",
    idLabel: "Activity ID",
    viewed: false,
    scopes: {
      delegated: "My delegated events",
      everything: "All events",
      mine: "My events",
      team: "My team's events",
    },
  },
  {
    WhoId: lookup(["Contact", "Lead"], { label: "Name ID", children: "Events", cascadeDelete: true }),
    WhatId: lookup(subjects, { label: "Related To ID", children: "Events", cascadeDelete: true }),
    Subject: combobox(["Call", "Email", "Meeting", "Send Letter/Quote", "Other"], {
      nameField: true,
      permissionable: false,
    }),
    Location: text(255),
    IsAllDayEvent: boolean({ label: "All-Day Event" }),
    ActivityDateTime: datetime({ label: "Due Date Time", ...written }),
    ActivityDate: date({ label: "Due Date Only", aggregatable: false, ...written }),
    DurationInMinutes: int(8, { label: "Duration", ...written }),
    StartDateTime: datetime(written),
    EndDateTime: datetime(written),
    EndDate: date(readOnly),
    Description: longTextArea(32_000),
    AccountId: lookup("Account", readOnly),
    OwnerId: lookup("User", {
      label: "Assigned To ID",
      required: true,
      defaultedOnCreate: true,
      namePointing: true,
      searchPrefilterable: false,
    }),
    Type: picklist(["Email", "Meeting", "Other", "Call"], { length: 40 }),
    IsPrivate: boolean({ label: "Private", ...written }),
    ShowAs: picklist(
      { Busy: "Busy", OutOfOffice: "Out of Office", Free: "Free" },
      { label: "Show Time As", default: "Busy", ...coded, ...written },
    ),
    IsChild: boolean(readOnly),
    IsGroupEvent: boolean(readOnly),
    GroupEventType: picklist(
      {
        0: "Non-group Event",
        1: "Group Event",
        2: "Proposed Event",
        3: "IsRecurrence2 Series Pattern",
      },
      { default: "0", ...coded, ...readOnly },
    ),
    IsArchived: boolean({ label: "Archived", ...readOnly }),
    RecurrenceActivityId: lookup("Event", {
      relationship: null,
      children: "RecurringEvents",
      searchPrefilterable: false,
      ...readOnly,
    }),
    IsRecurrence: boolean({ label: "Create Recurring Series of Events", updateable: false, ...written }),
    RecurrenceStartDateTime: datetime({ label: "Recurrence Start", ...written }),
    RecurrenceEndDateOnly: recurrenceEnd("Recurrence End"),
    ...recurrenceFields,
    ...reminderFields,
    EventSubtype: picklist(["Event"], { ...coded, updateable: false, ...written }),
    IsRecurrence2Exclusion: boolean({ label: "Historical Event, Not Following Recurrence", ...readOnly }),
    Recurrence2PatternText: textarea(512, {
      label: "Recurrence Pattern",
      updateable: false,
      filterable: false,
      sortable: false,
      aggregatable: false,
      ...written,
    }),
    Recurrence2PatternVersion: picklist(
      { 1: "RFC 5545 v4 RRULE", 2: "RFC 5545 v4_2 RRULE" },
      { label: "Pattern Version", ...coded, ...readOnly },
    ),
    IsRecurrence2: boolean({ label: "Repeat", ...readOnly }),
    IsRecurrence2Exception: boolean({ label: "Is Exception", ...readOnly }),
    Recurrence2PatternStartDate: datetime({ label: "Recurrence Pattern Start Date", ...readOnly }),
    Recurrence2PatternTimeZone: text(255, { label: "Recurrence Pattern Time Zone Reference", ...readOnly }),
  },
);
