import { SettingsError } from "../../src/errors.js";

/** @throws SettingsError where the text is no port */
export function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new SettingsError("settings.port", `\`--port\` is ${JSON.stringify(text)}.`, {
    hint: "Give a number from 0 (any free port) to 65535.",
  });
}

/** Milliseconds. @throws SettingsError where the text is no number of seconds */
export function timeoutOf(text: string): number {
  const seconds = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && seconds > 0) return seconds * 1_000;
  throw new SettingsError("settings.timeout", `\`--timeout\` is ${JSON.stringify(text)}.`, {
    hint: "Give seconds above 0.",
  });
}
