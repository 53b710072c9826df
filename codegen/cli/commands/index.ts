import type { CliCommand } from "../command.js";

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command's module: only the one that runs is loaded. */
  readonly load: () => Promise<CliCommand<never>>;
}

/** Every command, in the order the help lists them. To add one, add a row. */
export const commands: readonly CommandEntry[] = [
  {
    name: "login",
    summary: "log in to an org with the browser, for the commands that need it",
    load: async () => (await import("./login.js")).loginCommand,
  },
  {
    name: "logout",
    summary: "end a login, and forget its tokens",
    load: async () => (await import("./logout.js")).logoutCommand,
  },
  {
    name: "pull",
    summary: "describe an org into a snapshot folder, to be committed",
    load: async () => (await import("./pull.js")).pullCommand,
  },
  {
    name: "generate",
    summary: "write the typed client of a snapshot",
    load: async () => (await import("./generate.js")).generateCommand,
  },
  {
    name: "explain",
    summary: "tell what to do about an error of Salesforce, by its code",
    load: async () => (await import("./explain.js")).explainCommand,
  },
  {
    name: "mock",
    summary: "run an embedded org on a loopback port",
    load: async () => (await import("./mock.js")).mockCommand,
  },
];
