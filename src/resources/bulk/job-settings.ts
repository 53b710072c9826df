import { SettingsError } from "../../errors.js";
import { checkTimeout } from "../../settings/settings.js";
import type { JobOptions, JobSettings } from "./job-options.js";

/**
 * Checks options and fills in what was left out.
 *
 * @throws SettingsError that names the option
 */
export function jobSettings(options: JobOptions, retryTimes: number): JobSettings {
  const { signal, timeout, headers, retry = {} } = options;
  const pollMs = atLeast(0, options.pollMs ?? 500, "pollMs");
  return {
    call: {
      ...(signal !== undefined && { signal }),
      ...(timeout !== undefined && { timeout: checkTimeout(timeout, "timeout") }),
      ...(headers !== undefined && { headers }),
    },
    pollMs,
    maxPollMs: atLeast(0, options.maxPollMs ?? Math.max(30_000, pollMs), "maxPollMs"),
    jobTimeoutMs: checkTimeout(options.jobTimeout ?? Number.POSITIVE_INFINITY, "jobTimeout"),
    deleteJobs: options.deleteJobs ?? false,
    retry: {
      times: atLeast(0, retry.times ?? retryTimes, "retry.times"),
      firstDelayMs: atLeast(0, retry.firstDelayMs ?? 250, "retry.firstDelayMs"),
      maxDelayMs: atLeast(0, retry.maxDelayMs ?? 10_000, "retry.maxDelayMs"),
    },
  };
}

/** @throws SettingsError where it is no number, or less */
export function atLeast(least: number, value: number, option: string): number {
  if (typeof value === "number" && value >= least) return value;
  const kind = typeof value === "number" ? String(value) : `of type ${typeof value}`;
  throw new SettingsError("settings.number", `\`${option}\` is ${kind}.`, {
    hint: `Give a number of at least ${least}.`,
  });
}
