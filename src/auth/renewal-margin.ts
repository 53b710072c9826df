import { SettingsError } from "../errors.js";

/** Renewal before the session ends. */
export interface RenewAhead {
  /** Milliseconds before the end of the session. Default: 300,000. */
  marginMs?: number;
}

/** @throws SettingsError where the margin is no number of milliseconds */
export function marginOf({ marginMs = 300_000 }: RenewAhead): number {
  if (typeof marginMs === "number" && marginMs >= 0) return marginMs;
  throw new SettingsError("settings.number", "`renewAhead.marginMs` is no number of at least 0.", {
    hint: "Give milliseconds, or leave it out.",
  });
}
