import { hasPermission } from "../approvals/record-lock.js";
import { json, noContent } from "../http/call.js";
import { recordFault, requestFault } from "../http/fault.js";
import { expectObject } from "../http/json-body.js";
import { randomText } from "../oauth/random-text.js";
import type { OrgContext } from "../org-context.js";
import { requireObject, requireRecord } from "../records/find-record.js";
import { param, type Route, type RoutedCall } from "./route.js";

const SHORTEST = 8;
const MADE_LENGTH = 9;

/** A user's password: whether it has expired, setting it, and having a new one made. */
export const password: Route = {
  path: "/services/data/{version}/sobjects/User/{id:recordId}/password",
  methods: {
    GET: (call, context) =>
      json({ isExpired: context.oauth.passwords.isExpired(requireUser(call, context)) }),
    POST: (call, context) => {
      const userId = requireManaged(call, context);
      const { NewPassword } = expectObject(call.body(), "Password");
      context.oauth.passwords.change(userId, checkNew(NewPassword), { expired: false });
      return noContent();
    },
    DELETE: (call, context) => {
      const userId = requireManaged(call, context);
      // A letter and a digit, as the rules for passwords want.
      const made = `${randomText(MADE_LENGTH - 2)}x7`;
      context.oauth.passwords.change(userId, made, { expired: true });
      return json({ NewPassword: made });
    },
  },
};

function requireUser(call: RoutedCall, context: OrgContext): string {
  return requireRecord(context, requireObject(context, "User"), param(call, "id")).id;
}

function requireManaged(call: RoutedCall, context: OrgContext): string {
  const userId = requireUser(call, context);
  if (userId === context.userId || hasPermission(context, "PermissionsManageUsers")) return userId;
  throw requestFault(403, "INSUFFICIENT_ACCESS", "insufficient access rights on cross-reference id");
}

function checkNew(text: unknown): string {
  if (typeof text === "string" && text.length >= SHORTEST && /[a-z]/i.test(text) && /\d/.test(text)) {
    return text;
  }
  throw recordFault(
    "INVALID_NEW_PASSWORD",
    `Your password must be at least ${SHORTEST} characters long and have letters and digits.`,
  );
}
