import { type App, appParameters } from "./app.js";
import type { Grant, GrantContext } from "./grant.js";
import { askOAuth } from "./oauth-endpoint.js";
import type { AskAsApp } from "./token-services.js";

/** A grant of an app: with what every app can ask about its tokens. */
export function appGrant(app: App, grant: Omit<Grant, "introspect" | "revoke">): Grant {
  return {
    ...grant,
    async introspect(tokens, context) {
      const { introspect } = await import("./token-services.js");
      return introspect(tokens, asking(app, context));
    },
    async revoke(tokens, context) {
      const { revoke } = await import("./token-services.js");
      return revoke(tokens, asking(app, context));
    },
  };
}

function asking(app: App, context: GrantContext): AskAsApp {
  return (endpoint, given, act, read) => {
    const url = new URL(endpoint, context.environment.tokenUrl).href;
    return askOAuth(context, { url, parameters: { ...given, ...appParameters(app) }, act }, read);
  };
}
