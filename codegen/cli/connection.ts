import {
  type AuthorizationCodeLogin,
  type AuthorizationCodeSettings,
  type Connection,
  type ConnectionSettings,
  defineConnection,
} from "orgtype";
import { SettingsError } from "../../src/errors.js";
import {
  type AnySetting,
  connectionVariables,
  type GivenSettings,
} from "../../src/node/connection-variables.js";
import { renamingSettings } from "../../src/node/rename-settings.js";

/** The flags of settings. Secrets have none: others of a machine can read flags. */
const flags: Partial<Record<AnySetting, string>> = {
  endpointUrl: "--url",
  clientId: "--client-id",
  environment: "--environment",
};

/** A connection of a person, and the settings it is made of. */
export interface PersonalConnection {
  readonly settings: AuthorizationCodeSettings;
  readonly connection: Connection<AuthorizationCodeLogin>;
}

/**
 * The connection of flags, environment and config file. Without a flow: client-credentials where there is a
 * client secret, else the tokens of `orgtype login`.
 *
 * @throws SettingsError that names what is missing or wrong, and where to give it
 */
export function connectionOf(given: GivenSettings): Connection {
  const flow = given.clientSecret === undefined ? "authorization-code" : "client-credentials";
  return namingPlaces(() => defineConnection({ name: "default", flow, ...given } as ConnectionSettings));
}

/**
 * As `connectionOf`, for the commands of a person.
 *
 * @throws SettingsError, also where another flow is chosen
 */
export function personalConnection(given: GivenSettings): PersonalConnection {
  const flow = "authorization-code";
  if (given.flow !== undefined && given.flow !== flow) {
    throw new SettingsError("settings.flow", `Nobody logs in by hand with the flow "${given.flow}".`, {
      hint: `For \`orgtype login\` choose the flow "${flow}"; the others log in by themselves.`,
    });
  }
  // Checked by defineConnection.
  const settings = { name: "default", ...given, flow } as AuthorizationCodeSettings;
  return { settings, connection: namingPlaces(() => defineConnection(settings)) };
}

function namingPlaces<T>(work: () => T): T {
  return renamingSettings((setting) => {
    const places = [flags[setting], connectionVariables[setting]].filter((place) => place !== undefined);
    return `\`${setting}\` (${places.join(" or ")})`;
  }, work);
}
