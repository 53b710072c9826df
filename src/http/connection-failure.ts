import { ConnectionError } from "../errors.js";

/** What to do, by the code of the operating system or of the TLS layer. */
const hints: Readonly<Record<string, string>> = {
  ENOTFOUND: "There is no such host: check the name in `environment`.",
  EAI_AGAIN: "The name could not be looked up: check the network and DNS.",
  ECONNREFUSED: "Nothing listens there: check host and port in `environment`.",
  ECONNRESET: "The connection was cut: what was asked may have been done all the same.",
  UND_ERR_SOCKET: "The connection was cut: what was asked may have been done all the same.",
  UND_ERR_CONNECT_TIMEOUT: "The host cannot be reached: check the network and any proxy.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The certificate is self-signed: a proxy may sit between.",
  SELF_SIGNED_CERT_IN_CHAIN: "A proxy may sit between: let the runtime trust its certificate.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "A proxy may sit between: let the runtime trust its certificate.",
  CERT_HAS_EXPIRED: "The host's certificate has expired.",
};

/** The error for a request that got no whole answer. */
export function connectionError(url: string, cause: unknown, code = "connection"): ConnectionError {
  const reason = systemCode(cause);
  return new ConnectionError(code, `No answer from ${new URL(url).host}${reason ? ` (${reason})` : ""}.`, {
    cause,
    hint: hints[reason ?? ""],
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
