import type { App } from "./app.js";
import type { Grant } from "./grant.js";
import { introspect } from "./introspect.js";
import { revoke } from "./revoke.js";

/** A grant of an app: with what every app can ask about its tokens. */
export function appGrant(app: App, grant: Omit<Grant, "introspect" | "revoke">): Grant {
  return {
    ...grant,
    introspect: (tokens, context) => introspect(tokens, app, context),
    revoke: (tokens, context) => revoke(tokens, app, context),
  };
}
