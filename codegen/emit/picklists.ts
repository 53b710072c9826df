import type { ObjectModel, OrgModel } from "../model/model.js";
import { propertyName, stringLiteral } from "./text.js";
import { closedValues } from "./wire-types.js";

/** `picklists.ts`: the values that types of restricted picklists have. Nothing loads it but who imports it. */
export function picklistValues(model: OrgModel): string {
  return [
    'import type { PicklistValues } from "orgtype";\n\n',
    "/** The values of restricted picklists, for `knownPicklists`. */\n",
    "export const picklists: PicklistValues = {\n",
    ...model.objects.flatMap(objectPicklists),
    "};\n",
  ].join("");
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
