import { type ApiFault, requestFault } from "../http/fault.js";

const EXCERPT_BEFORE = 40;
const EXCERPT_AFTER = 60;

/** Where in the text of a query something is wrong; undefined where that is not known. */
export interface Place {
  readonly soql: string;
  readonly offset: number | undefined;
}

/** A refused query, with Salesforce's picture of the place. */
export function soqlFault(errorCode: string, message: string, place?: Place): ApiFault {
  return requestFault(400, errorCode, place === undefined ? message : picture(place) + message);
}

export function malformed(message: string, place?: Place): ApiFault {
  return soqlFault("MALFORMED_QUERY", message, place);
}

/** Correct SOQL that this org cannot evaluate: refused, since a wrong answer would be worse. */
export function notEvaluated(what: string): ApiFault {
  return malformed(`The embedded org does not evaluate ${what} yet.`);
}

/** An unknown column, in the words a query answers (an object's resource has others). */
export function noSuchColumnInQuery(column: string, entity: string, place: Place): ApiFault {
  const message =
    `No such column '${column}' on entity '${entity}'. If you are attempting to use a custom field, be sure to ` +
    "append the '__c' after the custom field name. Please reference your WSDL or the describe call for the " +
    "appropriate names.";
  return soqlFault("INVALID_FIELD", message, place);
}

export function noSuchRelationship(name: string, place: Place): ApiFault {
  const message =
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, ` +
    "be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe " +
    "call for the appropriate names.";
  return soqlFault("INVALID_FIELD", message, place);
}

function picture({ soql, offset }: Place): string {
  if (offset === undefined) return "";
  const before = soql.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const row = before.split("\n").length;
  const column = offset - lineStart + 1;
  const from = Math.max(lineStart, wordStart(soql, offset - EXCERPT_BEFORE));
  const line = soql.slice(from, offset + EXCERPT_AFTER).split("\n")[0] ?? "";
  return `\n${line}\n${" ".repeat(offset - from)}^\nERROR at Row:${row}:Column:${column}\n`;
}

/** The beginning of the word at or after a place, so that an excerpt starts with a whole word. */
function wordStart(soql: string, offset: number): number {
  if (offset <= 0) return 0;
  const space = soql.indexOf(" ", offset);
  return space < 0 ? offset : space + 1;
}

/** A subquery over a child relationship that the object does not have. */
export function noSuchChildRelationship(name: string, place: Place): ApiFault {
  const message =
    `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom ` +
    "relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or " +
    "the describe call for the appropriate names.";
  return soqlFault("INVALID_TYPE", message, place);
}
