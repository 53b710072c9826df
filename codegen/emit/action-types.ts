import type { ActionModel, ActionParameterModel, OrgModel } from "../model/model.js";
import { docComment, propertyName, stringLiteral } from "./text.js";

/** How the values of each type of describe are written; `$` is the run time's namespace. */
const WRITTEN: Readonly<Record<string, (parameter: ActionParameterModel) => string>> = {
  STRING: () => "string",
  TEXTAREA: () => "string",
  EMAIL: () => "string",
  PHONE: () => "string",
  URL: () => "string",
  ENCRYPTEDSTRING: () => "string",
  COMBOBOX: picklist,
  PICKLIST: picklist,
  MULTIPICKLIST: () => "string",
  BASE64: () => "string",
  BLOB: () => "string",
  BOOLEAN: () => "boolean",
  INT: () => "number",
  INTEGER: () => "number",
  LONG: () => "number",
  DOUBLE: () => "number",
  DECIMAL: () => "number",
  NUMBER: () => "number",
  CURRENCY: () => "number",
  PERCENT: () => "number",
  DATE: () => "$.DateString",
  DATETIME: () => "$.DateTimeString",
  TIME: () => "$.TimeString",
  ID: ({ object }) => withObject("$.Id", object),
  REFERENCE: ({ object }) => withObject("$.Id", object),
  SOBJECT: ({ object }) => withObject("$.RecordOf", object),
};

/** `actions.d.ts`: what each action takes and gives, by the name it is run by. */
export function actionTypes(model: OrgModel): string {
  return [
    'import type * as $ from "orgtype";\n\n',
    "/** The actions that were pulled, by kind and API name. */\n",
    "export interface Actions {\n",
    ...model.actions.map(actionEntry),
    "}\n",
  ].join("");
}

function actionEntry({ name, label, description, inputs, outputs }: ActionModel): string {
  return [
    docComment([label, description ?? ""], "  "),
    `  ${stringLiteral(name)}: {\n`,
    `    inputs: ${members(inputs.map(inputEntry))};\n`,
    `    outputs: ${members(outputs.map(outputEntry))};\n`,
    "  };\n",
  ].join("");
}

function members(entries: readonly string[]): string {
  return entries.length === 0 ? "{}" : `{\n${entries.join("")}    }`;
}

function inputEntry(input: ActionParameterModel): string {
  const type = written(input);
  const value = input.isList ? `readonly ${inList(type)}[]` : type;
  const name = propertyName(input.name);
  return doc(input) + (input.required ? `      ${name}: ${value};\n` : `      ${name}?: ${orNull(value)};\n`);
}

/** Salesforce answers null for what was not set. */
function outputEntry(output: ActionParameterModel): string {
  const type = written(output);
  const value = output.isList ? `${inList(type)}[]` : type;
  return `${doc(output)}      ${propertyName(output.name)}: ${orNull(value)};\n`;
}

function doc({ label, type, required, description }: ActionParameterModel): string {
  const facts = [label, type?.toLowerCase() ?? "class of Apex", ...(required ? ["required"] : [])];
  return docComment([facts.join(" · "), description ?? ""], "      ");
}

/** Nothing is known of what classes of Apex hold, nor of types that came later. */
function written(parameter: ActionParameterModel): string {
  const type = parameter.type?.toUpperCase() ?? "";
  const write = Object.hasOwn(WRITTEN, type) ? WRITTEN[type] : undefined;
  return write === undefined ? "unknown" : write(parameter);
}

function orNull(type: string): string {
  return type === "unknown" ? type : `${type} | null`;
}

function inList(type: string): string {
  return type.includes(" ") ? `(${type})` : type;
}

/** Open: an action may be changed, and go on to be run by programs of before. */
function picklist({ picklist: values }: ActionParameterModel): string {
  return values.length === 0 ? "string" : `$.OpenPicklist<${values.map(stringLiteral).join(" | ")}>`;
}

function withObject(type: string, object: string | null): string {
  return object === null ? type : `${type}<${stringLiteral(object)}>`;
}
