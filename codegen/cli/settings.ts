import { resolve } from "node:path";
import { SettingsError } from "../../src/errors.js";
import { loadConfig, type OrgtypeConfig } from "../config.js";
import { checkApiVersion } from "../model/api-version.js";
import type { CliContext } from "./context.js";

/** What is described where nobody chose a version; generated code always names the one it was made from. */
export const DEFAULT_API_VERSION = "66.0";

/** Flags that several commands have, by the names commander gives them. */
export interface SettingFlags {
  url?: string;
  clientId?: string;
  apiVersion?: string;
  objects?: string;
  snapshot?: string;
  out?: string;
}

/** Flags, environment and config file as one. */
export interface CliSettings {
  readonly url: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly apiVersion: string;
  /** Whether somebody chose the version. */
  readonly apiVersionGiven: boolean;
  readonly objects: readonly string[] | undefined;
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
    url: flags.url ?? filled(context.env.ORGTYPE_URL) ?? config.url,
    clientId: flags.clientId ?? filled(context.env.ORGTYPE_CLIENT_ID) ?? config.clientId,
    clientSecret: filled(context.env.ORGTYPE_CLIENT_SECRET) ?? config.clientSecret,
    apiVersion: checkApiVersion(apiVersion ?? DEFAULT_API_VERSION, "--api-version"),
    apiVersionGiven: apiVersion !== undefined,
    objects: objectGlobs(flags.objects ?? config.objects),
    snapshot: resolve(context.cwd, flags.snapshot ?? config.snapshot ?? "salesforce/snapshot"),
    out: resolve(context.cwd, flags.out ?? config.out ?? "salesforce"),
  };
}

function filled(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
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
