import { SettingsError } from "../../errors.js";
import { nothing, operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import type { Passwords } from "./users.js";

const PASSWORD = "/sobjects/User/{id}/password";

export function passwordsOf(send: Send): Passwords {
  return {
    isExpired: async (id, options) =>
      send(
        operation("get", PASSWORD, { path: { id } }, ({ isExpired }) => isExpired),
        options,
      ),
    async set(id, newPassword, options) {
      const body = { NewPassword: checkPassword(newPassword) };
      await send(operation("post", PASSWORD, { path: { id }, body }, nothing), options);
    },
    reset: async (id, options) =>
      send(
        operation("delete", PASSWORD, { path: { id } }, ({ NewPassword }) => NewPassword),
        options,
      ),
  };
}

/** @throws SettingsError that does not show it */
function checkPassword(password: unknown): string {
  if (typeof password === "string" && password !== "") return password;
  throw new SettingsError("settings.password", "`newPassword` is no text, or empty.", {
    hint: "To have Salesforce make one, use `reset`.",
  });
}
