import type { ObjectAttributes } from "./describe-defaults.js";
import type { ObjectInfo } from "./object-info.js";

/** Attributes of an entry of describe global, which are also those of an object's basic information. */
const GLOBAL_ATTRIBUTES = [
  "activateable",
  "associateEntityType",
  "associateParentEntity",
  "createable",
  "custom",
  "customSetting",
  "deepCloneable",
  "deletable",
  "deprecatedAndHidden",
  "feedEnabled",
  "hasSubtypes",
  "isInterface",
  "isSubtype",
  "keyPrefix",
  "label",
  "labelPlural",
  "layoutable",
  "mergeable",
  "mruEnabled",
  "name",
  "queryable",
  "replicateable",
  "retrieveable",
  "searchable",
  "triggerable",
  "undeletable",
  "updateable",
] as const satisfies readonly (keyof ObjectAttributes)[];

/** Where the answer's urls point. */
export interface UrlBase {
  /** Such as `/services/data/v66.0`. */
  readonly data: string;
  /** Such as `https://acme.my.salesforce.com`. */
  readonly origin: string;
}

/** An object's entry in describe global. */
export function describeEntry(object: ObjectInfo, base: UrlBase): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const name of GLOBAL_ATTRIBUTES) entry[name] = object.attributes[name];
  entry.urls = resourceUrls(object, base);
  return entry;
}

/** The full describe of an object, keys in alphabetical order as Salesforce answers them. */
export function describeAnswer(object: ObjectInfo, base: UrlBase): Record<string, unknown> {
  const whole: Record<string, unknown> = {
    ...object.attributes,
    fields: object.describedFields(),
    recordTypeInfos: recordTypeInfos(object, base),
    urls: { ...resourceUrls(object, base), ...pageUrls(object, base) },
  };
  return Object.fromEntries(Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function resourceUrls(object: ObjectInfo, base: UrlBase): Record<string, string> {
  const sobject = `${base.data}/sobjects/${object.name}`;
  const always = { rowTemplate: `${sobject}/{ID}`, describe: `${sobject}/describe`, sobject };
  if (object.attributes.layoutable !== true) return always;
  return {
    compactLayouts: `${sobject}/describe/compactLayouts`,
    approvalLayouts: `${sobject}/describe/approvalLayouts`,
    listviews: `${sobject}/listviews`,
    quickActions: `${sobject}/quickActions`,
    layouts: `${sobject}/describe/layouts`,
    ...always,
  };
}

function pageUrls(object: ObjectInfo, base: UrlBase): Record<string, string> {
  if (object.attributes.layoutable !== true || object.keyPrefix === null) return {};
  return {
    uiDetailTemplate: `${base.origin}/{ID}`,
    uiEditTemplate: `${base.origin}/{ID}/e`,
    uiNewRecord: `${base.origin}/${object.keyPrefix}/e`,
  };
}

function recordTypeInfos(object: ObjectInfo, base: UrlBase): unknown[] {
  const layouts = `${base.data}/sobjects/${object.name}/describe/layouts`;
  return (object.attributes.recordTypeInfos ?? []).map((info) => ({
    ...info,
    urls: { layout: `${layouts}/${info.recordTypeId ?? ""}` },
  }));
}
