import { ConnectionError } from "../errors.js";

/** What to do, by the code of the operating system or of the TLS layer. */
const hints: readonly (readonly [code: RegExp, hint: string])[] = [
  [/^ENOTFOUND$/, "There is no such host: check the name in `environment`."],
  [/^EAI_AGAIN$/, "The name could not be looked up: check the network and DNS."],
  [/^ECONNREFUSED$/, "Nothing listens there: check host and port in `environment`."],
  [
    /^(ECONNRESET|UND_ERR_SOCKET)$/,
    "The connection was cut: what was asked may have been done all the same.",
  ],
  [/^UND_ERR_CONNECT_TIMEOUT$/, "The host cannot be reached: check the network and any proxy."],
  [/CERT_|SELF_SIGNED|LEAF_SIGNATURE/, "The certificate is not trusted: a proxy may sit between."],
];

/** The error for a request that got no whole answer. */
export function connectionError(url: string, cause: unknown, code = "connection"): ConnectionError {
  const reason = systemCode(cause);
  return new ConnectionError(code, `No answer from ${new URL(url).host}${reason ? ` (${reason})` : ""}.`, {
    cause,
    hint: reason && hints.find(([code]) => code.test(reason))?.[1],
  });
}

/** The first code on the chain of causes: runtimes wrap it. */
function systemCode(error: unknown): string | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    const { code } = current as { code?: unknown };
    if (typeof code === "string") return code;
    current = current.cause;
  }
  return undefined;
}
