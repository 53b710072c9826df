import type { RawDescribe, RawField } from "../../codegen/model/raw-describe.js";
import { withDisplayFormat } from "./auto-number.js";
import { checkOrg } from "./check-org.js";
import { childRelationships } from "./child-relationships.js";
import type { ObjectDefinition } from "./dsl.js";
import type { DefinedField } from "./field-definition.js";
import { recordTypeInfos, scopes, urls } from "./object-describe.js";

export interface DescribeOptions {
  /** The API version in the URLs. Default: `66.0`. */
  readonly apiVersion?: string;
  /** Where the org's pages are, as `https://acme.example`. Default: the describes name no pages. */
  readonly instanceUrl?: string;
}

/**
 * The describes of objects that make up an org, as `GET /sobjects/{sObject}/describe` would answer each:
 * every attribute of object and field, in Salesforce's order, with child relationships drawn from the
 * lookups of the others.
 *
 * @throws SettingsError `settings.schema` when a name, prefix or child relationship comes twice, or a field
 * refers to an object that is not there.
 */
export function describeObjects(
  objects: readonly ObjectDefinition[],
  options: DescribeOptions = {},
): RawDescribe[] {
  checkOrg(objects);
  return objects.map((object) => describeObject(object, objects, options));
}

function describeObject(
  object: ObjectDefinition,
  all: readonly ObjectDefinition[],
  options: DescribeOptions,
): RawDescribe {
  const { apiVersion = "66.0", instanceUrl } = options;
  const { traits } = object;
  return {
    actionOverrides: [],
    activateable: traits.activateable,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childRelationships(object.name, all),
    compactLayoutable: traits.layoutable,
    createable: traits.createable,
    custom: object.custom,
    customSetting: false,
    deepCloneable: traits.deepCloneable,
    defaultImplementation: null,
    deletable: traits.deletable,
    deprecatedAndHidden: false,
    extendedBy: null,
    extendsInterfaces: null,
    feedEnabled: traits.feedEnabled,
    fields: object.fields.map(copyOf),
    hasSubtypes: false,
    implementedBy: null,
    implementsInterfaces: null,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.prefix,
    label: object.label,
    labelPlural: object.plural,
    layoutable: traits.layoutable,
    listviewable: null,
    lookupLayoutable: null,
    mergeable: traits.mergeable,
    mruEnabled: traits.mruEnabled,
    name: object.name,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    queryable: traits.queryable,
    recordTypeInfos: recordTypeInfos(object, apiVersion),
    replicateable: traits.replicateable,
    retrieveable: traits.retrieveable,
    searchLayoutable: traits.layoutable,
    searchable: traits.searchable,
    sobjectDescribeOption: "FULL",
    supportedScopes: scopes(object),
    triggerable: traits.triggerable,
    undeletable: traits.undeletable,
    updateable: traits.updateable,
    urls: urls(object, apiVersion, instanceUrl),
  };
}

/** Definitions are shared by every org made from them, so none is handed out itself. */
function copyOf({ describe, displayFormat }: DefinedField): RawField {
  const copy = {
    ...describe,
    picklistValues: describe.picklistValues.map((value) => ({ ...value })),
    referenceTo: [...describe.referenceTo],
  };
  return withDisplayFormat(copy, displayFormat);
}
