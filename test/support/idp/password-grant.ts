import { errors, type Provider } from "oidc-provider";
import type { IdpParts } from "./configuration.js";

/** The grant that OAuth has given up and Salesforce has not: the password with the security token behind it. */
export function registerPasswordGrant(provider: Provider, { user, policies }: IdpParts): void {
  provider.registerGrantType<{ username?: string; password?: string; scope?: string }>(
    "password",
    async (context) => {
      const { client, params } = context.oidc;
      if (params.username !== user.username || params.password !== user.password + user.securityToken) {
        throw new errors.InvalidGrant("wrong password");
      }
      if (policies.userInactive) throw new errors.InvalidGrant("referenced account not found");
      const grant = new provider.Grant({ accountId: user.id, clientId: client.clientId });
      const scope = params.scope ?? "api";
      grant.addOIDCScope(scope);
      const grantId = await grant.save();
      const token = new provider.AccessToken({
        accountId: user.id,
        client,
        grantId,
        gty: "password",
        scope,
        claims: {},
        expiresWithSession: false,
      });
      context.oidc.entity("AccessToken", token);
      context.body = { access_token: await token.save(), token_type: token.tokenType, scope };
    },
    ["username", "password", "scope"],
  );
}
