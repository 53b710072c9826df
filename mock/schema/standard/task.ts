import { object } from "../dsl.js";
import { int } from "../fields/number.js";
import { combobox, picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { lookup } from "../fields/reference.js";
import { longTextArea, text } from "../fields/text.js";
import { recurrenceEnd, recurrenceFields, reminderFields, subjects } from "./activity-fields.js";

export const task = object(
  "Task",
  {
    label: "Task",
    prefix: "00T",
    idLabel: "Activity ID",
    viewed: false,
    scopes: {
      delegated: "My delegated tasks",
      everything: "All tasks",
      mine: "My tasks",
      team: "My team's tasks",
    },
  },
  {
    WhoId: lookup(["Contact", "Lead"], { label: "Name ID", children: "Tasks", cascadeDelete: true }),
    WhatId: lookup(subjects, { label: "Related To ID", children: "Tasks", cascadeDelete: true }),
    Subject: combobox(["Call", "Send Letter", "Send Quote", "Other"], {
      nameField: true,
      permissionable: false,
    }),
    ActivityDate: date({ label: "Due Date Only", aggregatable: false }),
    Status: picklist(["Not Started", "In Progress", "Completed", "Waiting on someone else", "Deferred"], {
      required: true,
      default: "Not Started",
      length: 40,
    }),
    Priority: picklist(["High", "Normal", "Low"], { required: true, default: "Normal", length: 40 }),
    IsHighPriority: boolean({ label: "High Priority", readOnly: true }),
    OwnerId: lookup("User", {
      label: "Assigned To ID",
      required: true,
      defaultedOnCreate: true,
      namePointing: true,
      searchPrefilterable: false,
    }),
    Description: longTextArea(32_000),
    Type: picklist(["Call", "Meeting", "Other", "Email"], { length: 40 }),
    AccountId: lookup("Account", { readOnly: true }),
    IsClosed: boolean({ label: "Closed", readOnly: true }),
    IsArchived: boolean({ label: "Archived", readOnly: true }),
    CallDurationInSeconds: int(8, { label: "Call Duration", permissionable: false }),
    CallType: picklist(["Internal", "Inbound", "Outbound"], {
      restricted: true,
      length: 40,
      permissionable: false,
    }),
    CallDisposition: text(255, { label: "Call Result", permissionable: false }),
    CallObject: text(255, { label: "Call Object Identifier", permissionable: false }),
    ...reminderFields,
    RecurrenceActivityId: lookup("Task", {
      relationship: null,
      children: "RecurringTasks",
      readOnly: true,
      searchPrefilterable: false,
    }),
    IsRecurrence: boolean({
      label: "Create Recurring Series of Tasks",
      updateable: false,
      permissionable: false,
    }),
    RecurrenceStartDateOnly: date({ label: "Recurrence Start", permissionable: false }),
    RecurrenceEndDateOnly: recurrenceEnd("Recurrence End"),
    ...recurrenceFields,
    RecurrenceRegeneratedType: picklist(
      {
        RecurrenceRegenerateAfterDueDate: "After due date",
        RecurrenceRegenerateAfterToday: "After date completed",
        RecurrenceRegenerated: "(Task Closed)",
      },
      { label: "Repeat This Task", restricted: true, length: 40, permissionable: false },
    ),
    TaskSubtype: picklist(
      { Task: "Task", Email: "Email", ListEmail: "List Email", Cadence: "Cadence", Call: "Call" },
      { restricted: true, length: 40, updateable: false, permissionable: false },
    ),
    CompletedDateTime: datetime({ label: "Completed Date/Time", readOnly: true }),
  },
);
