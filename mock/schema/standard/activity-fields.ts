import type { FieldDefinition } from "../field-definition.js";
import { int } from "../fields/number.js";
import { picklist } from "../fields/picklist.js";
import { boolean, date, datetime } from "../fields/plain.js";
import { timeZones } from "./locale-values.js";

/** What a task or event can be about, and what can have files. */
export const subjects = [
  "Account",
  "Asset",
  "Campaign",
  "Case",
  "Contract",
  "Opportunity",
  "Order",
  "Product2",
];

const repeating = { restricted: true, length: 40, permissionable: false } as const;

/** How a task or event repeats. */
export const recurrenceFields = {
  RecurrenceTimeZoneSidKey: picklist(timeZones, { ...repeating, label: "Recurrence Time Zone" }),
  RecurrenceType: picklist(
    {
      RecursDaily: "Recurs Daily",
      RecursEveryWeekday: "Recurs Every Weekday",
      RecursMonthly: "Recurs Monthly",
      RecursMonthlyNth: "Recurs Monthly Nth",
      RecursWeekly: "Recurs Weekly",
      RecursYearly: "Recurs Yearly",
      RecursYearlyNth: "Recurs Yearly Nth",
    },
    repeating,
  ),
  RecurrenceInterval: int(9, { permissionable: false }),
  RecurrenceDayOfWeekMask: int(9, { label: "Recurrence Day of Week Mask", permissionable: false }),
  RecurrenceDayOfMonth: int(9, { label: "Recurrence Day of Month", permissionable: false }),
  RecurrenceInstance: picklist(
    { First: "1st", Second: "2nd", Third: "3rd", Fourth: "4th", Last: "last" },
    repeating,
  ),
  RecurrenceMonthOfYear: picklist(
    [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    { ...repeating, label: "Recurrence Month of Year" },
  ),
} satisfies Record<string, FieldDefinition>;

/** When the user is reminded of a task or event. */
export const reminderFields = {
  ReminderDateTime: datetime({ label: "Reminder Date/Time", permissionable: false }),
  IsReminderSet: boolean({ label: "Reminder Set", permissionable: false }),
} satisfies Record<string, FieldDefinition>;

/** The last day of a series. */
export function recurrenceEnd(label: string): FieldDefinition {
  return date({ label, permissionable: false });
}
