import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { sendJson, sendSessionEnded } from "../node-server.js";
import type { IdpParts } from "./configuration.js";
import { PATHS } from "./paths.js";

/** A few calls of the REST API, for tokens that the server still knows. */
export function createApiRoutes(provider: Provider, { user, policies }: IdpParts) {
  const callers = new Map<string, Set<string>>();
  const answers: Record<string, unknown> = {
    [PATHS.limits]: { DailyApiRequests: { Max: 15_000, Remaining: 14_998 } },
    [`/id/${user.organizationId}/${user.id}`]: {
      user_id: user.id,
      organization_id: user.organizationId,
      username: user.username,
      active: true,
    },
  };

  async function isGood(token: string, caller: string): Promise<boolean> {
    const known = (await provider.AccessToken.find(token)) ?? (await provider.ClientCredentials.find(token));
    if (known === undefined || policies.apiRefusesAll) return false;
    const usedBy = (callers.get(token) ?? new Set()).add(caller);
    callers.set(token, usedBy);
    if (usedBy.size >= policies.callersPerAccessToken) await known.destroy();
    return true;
  }

  return {
    has: (path: string) => Object.hasOwn(answers, path),
    async answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
      const token = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
      const caller = String(request.headers["x-caller"]);
      if (await isGood(token, caller)) sendJson(response, 200, answers[path]);
      else sendSessionEnded(response);
    },
  };
}
