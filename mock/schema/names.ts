import { schemaError } from "./schema-error.js";

const DEVELOPER_NAME = /^(?:[A-Za-z][A-Za-z0-9]{0,14}__)?[A-Za-z](?:_?[A-Za-z0-9])*__[a-z]+$/;
const STANDARD_NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const SUFFIX = /__[a-z]+$/;
const NAMESPACE = /^[A-Za-z][A-Za-z0-9]{0,14}__(?=.*__[a-z]+$)/;
const LONGEST_DEVELOPER_NAME = 40;

/** Whether a name ends as the names of an org's own objects and fields do, such as `Invoice__c`. */
export function isCustomName(name: string): boolean {
  return SUFFIX.test(name);
}

/** The name without namespace and suffix: `Invoice` of `acme__Invoice__c`. */
export function developerName(name: string): string {
  return name.replace(NAMESPACE, "").replace(SUFFIX, "");
}

export function checkName(subject: string, name: string): void {
  if (!(isCustomName(name) ? DEVELOPER_NAME : STANDARD_NAME).test(name)) {
    throw schemaError(
      subject,
      `${JSON.stringify(name)} is not an API name.`,
      "Use letters, digits and single underscores, a letter first, and __c at the end of an org's own names.",
    );
  }
  const length = developerName(name).length;
  if (isCustomName(name) && length > LONGEST_DEVELOPER_NAME) {
    throw schemaError(
      subject,
      `the name has ${length} characters before __c.`,
      `Use at most ${LONGEST_DEVELOPER_NAME}.`,
    );
  }
}

/** The label Salesforce would show for a name: `Annual Revenue` for `AnnualRevenue`, `Account ID` for `AccountId`. */
export function labelOf(name: string): string {
  if (isCustomName(name)) return developerName(name).replaceAll("_", " ");
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/ Id$/, " ID");
}
