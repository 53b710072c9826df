import type { ConnectionSettings } from "orgtype";
import * as v from "valibot";
import { SettingsError } from "../src/errors.js";
import type { FeatureName } from "../src/schema/feature-name.js";
import { LANGUAGES, type Language } from "./emit/language.js";
import { checkApiVersion } from "./model/api-version.js";

const text = v.pipe(v.string(), v.nonEmpty());

const features: Readonly<Record<FeatureName, true>> = {
  actions: true,
  aggregate: true,
  apexRest: true,
  approvals: true,
  apps: true,
  binds: true,
  bulk: true,
  chatter: true,
  collections: true,
  composite: true,
  decode: true,
  describe: true,
  events: true,
  explain: true,
  files: true,
  find: true,
  graphql: true,
  hints: true,
  layouts: true,
  limits: true,
  listViews: true,
  pages: true,
  quickActions: true,
  replication: true,
  reports: true,
  rest: true,
  rules: true,
  search: true,
  tokens: true,
  tooling: true,
  users: true,
};

const configSchema = v.strictObject({
  // Its settings are checked with those of flags and environment, by what the flow needs.
  connection: v.optional(v.record(v.string(), v.unknown())),
  apiVersion: v.optional(text),
  objects: v.optional(v.union([text, v.array(text)])),
  actions: v.optional(v.union([text, v.array(text)])),
  snapshot: v.optional(text),
  out: v.optional(text),
  features: v.optional(v.array(v.picklist(Object.keys(features) as FeatureName[]))),
  language: v.optional(v.picklist(LANGUAGES)),
});

type PartsOf<Settings> = Settings extends unknown ? Partial<Settings> : never;
/** Settings of one of the flows, of which any may be given elsewhere. */
export type ConnectionConfig = PartsOf<ConnectionSettings>;

/** What `orgtype.config.ts` (or `.js`, `.mjs`, `.json`) may say. Flags and environment variables win over it. */
export interface OrgtypeConfig {
  /**
   * How `pull` and `generate --live` reach the org: any of the settings of `defineConnection`. Environment:
   * `ORGTYPE_URL` and its like, which win setting by setting. Keep secrets there, and never write them down here.
   */
  connection?: ConnectionConfig;
  /** As `"66.0"`. Default: `"66.0"`. */
  apiVersion?: string;
  /**
   * Globs of object names, one with `!` before it takes away: `["Account", "*__c", "!Log__c"]`.
   * Default: `pull` takes every object that can be queried, without the shares, histories, feeds and change
   * events of others; `generate` takes every object of the snapshot.
   */
  objects?: string | string[];
  /**
   * Globs of names of actions, one with `!` before it takes away: `["flow/*", "apex/Score*", "standard/emailSimple"]`.
   * Each costs `pull` an API request. Default: `pull` takes none; `generate` takes every action of the snapshot.
   */
  actions?: string | string[];
  /** The folder of the describes. Default: `"salesforce/snapshot"`. */
  snapshot?: string;
  /** The folder of the generated code. Default: `"salesforce"`. */
  out?: string;
  /**
   * The parts that the generated client has, so that bundles leave out the code of the others: names such as
   * `"find"` and `"bulk"`, of which the guide on generating says what each adds. Single records and SOQL text are
   * always there. Default: all.
   */
  features?: FeatureName[];
  /**
   * What the code is written in: `"js"` is JavaScript with types beside it, for apps that no compiler or bundler
   * goes over. Default: `"ts"`.
   */
  language?: Language;
}

/** Types the config file: `export default defineConfig({ objects: ["Account", "Contact"] })`. */
export function defineConfig(config: OrgtypeConfig): OrgtypeConfig {
  return config;
}

/**
 * Reads `orgtype.config.{ts,js,mjs,json}` of a folder; an empty config where there is none.
 *
 * @throws SettingsError that names the option
 */
export async function loadConfig(folder: string): Promise<OrgtypeConfig> {
  const { loadConfig: load } = await import("c12");
  const found = await load({
    name: "orgtype",
    cwd: folder,
    rcFile: false,
    globalRc: false,
    packageJson: false,
    dotenv: false,
    extend: false,
  }).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingsError("settings.config", `orgtype.config cannot be read: ${reason}`, { cause });
  });
  return checkConfig(found.config ?? {});
}

/** @throws SettingsError that names the option */
export function checkConfig(config: unknown): OrgtypeConfig {
  const result = v.safeParse(configSchema, config);
  if (!result.success) {
    const [issue] = result.issues;
    const option = issue.path?.map(({ key }) => String(key)).join(".") ?? "default export";
    throw new SettingsError("settings.config", `orgtype.config: \`${option}\` ${problemOf(issue)}.`, {
      hint: `Options are ${Object.keys(configSchema.entries).join(", ")}.`,
    });
  }
  if (result.output.apiVersion !== undefined) checkApiVersion(result.output.apiVersion);
  return result.output as OrgtypeConfig;
}

function problemOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never") return "is not an option";
  // The value itself is left out: it may be a secret.
  return issue.type === "non_empty" ? "is empty" : `must be ${issue.expected ?? "of another kind"}`;
}
