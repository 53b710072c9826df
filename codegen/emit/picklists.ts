import type { ObjectModel, OrgModel } from "../model/model.js";
import { constantModule, type ModuleText } from "./language.js";
import { propertyName, stringLiteral } from "./text.js";
import { closedValues } from "./wire-types.js";

/** `picklists`: the values that types of restricted picklists have. Nothing loads it but who imports it. */
export function picklistValues(model: OrgModel): ModuleText {
  return constantModule({
    name: "picklists",
    type: "PicklistValues",
    doc: "The values of restricted picklists, for `knownPicklists`.",
    value: `{\n${model.objects.flatMap(objectPicklists).join("")}}`,
  });
}

function objectPicklists(object: ObjectModel): string[] {
  const fields = object.fields.flatMap((field) => {
    const values = closedValues(field);
    return values.length === 0
      ? []
      : [`${propertyName(field.name)}: [${values.map(stringLiteral).join(", ")}]`];
  });
  return fields.length === 0 ? [] : [`  ${object.name}: { ${fields.join(", ")} },\n`];
}
