import { parseQuery, type Query } from "@jetstreamapp/soql-parser-js";
import { bridgeGaps } from "./parser-gaps.js";
import { locate } from "./positions.js";
import { malformed } from "./soql-fault.js";

const MAX_LENGTH = 100_000;
/** The ways the parser's messages name the token it stumbled over. */
const FOUND = /but found(?:: '(.*?)'$| --> '(.*?)' <--|: '(.*?)'\s*$)|EOF but found: (.*)$/s;
const FAULT_OFFSET = /at offset: (\d+)/;

/** Parses a query, reporting what does not parse as Salesforce would. */
export function parseSoql(soql: string): Query {
  if (soql.length > MAX_LENGTH) {
    throw malformed(`SOQL statements cannot be longer than ${MAX_LENGTH} characters.`);
  }
  try {
    // Given options, even its own defaults, the parser builds itself anew: 40 ms a query.
    return parseQuery(soql);
  } catch (error) {
    const query = parseBridged(soql);
    if (query !== undefined) return query;
    throw syntaxFault(soql, error instanceof Error ? error.message : String(error));
  }
}

function parseBridged(soql: string): Query | undefined {
  const bridged = bridgeGaps(soql);
  if (bridged === undefined) return undefined;
  try {
    return bridged.restore(parseQuery(bridged.soql));
  } catch {
    return undefined;
  }
}

function syntaxFault(soql: string, message: string) {
  const offset = FAULT_OFFSET.exec(message)?.[1];
  if (offset !== undefined) {
    const place = { soql, offset: Number(offset) };
    return malformed(
      `line 1:${offset} no viable alternative at character '${soql.charAt(place.offset)}'`,
      place,
    );
  }
  const match = FOUND.exec(message);
  const token = (match?.slice(1).find((group) => group !== undefined) ?? "").replace(/^'(.*)'$/, "$1");
  if (token === "")
    return malformed("unexpected token: '<EOF>'", { soql, offset: Math.max(soql.length - 1, 0) });
  return malformed(`unexpected token: '${token}'`, { soql, offset: locate(soql, token) });
}
