import { randomBytes } from "node:crypto";
import { findCommand, type ProcessEnvironment } from "../find-command.js";
import { type CommandRun, runCommand } from "../run-command.js";

/** A keychain that waits for a person who is not there counts as none. */
const TIMEOUT_MS = 5_000;

interface Call {
  readonly args: readonly string[];
  readonly input?: string;
}

/** The command of a platform that keeps secrets for the user. */
interface KeychainCommand {
  readonly name: string;
  readonly read: Call;
  /** The secret stands in the input: others of the machine can read arguments. */
  readonly write: (secret: string) => Call;
  /** Whether a failed read says that nothing is kept, and not that the keychain does not work. */
  readonly isNothing: (run: CommandRun) => boolean;
}

const keychains: Partial<Record<NodeJS.Platform, KeychainCommand>> = {
  linux: {
    name: "secret-tool",
    read: { args: ["lookup", "service", "orgtype", "account", "token-files"] },
    write: (secret) => ({
      args: ["store", "--label=orgtype token files", "service", "orgtype", "account", "token-files"],
      input: secret,
    }),
    isNothing: ({ code, stderr }) => code === 1 && stderr === "",
  },
  darwin: {
    name: "security",
    read: { args: ["find-generic-password", "-s", "orgtype", "-a", "token-files", "-w"] },
    write: (secret) => ({
      args: ["-i"],
      input: `add-generic-password -U -s orgtype -a token-files -w ${secret}\n`,
    }),
    // errSecItemNotFound
    isNothing: ({ code }) => code === 44,
  },
};

/** The key kept in the OS keychain; undefined where there is no keychain that works, or no key in it. */
export async function readKeychain(environment: ProcessEnvironment): Promise<string | undefined> {
  const keychain = await openKeychain(environment);
  return keychain === undefined ? undefined : secretIn(await keychain.run(keychain.command.read));
}

/** As `readKeychain`, but makes a random key and keeps it where there is none. */
export async function keyOfKeychain(environment: ProcessEnvironment): Promise<string | undefined> {
  const keychain = await openKeychain(environment);
  if (keychain === undefined) return undefined;
  const { command, run } = keychain;
  const first = await run(command.read);
  const kept = secretIn(first);
  if (kept !== undefined || !command.isNothing(first)) return kept;
  await run(command.write(randomBytes(32).toString("base64url")));
  // Read again: only what can be read back later may encrypt, and another process may have been faster.
  return secretIn(await run(command.read));
}

async function openKeychain(environment: ProcessEnvironment) {
  const command = keychains[process.platform];
  if (command === undefined) return undefined;
  const path = await findCommand(command.name, environment);
  if (path === undefined) return undefined;
  const run = ({ args, input = "" }: Call) =>
    runCommand(path, args, { environment, timeoutMs: TIMEOUT_MS, input });
  return { command, run };
}

function secretIn({ code, stdout }: CommandRun): string | undefined {
  return code === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
}
