import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { operation } from "../../http/operation.js";
import { kindOf } from "../../settings/kind-of.js";
import { checkName } from "../../soql/names.js";
import type { RuleParts } from "./rule-parts.js";
import { triggerRules } from "./trigger-rules.js";

/** What tells an object from options. */
type ListArguments = readonly [object?: string | CallOptions, options?: CallOptions];

export function rulesOf(parts: RuleParts) {
  const { send } = parts;
  return {
    list: async (...[object, options]: ListArguments) =>
      typeof object === "object" || object === undefined
        ? send(allRules(), object ?? options)
        : send(rulesOfObject(checkObject(object)), options),
    get: async (object: string, id: string, options?: CallOptions) =>
      send(
        operation("get", "/process/rules/{sobject}/{id}", {
          path: { sobject: checkObject(object), id: checkId(id, "ruleId") },
        }),
        options,
      ),
    trigger: async (recordIds: string | readonly string[], options?: CallOptions) =>
      triggerRules(parts, checkRecords(recordIds), options),
  };
}

/** `GET /process/rules`. */
function allRules() {
  return operation("get", "/process/rules", {}, ({ rules }) => rules);
}

/** `GET /process/rules/{sObject}`. */
function rulesOfObject(sobject: string) {
  return operation("get", "/process/rules/{sobject}", { path: { sobject } }, ({ rules }) =>
    Object.values(rules).flat(),
  );
}

function checkObject(object: unknown): string {
  if (typeof object === "string") return checkName(object, "object");
  throw wrong(`\`object\` is ${kindOf(object)}.`, 'Give an API name, as "Account".');
}

function checkId(id: unknown, place: string): string {
  if (typeof id === "string" && /^([a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/.test(id)) return id;
  throw wrong(
    `\`${place}\` is ${typeof id === "string" ? "no id" : kindOf(id)}.`,
    "Give an id of 15 or 18 characters.",
  );
}

/** @throws SettingsError where one is no id, or they do not begin alike: their objects differ */
function checkRecords(recordIds: unknown): string[] {
  if (!Array.isArray(recordIds)) return [checkId(recordIds, "recordIds")];
  const ids = recordIds.map((id, index) => checkId(id, `recordIds[${index}]`));
  const other = ids.findIndex((id) => id.slice(0, 3) !== ids[0]?.slice(0, 3));
  if (other < 0) return ids;
  throw wrong(
    `\`recordIds[${other}]\` is of another object than \`recordIds[0]\`.`,
    "Trigger the rules of one object at a time.",
  );
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.rules", message, { hint });
}
