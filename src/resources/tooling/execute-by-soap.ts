import { DecodeError, SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { nothing, type Operation } from "../../http/operation.js";
import {
  createSend,
  type Handler,
  nameOf,
  type Send,
  type SendSettings,
  type TokenBody,
} from "../../http/pipeline.js";
import { errorOf } from "../../http/refusal.js";
import type { AnonymousApexOptions, ApexOutcome } from "./anonymous-apex.js";
import { type AnonymousApexResult, outcomeOf } from "./anonymous-result.js";
import { elementText, escaped, type SoapFault, soapFault } from "./soap.js";

interface Channel {
  readonly handler: Handler;
  readonly send: Send;
  readonly settings: SendSettings;
}

interface Code {
  readonly code: string;
  /** What is to be in the log. */
  readonly wanted: NonNullable<AnonymousApexOptions["log"]>;
}

const CATEGORIES =
  "All Apex_code Apex_profiling Callout Db Nba System Validation Visualforce Wave Workflow".split(" ");
const LEVELS = "None Error Warn Info Debug Fine Finer Finest".split(" ");

/**
 * Runs Apex by `executeAnonymous` of the SOAP API for Apex, `POST /services/Soap/s/{version}`: its body takes code of
 * any length, and its answer has the log.
 */
export async function executeBySoap(channel: Channel, code: Code, call: CallOptions): Promise<ApexOutcome> {
  const { settings } = channel;
  const sendSoap = createSend(takingFaults(channel.handler), settings);
  const asked = soapCall(code, settings.apiVersion);
  let answer = await sendSoap(asked, call);
  if (isFault(answer) && answer.code === "INVALID_SESSION_ID") {
    // SOAP says so in the answer's body, where no layer looks: what REST is asked renews the session.
    await channel.send(resources, call);
    answer = await sendSoap(asked, call);
  }
  if (!isFault(answer)) return answer;
  const entry = { errorCode: answer.code, message: answer.message, fields: [] };
  throw errorOf([entry], { status: 500, request: nameOf(asked) }, await settings.hints?.());
}

const resources: Operation<void> = { method: "GET", path: "/", repeatable: true, decode: nothing };

/** A fault comes with the status 500: it is the answer here. */
function takingFaults(handler: Handler): Handler {
  return async (request, ending) => {
    const answer = await handler(request, ending);
    return soapFault(answer.text) === undefined ? answer : { ...answer, status: 200 };
  };
}

function soapCall({ code, wanted }: Code, apiVersion: string): Operation<ApexOutcome | SoapFault> {
  const header = wanted === false ? "" : debuggingHeader(wanted);
  const makeBody = ({ accessToken }: { readonly accessToken: string }) =>
    envelope(`<SessionHeader><sessionId>${escaped(accessToken)}</sessionId></SessionHeader>${header}`, code);
  return {
    method: "POST",
    path: `/services/Soap/s/${apiVersion}`,
    body: Object.assign(makeBody, { isOnce: false as const }) satisfies TokenBody,
    contentType: "text/xml; charset=utf-8",
    headers: { accept: "text/xml", soapaction: '""' },
    repeatable: false,
    decode: (_, { text = "" }) => soapFault(text) ?? outcomeIn(text),
  };
}

function envelope(header: string, code: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/08/apex">' +
    `<env:Header>${header}</env:Header>` +
    `<env:Body><executeAnonymous><String>${escaped(code)}</String></executeAnonymous></env:Body></env:Envelope>`
  );
}

function debuggingHeader(wanted: true | Readonly<Record<string, string | undefined>>): string {
  const levels = wanted === true ? { Apex_code: "Debug", Db: "Info", System: "Debug" } : wanted;
  const categories = Object.entries(levels).flatMap(([category, level]) => {
    if (level === undefined) return [];
    if (!CATEGORIES.includes(category)) throw wrong(`log.${category}`, "no category", CATEGORIES);
    if (!LEVELS.includes(level)) throw wrong(`log.${category}`, "no level", LEVELS);
    return `<categories><category>${category}</category><level>${level}</level></categories>`;
  });
  return `<DebuggingHeader>${categories.join("")}</DebuggingHeader>`;
}

function outcomeIn(text: string): ApexOutcome {
  const number = (name: string) => Number(elementText(text, name) ?? -1);
  const success = elementText(text, "success");
  if (success === undefined) {
    throw new DecodeError("decode.soap", "The answer is none of executeAnonymous.", {
      hint: "Whether the code was run is not known.",
    });
  }
  const result: AnonymousApexResult = {
    success: success === "true",
    compiled: elementText(text, "compiled") === "true",
    line: number("line"),
    column: number("column"),
    compileProblem: elementText(text, "compileProblem") ?? null,
    exceptionMessage: elementText(text, "exceptionMessage") ?? null,
    exceptionStackTrace: elementText(text, "exceptionStackTrace") ?? null,
  };
  return outcomeOf(result, elementText(text, "debugLog"));
}

function isFault(answer: ApexOutcome | SoapFault): answer is SoapFault {
  return !("success" in answer);
}

function wrong(option: string, what: string, known: readonly string[]): SettingsError {
  return new SettingsError("settings.apex", `\`${option}\` is ${what}.`, {
    hint: `Give one of ${known.join(", ")}.`,
  });
}
