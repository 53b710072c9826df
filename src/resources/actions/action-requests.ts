import { DecodeError, SettingsError } from "../../errors.js";
import { type Operation, operation } from "../../http/operation.js";
import type { ActionDescribe, WireActionResult, WireActionSummary } from "../../http/schemas.js";
import type { ListedAction } from "./invocable-actions.js";

/** The parts of an action's name: its kind, and one name, or that of an object and one. */
type NameParts =
  | readonly [kind: string, name: string]
  | readonly [kind: string, sobject: string, name: string];

/** @throws SettingsError where it is no name of an action */
function partsOf(action: unknown): NameParts {
  const parts = typeof action === "string" ? action.split("/") : [];
  const most = parts[0] === "standard" ? 2 : 3;
  if (parts.length >= 2 && parts.length <= most) return parts as unknown as NameParts;
  throw new SettingsError("settings.action", `${named(action)} is no name of an action.`, {
    hint: 'Give kind and name, as "flow/Discount_Calculator", "standard/emailSimple" or "emailAlert/Account/Welcome".',
  });
}

function named(action: unknown): string {
  return typeof action === "string"
    ? JSON.stringify(action.slice(0, 80))
    : `\`name\` of type ${typeof action}`;
}

/** `POST /actions/{kind}/{name}`. Nobody knows whether doing it twice is the same as once. */
export function runAction(action: string, inputs: readonly object[]): Operation<WireActionResult[]> {
  const [kind, first, second] = partsOf(action);
  const body = { inputs: inputs as Record<string, unknown>[] };
  const decode = (results: WireActionResult[]) => resultsFor(inputs.length, results);
  if (kind === "standard") {
    return operation("post", "/actions/standard/{name}", { path: { name: first }, body }, decode);
  }
  if (second === undefined) {
    const path = { type: kind, name: first };
    return operation("post", "/actions/custom/{type}/{name}", { path, body }, decode);
  }
  const path = { type: kind, sobject: first, name: second };
  return operation("post", "/actions/custom/{type}/{sobject}/{name}", { path, body }, decode);
}

function resultsFor(expected: number, body: unknown): WireActionResult[] {
  // One result stands without a list in what Salesforce shows of early versions.
  const results: unknown[] = Array.isArray(body) ? body : [body];
  if (results.length === expected && results.every(isResult)) return results;
  throw new DecodeError("decode.action", `Salesforce did not answer for each of ${expected} inputs.`, {
    hint: "For which of them the action was run is not known.",
  });
}

/** Whether a value says what became of one input. */
export function isResult(value: unknown): value is WireActionResult {
  return typeof (value as { isSuccess?: unknown } | null | undefined)?.isSuccess === "boolean";
}

/** `GET /actions/{kind}/{name}`. */
export function describeAction(action: string): Operation<ActionDescribe> {
  const [kind, first, second] = partsOf(action);
  if (kind === "standard") return operation("get", "/actions/standard/{name}", { path: { name: first } });
  if (second === undefined) {
    return operation("get", "/actions/custom/{type}/{name}", { path: { type: kind, name: first } });
  }
  const path = { type: kind, sobject: first, name: second };
  return operation("get", "/actions/custom/{type}/{sobject}/{name}", { path });
}

/** `GET /actions/standard`, `GET /actions/custom/{type}`. */
export function listActions(kind: string): Operation<ListedAction[]> {
  const decode = ({ actions }: { actions: WireActionSummary[] }) =>
    actions.map((action) => listedAction(kind, action));
  if (kind === "standard") return operation("get", "/actions/standard", {}, decode);
  return operation("get", "/actions/custom/{type}", { path: { type: kind } }, decode);
}

/** `GET /actions/custom`. */
export function listTypes(): Operation<string[]> {
  return operation("get", "/actions/custom", {}, (types) => Object.keys(types));
}

function listedAction(kind: string, { name, label, type, url }: WireActionSummary): ListedAction {
  // The path has the object that an email alert or quick action is of.
  const path = /\/actions\/(?:custom\/)?(.+)$/.exec(url ?? "")?.[1];
  return { name: path ?? `${kind}/${name}`, label, type };
}
