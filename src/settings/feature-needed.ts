import { SettingsError } from "../errors.js";
import type { FeatureName } from "../schema/feature-name.js";

/** The error for what a client was composed without. */
export function featureNeeded(what: string, feature: FeatureName): SettingsError {
  return new SettingsError("settings.features", `${what} needs the feature \`${feature}\`.`, {
    hint: `Add "${feature}" to \`features\` and run \`orgtype generate\`.`,
  });
}
