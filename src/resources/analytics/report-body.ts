import { kindOf } from "../../settings/kind-of.js";
import { checkText, wrong } from "./check-args.js";

type Metadata = Record<string, unknown>;

/** What must be a list where it is given, and what each of its items must have. */
const LISTS: Readonly<Record<string, string | undefined>> = {
  detailColumns: undefined,
  aggregates: undefined,
  groupingsDown: "name",
  groupingsAcross: "name",
  reportFilters: "column",
  sortBy: "sortColumn",
};

/** What Salesforce wants of each grouping. */
const GROUPING = { sortOrder: "Asc", dateGranularity: "None", sortAggregate: null };

/**
 * The body for what is given of a report.
 *
 * @param place what it is called, for the error
 * @throws SettingsError where it cannot be
 */
export function reportBody(given: unknown, place = "metadata"): { reportMetadata: Metadata } {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw wrong(`\`${place}\` is ${Array.isArray(given) ? "a list" : kindOf(given)}.`, "Give an object.");
  }
  const metadata = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  for (const [key, named] of Object.entries(LISTS)) {
    if (metadata[key] !== undefined) checkItems(metadata[key], named, `${place}.${key}`);
  }
  for (const key of ["groupingsDown", "groupingsAcross"]) {
    const groupings = metadata[key] as Metadata[] | undefined;
    if (groupings !== undefined) metadata[key] = groupings.map((grouping) => ({ ...GROUPING, ...grouping }));
  }
  return { reportMetadata: metadata };
}

/**
 * The body for a report that has no saved one behind it: with all that Salesforce wants of one.
 *
 * @throws SettingsError where it cannot be, or says no report type
 */
export function wholeReportBody(given: unknown, hasDetailRows = true): { reportMetadata: Metadata } {
  const { reportMetadata } = reportBody(given);
  const { reportType, groupingsDown = [], groupingsAcross = [] } = reportMetadata;
  const type = (reportType as { type?: unknown } | null | undefined)?.type;
  checkText(type, "metadata.reportType.type", "Give a report type: `sf.reports.types()` lists them.");
  const [down, across] = [groupingsDown, groupingsAcross] as [unknown[], unknown[]];
  const format = across.length > 0 ? "MATRIX" : down.length > 0 ? "SUMMARY" : "TABULAR";
  return {
    reportMetadata: {
      reportFormat: format,
      detailColumns: [],
      aggregates: ["RowCount"],
      reportFilters: [],
      reportBooleanFilter: null,
      sortBy: [],
      hasDetailRows,
      ...reportMetadata,
      groupingsDown: down,
      groupingsAcross: across,
    },
  };
}

/** The body for a report that is made or copied, which needs a name. */
export function namedReportBody(
  body: { reportMetadata: Metadata },
  place = "metadata",
): { reportMetadata: Metadata } {
  checkText(body.reportMetadata.name, `${place}.name`, "Give the report a name.");
  return body;
}

function checkItems(list: unknown, named: string | undefined, place: string): void {
  if (!Array.isArray(list)) throw wrong(`\`${place}\` is ${kindOf(list)}.`, "Give a list.");
  for (const [index, item] of list.entries()) {
    const text = named === undefined ? item : (item as Metadata | null | undefined)?.[named];
    const at = `${place}[${index}]${named === undefined ? "" : `.${named}`}`;
    checkText(text, at, "Give the API name of a column: `sf.reports.describeType` lists them.");
  }
}
