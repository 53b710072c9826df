import { ApiFault } from "../http/fault.js";
import type { OrgContext } from "../org-context.js";
import { badRequest } from "./analytics-fault.js";
import { GRANULARITIES } from "./date-granularity.js";
import { type Column, columnFinder } from "./report-column.js";
import { changedMetadata, type ReportMetadata } from "./report-metadata.js";
import { findReportType, type ReportType } from "./report-type.js";
import { type CompiledReport, compileReport } from "./run-report.js";

/** What answers say of the columns of a report. */
export function extendedMetadata({ columns, aggregates, down, across }: CompiledReport) {
  const context = { acrossGroupingContext: null, downGroupingContext: null };
  const levels = [...down.entries(), ...across.entries()];
  return {
    aggregateColumnInfo: Object.fromEntries(
      aggregates.map(({ name, label, dataType }) => [name, { ...context, dataType, label }]),
    ),
    detailColumnInfo: Object.fromEntries(columns.map((column) => [column.name, detailInfo(column)])),
    groupingColumnInfo: Object.fromEntries(
      levels.map(([groupingLevel, { column }]) => [
        column.name,
        { dataType: column.dataType, groupingLevel, label: column.label },
      ]),
    ),
  };
}

function detailInfo(column: Column) {
  const { dataType, entityColumnName, field, label } = column;
  return {
    dataType,
    entityColumnName,
    filterValues: choicesOf(column),
    filterable: field.filterable,
    isLookup: field.type === "reference" || (dataType === "string" && entityColumnName.endsWith(".Name")),
    label,
    uniqueCountable: true,
  };
}

function choicesOf({ field }: Column) {
  if (field.type === "boolean") return ["True", "False"].map((name) => ({ label: name, name }));
  return field.picklist.map(({ value, label }) => ({ label, name: value }));
}

/** A report, and what its type offers. */
export function describeReport(context: OrgContext, metadata: ReportMetadata, dataPath: string) {
  const report = compileReport(context, metadata);
  return {
    attributes: reportAttributes(metadata, dataPath),
    reportExtendedMetadata: extendedMetadata(report),
    reportMetadata: report.metadata,
    reportTypeMetadata: typeMetadata(context, report.type),
  };
}

/** What answers say of the report itself. */
export function reportAttributes({ id, name }: ReportMetadata, dataPath: string) {
  const url = `${dataPath}/analytics/reports/${id}`;
  return {
    describeUrl: `${url}/describe`,
    instancesUrl: `${url}/instances`,
    reportId: id,
    reportName: name,
    type: "Report",
  };
}

/** What a new report of a type begins with, and what the type offers. */
export function describeReportType(context: OrgContext, name: string, dataPath: string) {
  const type = findReportType(context, name);
  if (type === undefined) throw badRequest(`The report type ${name} is invalid.`);
  const first = Object.keys(type.columns)[0] ?? "";
  const metadata = changedMetadata({
    name: "New Report",
    reportType: { type: type.type, label: type.label },
    detailColumns: [first],
  });
  return describeReport(context, metadata, dataPath);
}

const TEXT = ["equals", "notEqual", "lessThan", "greaterThan", "lessOrEqual", "greaterOrEqual"];
const LABELS: Readonly<Record<string, string>> = {
  equals: "equals",
  notEqual: "not equal to",
  lessThan: "less than",
  greaterThan: "greater than",
  lessOrEqual: "less or equal",
  greaterOrEqual: "greater or equal",
  contains: "contains",
  notContain: "does not contain",
  startsWith: "starts with",
  includes: "includes",
  excludes: "excludes",
};

/** The operators that filters of a type of data have. */
function operatorsOf(dataType: string): string[] {
  if (dataType === "boolean") return ["equals", "notEqual"];
  if (dataType === "multipicklist") return ["equals", "notEqual", "includes", "excludes"];
  const ordered = /^(int|long|double|currency|percent|date|datetime)$/.test(dataType);
  return ordered ? TEXT : [...TEXT, "contains", "notContain", "startsWith"];
}

function typeMetadata(context: OrgContext, type: ReportType) {
  const find = columnFinder(context, type);
  const columns = Object.keys(type.columns).flatMap((name) => {
    try {
      return [find(name)];
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      // A field of Salesforce's that this org does not have.
      return [];
    }
  });
  const dataTypes = [...new Set(columns.map(({ dataType }) => dataType))].sort();
  return {
    categories: [
      {
        columns: Object.fromEntries(columns.map((column) => [column.name, typeColumn(column)])),
        label: `${type.object.label}: Info`,
      },
    ],
    dataTypeFilterOperatorMap: Object.fromEntries(
      dataTypes.map((dataType) => [
        dataType,
        operatorsOf(dataType).map((name) => ({ label: LABELS[name] ?? name, name })),
      ]),
    ),
    dateGranularityInfos: GRANULARITIES.map((value) => ({ label: value, value })),
    divisionInfo: null,
    objects: [{ apiName: type.object.name, label: type.object.label }],
    scopeInfo: {
      defaultValue: "organization",
      values: ["organization", "user"].map((value) => ({ allowsDivision: true, label: value, value })),
    },
    standardDateFilterDurationGroups: [],
    standardFilterInfos: null,
    supportsJoinedFormat: false,
  };
}

function typeColumn(column: Column) {
  const { field } = column;
  return {
    allowedInCustomDetailFormula: false,
    bucketable: false,
    ...detailInfo(column),
    fieldToFieldFilterable: false,
    inactiveFilterValues: [],
    isCustom: field.custom,
    maxLength: field.length > 0 ? field.length : null,
  };
}
