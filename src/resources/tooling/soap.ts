/** How SOAP says no. */
export interface SoapFault {
  /** As `"INVALID_SESSION_ID"`. */
  readonly code: string;
  readonly message: string;
}

/** The fault that an answer is; undefined where it is none. */
export function soapFault(text: string): SoapFault | undefined {
  const code = text.trimStart().startsWith("<") ? elementText(text, "faultcode") : undefined;
  if (code === undefined) return undefined;
  const name = code.slice(code.indexOf(":") + 1);
  const message = elementText(text, "faultstring") ?? "no message given";
  return { code: name, message: message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message };
}

/** The text of the first element of a name, whatever its prefix; undefined where it is empty or not there. */
export function elementText(xml: string, name: string): string | undefined {
  const found = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1];
  return found === undefined || found === "" ? undefined : unescaped(found);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // Else a reader of XML makes a line feed of it.
  "\r": "&#13;",
};

/** Text as it stands in XML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name = "") => {
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return Number.isNaN(code) ? (NAMED[name] ?? whole) : String.fromCodePoint(code);
    },
  );
}
