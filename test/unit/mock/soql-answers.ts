import { expect } from "vitest";
import type { ApiAnswer } from "./api.js";

/** A query and the values of its rows. One value a row is written without brackets. */
export type AnsweredQuery = [soql: string, rows: unknown[]];

/** A row as the list of its values: parents and children as lists inside. */
function values(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  if ("records" in row && Array.isArray(row.records)) return row.records.map(values);
  return Object.entries(row)
    .filter(([key]) => key !== "attributes")
    .map(([, value]) => values(value));
}

/** Fails unless a query was answered with just these rows, in this order. */
export function expectAnswer({ status, body }: ApiAnswer, expected: readonly unknown[]): void {
  expect({ status, body: status === 200 ? undefined : body }).toEqual({ status: 200, body: undefined });
  const rows = (body.records as unknown[]).map(values);
  expect(
    rows.map((row) => (Array.isArray(row) && row.length === 1 && !Array.isArray(row[0]) ? row[0] : row)),
  ).toEqual(expected);
  expect(body).toMatchObject({ totalSize: expected.length, done: true });
}
