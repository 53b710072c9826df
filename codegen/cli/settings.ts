import { resolve } from "node:path";
import { SettingsError } from "../../src/errors.js";
import { type GivenSettings, settingsFromEnvironment } from "../../src/node/connection-variables.js";
import { loadConfig, type OrgtypeConfig } from "../config.js";
import { checkApiVersion } from "../model/api-version.js";
import { type ConnectionFlags, settingsFromFlags } from "./connection-flags.js";
import type { CliContext } from "./context.js";

/** What is described where nobody chose a version; generated code always names the one it was made from. */
export const DEFAULT_API_VERSION = "66.0";

/** Flags that several commands have, by the names commander gives them. */
export interface SettingFlags extends ConnectionFlags {
  apiVersion?: string;
  objects?: string;
  snapshot?: string;
  out?: string;
}

/** Flags, environment and config file as one. */
export interface CliSettings {
  /** What was given of the connection: checked when a command connects. */
  readonly connection: GivenSettings;
  readonly apiVersion: string;
  /** Whether somebody chose the version. */
  readonly apiVersionGiven: boolean;
  readonly objects: readonly string[] | undefined;
  /** The parts that the generated client has; undefined for all. */
  readonly features: OrgtypeConfig["features"];
  /** What the code is written in; undefined for the default. */
  readonly language: OrgtypeConfig["language"];
  /** Absolute path. */
  readonly snapshot: string;
  /** Absolute path. */
  readonly out: string;
}

/**
 * Flags win over environment variables, and these over the config file.
 *
 * @throws SettingsError
 */
export async function readSettings(flags: SettingFlags, context: CliContext): Promise<CliSettings> {
  const config = await loadConfig(context.cwd);
  const apiVersion = flags.apiVersion ?? config.apiVersion;
  return {
    connection: {
      ...config.connection,
      ...settingsFromEnvironment(context.env),
      ...settingsFromFlags(flags),
    },
    apiVersion: checkApiVersion(apiVersion ?? DEFAULT_API_VERSION, "--api-version"),
    apiVersionGiven: apiVersion !== undefined,
    objects: objectGlobs(flags.objects ?? config.objects),
    features: config.features,
    language: config.language,
    snapshot: resolve(context.cwd, flags.snapshot ?? config.snapshot ?? "salesforce/snapshot"),
    out: resolve(context.cwd, flags.out ?? config.out ?? "salesforce"),
  };
}

function objectGlobs(objects: OrgtypeConfig["objects"]): string[] | undefined {
  if (objects === undefined) return undefined;
  // Commas inside braces belong to the glob.
  const globs = typeof objects === "string" ? objects.split(/,(?![^{]*\})/) : objects;
  const trimmed = globs.map((glob) => glob.trim()).filter((glob) => glob !== "");
  if (trimmed.length > 0) return trimmed;
  throw new SettingsError("settings.objects", "`objects` names no object.", {
    hint: 'Give globs such as "Account,*__c,!Log__c".',
  });
}
