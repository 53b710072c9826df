import { spawn } from "node:child_process";
import { SettingsError } from "../../index.js";
import { findCommand, type ProcessEnvironment } from "../find-command.js";

interface Opener {
  readonly name: string;
  readonly args: (url: string) => readonly string[];
}

/** None of them is a shell: a URL has characters that shells read. */
const openers: Partial<Record<NodeJS.Platform, Opener>> = {
  darwin: { name: "open", args: (url) => [url] },
  win32: { name: "rundll32", args: (url) => ["url.dll,FileProtocolHandler", url] },
};
const freedesktop: Opener = { name: "xdg-open", args: (url) => [url] };

/** An opener that still runs after so many milliseconds has found a browser, and may run as long as it does. */
const PATIENCE_MS = 2_000;

/**
 * Opens a page in the person's browser.
 *
 * @throws SettingsError where there is none
 */
export async function openBrowser(url: string, environment: ProcessEnvironment): Promise<void> {
  const { name, args } = openers[process.platform] ?? freedesktop;
  const path = await findCommand(name, environment);
  if (path !== undefined && (await starts(path, args(url), environment))) return;
  throw new SettingsError("settings.browser", "No browser could be opened.", {
    hint: "Open the login's URL yourself: `--no-browser` prints it, loopbackLogin gives it to `onUrl`.",
  });
}

function starts(path: string, args: readonly string[], environment: ProcessEnvironment): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { env: { ...environment }, stdio: "ignore", detached: true });
    const timer = setTimeout(() => resolve(true), PATIENCE_MS);
    const end = (isOpen: boolean) => {
      clearTimeout(timer);
      resolve(isOpen);
    };
    child.once("error", () => end(false));
    child.once("exit", (code) => end(code === 0));
    child.unref();
  });
}
