import type { App } from "./app.js";
import type { Grant } from "./grant.js";

/** A grant of an app: with what every app can ask about its tokens. */
export function appGrant(app: App, grant: Omit<Grant, "introspect" | "revoke">): Grant {
  return {
    ...grant,
    async introspect(tokens, context) {
      const { introspect } = await import("./introspect.js");
      return introspect(tokens, app, context);
    },
    async revoke(tokens, context) {
      const { revoke } = await import("./revoke.js");
      return revoke(tokens, app, context);
    },
  };
}
