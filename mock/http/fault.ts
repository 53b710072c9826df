/** One entry of Salesforce's error list. DML errors carry `fields`; errors about the request do not. */
export interface FaultEntry {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** A refusal on its way to the caller: the HTTP status and the entries of the answer's body. */
export class ApiFault extends Error {
  readonly status: number;
  readonly entries: readonly FaultEntry[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, entries: readonly FaultEntry[], headers: Record<string, string> = {}) {
    super(entries.map((entry) => `${entry.errorCode}: ${entry.message}`).join("; "));
    this.name = "ApiFault";
    this.status = status;
    this.entries = entries;
    this.headers = headers;
  }
}

/** A refusal of the request itself: no `fields`. */
export function requestFault(status: number, errorCode: string, message: string): ApiFault {
  return new ApiFault(status, [{ errorCode, message }]);
}

/** A refusal of a record's values, with status 400. */
export function recordFault(errorCode: string, message: string, fields: readonly string[] = []): ApiFault {
  return new ApiFault(400, [{ message, errorCode, fields }]);
}

/** No such resource, object or record. */
export function notFound(): ApiFault {
  return requestFault(404, "NOT_FOUND", "The requested resource does not exist");
}

/** The last path segment is neither an id nor an external id field. */
export function noSuchExternalIdField(name: string): ApiFault {
  return requestFault(
    404,
    "NOT_FOUND",
    `Provided external ID field does not exist or is not accessible: ${name}`,
  );
}

export function noSuchColumn(column: string, object: string): ApiFault {
  return requestFault(400, "INVALID_FIELD", `No such column '${column}' on sobject of type ${object}`);
}

export function jsonParserError(message: string): ApiFault {
  return requestFault(400, "JSON_PARSER_ERROR", message);
}

/** The refusal of a method that a resource does not have, with those it has. */
export function notAllowed(methods: readonly string[], method: string): ApiFault {
  const allowed = [...(methods.includes("GET") ? ["HEAD"] : []), ...methods].join(",");
  const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed}`;
  return new ApiFault(405, [{ message, errorCode: "METHOD_NOT_ALLOWED" }], { Allow: allowed });
}
