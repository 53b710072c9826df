import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";
import type { SubscribeOptions } from "./events.js";

/** The options of a subscription, checked, with what was left out. */
export interface SubscribeSettings {
  /** -1 for what is new, -2 for all, or the replay id to begin after. */
  readonly replayFrom: number;
  readonly signal: AbortSignal | undefined;
  readonly buffer: number;
  readonly reconnectFor: number;
  readonly onReconnect: SubscribeOptions["onReconnect"];
}

const POSITIONS: Readonly<Record<string, number>> = { new: -1, all: -2 };

/** @throws SettingsError where an option is wrong */
export function subscribeSettings(options: SubscribeOptions): SubscribeSettings {
  const { replay = "new", signal, buffer = 1_000, reconnectFor = 300_000, onReconnect } = options;
  if (onReconnect !== undefined && typeof onReconnect !== "function") {
    throw wrong("onReconnect", onReconnect, "Give a function.");
  }
  return {
    replayFrom: positionOf(replay),
    signal,
    buffer: atLeast(1, buffer, "buffer"),
    reconnectFor: atLeast(0, reconnectFor, "reconnectFor"),
    onReconnect,
  };
}

function positionOf(replay: unknown): number {
  if (typeof replay === "string" && Object.hasOwn(POSITIONS, replay)) return POSITIONS[replay] ?? -1;
  if (typeof replay === "number" && Number.isSafeInteger(replay) && replay >= 0) return replay;
  throw wrong("replay", replay, 'Give "new", "all", or the `replayId` of an event: `checkpoint()` has it.');
}

function atLeast(least: number, value: unknown, option: string): number {
  if (typeof value === "number" && value >= least) return value;
  throw wrong(option, value, `Give a number from ${least} on.`);
}

function wrong(option: string, value: unknown, hint: string): SettingsError {
  return new SettingsError("settings.subscription", `\`${option}\` is ${kindOf(value)}.`, { hint });
}
