import { SettingsError } from "../../errors.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Identity } from "../../http/schemas.js";

/**
 * `GET /id/{organization}/{user}`. Of the URL only the path is used: the token stays with the org's own host.
 *
 * @throws SettingsError where there is no such URL
 */
export function getIdentity(identityUrl: string | undefined): Operation<Identity> {
  const [, organizationId, userId] = /\/id\/(\w{15,18})\/(\w{15,18})\/?$/.exec(identityUrl ?? "") ?? [];
  if (organizationId === undefined || userId === undefined) {
    throw new SettingsError("settings.identity", "The login did not say who the user is.", {
      hint: "Use session.userInfo().",
    });
  }
  return operation("get", "/id/{organizationId}/{userId}", { path: { organizationId, userId } });
}
