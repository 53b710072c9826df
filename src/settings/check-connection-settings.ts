import { SettingsError } from "../errors.js";
import {
  type ConnectionSettings,
  defaultScopes,
  type Flow,
  type SettingName,
  settingRules,
} from "./connection-settings.js";

/** @throws SettingsError that names the first setting which its flow lacks, does not have, or cannot read */
export function checkConnectionSettings(settings: ConnectionSettings): void {
  const { flow } = settings;
  if (typeof flow !== "string" || !Object.hasOwn(defaultScopes, flow)) {
    const flows = Object.keys(defaultScopes).map((name) => `"${name}"`);
    throw wrong("`flow` is none of the three.", `Give ${flows.join(", ")}.`);
  }
  for (const name of Object.keys(settings)) {
    if (name !== "flow" && !Object.hasOwn(settingRules, name)) {
      throw wrong(`There is no setting ${JSON.stringify(name)}.`, `Known: ${knownTo(flow).join(", ")}.`);
    }
  }
  for (const name of Object.keys(settingRules) as SettingName[]) {
    checkSetting(name, (settings as Partial<Record<SettingName, unknown>>)[name], flow);
  }
}

function checkSetting(name: SettingName, value: unknown, flow: Flow): void {
  const { needs, hint } = settingRules[name];
  const isGiven = value !== undefined;
  if (isGiven && needs[flow] === "none") {
    throw wrong(`The flow "${flow}" has no setting \`${name}\`.`, "Leave it out, or choose another `flow`.");
  }
  if (!isGiven && needs[flow] === "required") throw wrong(`\`${name}\` is missing for "${flow}".`, hint);
  if (isGiven && !isReadable(name, value)) {
    throw wrong(`\`${name}\` is ${value === "" ? "empty" : "of the wrong kind"}.`, hint);
  }
}

function isReadable(name: SettingName, value: unknown): boolean {
  switch (name) {
    case "scopes":
      return Array.isArray(value) && value.every((scope) => typeof scope === "string" && /^\S+$/.test(scope));
    case "environment":
      return value === "production" || value === "sandbox" || (typeof value === "object" && value !== null);
    default:
      return typeof value === "string" && value !== "";
  }
}

function knownTo(flow: Flow): string[] {
  const names = Object.keys(settingRules) as SettingName[];
  return names.filter((name) => settingRules[name].needs[flow] !== "none");
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.connection", `defineConnection: ${message}`, { hint });
}
