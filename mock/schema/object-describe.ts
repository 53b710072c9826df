import type { ObjectDefinition } from "./dsl.js";

/** The record type every object has, under an id that is the same in every org. */
const MASTER_RECORD_TYPE = "012000000000000AAA";

export function recordTypeInfos(object: ObjectDefinition, apiVersion: string) {
  // Events have none.
  if (object.name.endsWith("__e")) return [];
  const layout = `${sobjectUrl(object, apiVersion)}/describe/layouts/${MASTER_RECORD_TYPE}`;
  return [
    {
      active: true,
      available: true,
      defaultRecordTypeMapping: true,
      developerName: "Master",
      master: true,
      name: "Master",
      recordTypeId: MASTER_RECORD_TYPE,
      urls: object.traits.layoutable ? { layout } : {},
    },
  ];
}

export function scopes(object: ObjectDefinition): readonly { label: string; name: string }[] {
  return Object.keys(object.scopes)
    .sort()
    .map((name) => ({ label: object.scopes[name] ?? name, name }));
}

/** The resources and pages of an object: three for one without layouts. */
export function urls(
  object: ObjectDefinition,
  apiVersion: string,
  instanceUrl: string | undefined,
): Readonly<Record<string, string>> {
  const sobject = sobjectUrl(object, apiVersion);
  const schema = object.name.endsWith("__e") && { eventSchema: `${sobject}/eventSchema` };
  const data = { rowTemplate: `${sobject}/{ID}`, ...schema, describe: `${sobject}/describe`, sobject };
  if (!object.traits.layoutable) return data;
  const pages = instanceUrl === undefined ? {} : pageUrls(object, instanceUrl);
  return {
    compactLayouts: `${sobject}/describe/compactLayouts`,
    approvalLayouts: `${sobject}/describe/approvalLayouts`,
    listviews: `${sobject}/listviews`,
    quickActions: `${sobject}/quickActions`,
    layouts: `${sobject}/describe/layouts`,
    ...data,
    ...pages,
  };
}

function pageUrls(object: ObjectDefinition, instanceUrl: string): Readonly<Record<string, string>> {
  return {
    uiDetailTemplate: `${instanceUrl}/{ID}`,
    uiEditTemplate: `${instanceUrl}/{ID}/e`,
    uiNewRecord: `${instanceUrl}/${object.prefix}/e`,
  };
}

function sobjectUrl(object: ObjectDefinition, apiVersion: string): string {
  return `/services/data/v${apiVersion}/sobjects/${object.name}`;
}
