import { SettingsError } from "../../index.js";
import { DEFAULT_REDIRECT_URI } from "../../settings/connection-settings.js";
import { isLoopback } from "../../settings/hosts.js";

/**
 * The URL to listen at: port 0 stands for a free one.
 *
 * @throws SettingsError where it is not one of this machine, or the port is none
 */
export function redirectTarget({
  redirectUri = DEFAULT_REDIRECT_URI,
  port,
}: {
  redirectUri?: string;
  port?: number;
}): URL {
  const target = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  if (target?.protocol !== "http:" || !isLoopback(target.hostname)) {
    throw new SettingsError("settings.redirect-uri", "`redirectUri` is no http URL of this machine.", {
      hint: `Give one as ${DEFAULT_REDIRECT_URI}; web apps use authorizationCode() and its callback().`,
    });
  }
  if (port === undefined) return target;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingsError(
      "settings.port",
      `\`port\` is ${typeof port === "number" ? port : "no number"}.`,
      {
        hint: "Give a number from 0 (any free port) to 65535.",
      },
    );
  }
  target.port = String(port);
  return target;
}
