import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { type Operation, operation } from "../../http/operation.js";
import type { Handler, Send, SendSettings } from "../../http/pipeline.js";
import { kindOf } from "../../settings/kind-of.js";
import type { AnonymousApexOptions, ApexOutcome, ApexRun } from "./anonymous-apex.js";
import { type AnonymousApexResult, outcomeOf } from "./anonymous-result.js";
import { FailedApex } from "./apex-error.js";
import { executeBySoap } from "./execute-by-soap.js";

/** As much code as goes into a URL, percent-encoded: 16,384 bytes are for URL and headers together. */
const LONGEST_IN_URL = 11_000;

type Options = AnonymousApexOptions & { readonly as?: "outcome" | "run" };

export function createExecuteAnonymous(handler: Handler, send: Send, settings: SendSettings) {
  return async (code: string, options: Options = {}): Promise<ApexRun | ApexOutcome> => {
    const { as = "run", log: wanted = false, ...call } = options;
    checkArguments(code, as, wanted);
    const isLong = encodeURIComponent(code).length > LONGEST_IN_URL;
    const outcome =
      wanted !== false || isLong
        ? await executeBySoap({ handler, send, settings }, { code, wanted }, call)
        : await executeByRest(send, code, call);
    if (as === "outcome") return outcome;
    if (outcome.success) return { log: outcome.log };
    throw new FailedApex(outcome);
  };
}

async function executeByRest(send: Send, code: string, call: CallOptions): Promise<ApexOutcome> {
  return outcomeOf(await send(executeAnonymous(code), call));
}

/** `GET /tooling/executeAnonymous`. Nobody knows whether doing it twice is the same as once. */
function executeAnonymous(anonymousBody: string): Operation<AnonymousApexResult> {
  return operation("get", "/tooling/executeAnonymous", { query: { anonymousBody }, repeatable: false });
}

function checkArguments(code: unknown, as: unknown, log: unknown): void {
  if (typeof code !== "string" || code.trim() === "") {
    throw wrong(`\`code\` is ${typeof code === "string" ? "empty" : kindOf(code)}.`, "Give Apex statements.");
  }
  // XML has no way to write them, nor has UTF-8 halves of characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(code)) {
    throw wrong("`code` holds a character that cannot be sent.", "Write it as \\uXXXX in the Apex text.");
  }
  if (as !== "run" && as !== "outcome")
    throw wrong(`\`as\` is ${kindOf(as)}.`, 'Give "outcome", or leave it out.');
  if (typeof log === "boolean" || (typeof log === "object" && log !== null)) return;
  throw wrong(`\`log\` is ${kindOf(log)}.`, 'Give true, or levels by category, as { Apex_code: "Finest" }.');
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.apex", message, { hint });
}
