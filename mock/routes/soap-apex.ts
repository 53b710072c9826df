import { type AnonymousApexResult, runAnonymous } from "../apex/anonymous-apex.js";
import type { Answer } from "../http/call.js";
import { ApiFault, requestFault } from "../http/fault.js";
import { elementText, escapeXml } from "../http/xml.js";
import { requireSession } from "../oauth/session-user.js";
import type { OrgContext } from "../org-context.js";
import type { Route, RoutedCall } from "./route.js";

/** `executeAnonymous` of the SOAP API for Apex: the session stands in the envelope. */
export const soapApex: Route = {
  path: "/services/Soap/s/{number}",
  open: true,
  alone: true,
  methods: {
    POST: (call, context) => {
      try {
        return answerSoap(call, context);
      } catch (error) {
        if (error instanceof ApiFault) return fault(error);
        throw error;
      }
    },
  },
};

function answerSoap(call: RoutedCall, context: OrgContext): Answer {
  const envelope = call.text();
  const { userId } = sessionOf(envelope, context);
  if (!context.limits.count()) {
    throw requestFault(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }
  const code = elementText(envelope, "String");
  if (code === undefined || !/<(?:\w+:)?executeAnonymous[\s>]/.test(envelope)) {
    throw requestFault(500, "UNSUPPORTED_OPERATION", "The embedded org knows executeAnonymous only.");
  }
  const operation = `/services/Soap/s/${call.params.number}`;
  const { result, log } = runAnonymous(context.as(userId), code, operation);
  const hasLog = /<(?:\w+:)?DebuggingHeader[\s/>]/.test(envelope);
  const header = hasLog
    ? `<soapenv:Header><DebuggingInfo><debugLog>${escapeXml(log)}</debugLog></DebuggingInfo></soapenv:Header>`
    : "";
  const body = `<executeAnonymousResponse><result>${fields(result)}</result></executeAnonymousResponse>`;
  return xml(200, `${header}<soapenv:Body>${body}</soapenv:Body>`);
}

function sessionOf(envelope: string, context: OrgContext) {
  const token = elementText(envelope, "sessionId") ?? "";
  try {
    return requireSession(new Headers({ Authorization: `Bearer ${token}` }), context);
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    throw requestFault(
      500,
      "INVALID_SESSION_ID",
      "Invalid Session ID found in SessionHeader: Illegal Session.",
    );
  }
}

function fields(result: AnonymousApexResult): string {
  return Object.entries(result)
    .map(([name, value]) =>
      value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeXml(String(value))}</${name}>`,
    )
    .join("");
}

function fault({ entries: [first] }: ApiFault): Answer {
  const { errorCode = "UNKNOWN_EXCEPTION", message = "" } = first ?? {};
  const text = `<faultcode>sf:${errorCode}</faultcode><faultstring>${errorCode}: ${escapeXml(message)}</faultstring>`;
  return xml(500, `<soapenv:Body><soapenv:Fault>${text}</soapenv:Fault></soapenv:Body>`);
}

function xml(status: number, content: string): Answer {
  const data =
    `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ` +
    `xmlns="http://soap.sforce.com/2006/08/apex" xmlns:sf="http://soap.sforce.com/2006/08/apex/fault" ` +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${content}</soapenv:Envelope>`;
  return { status, headers: {}, content: { type: "text/xml;charset=UTF-8", data } };
}
