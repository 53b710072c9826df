import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { nameOf, toWire } from "../../http/pipeline.js";
import { errorEntries, errorOf } from "../../http/refusal.js";
import type { WireQuickActionResult, WireRecord } from "../../http/schemas.js";
import { kindOf } from "../../settings/kind-of.js";
import { type EncodeField, recordBody } from "../sobject/record-body.js";
import type { GivenArgs, QuickActionParts } from "./quick-action-parts.js";
import {
  describeQuickAction,
  listQuickActions,
  quickActionDefaults,
  runQuickAction,
} from "./quick-action-requests.js";
import type { QuickActionResult } from "./quick-actions.js";

/** Where the object is not named, nothing is known of its fields. */
const asGiven: EncodeField = (value) => value;

/** The quick actions of an object, or those of none. */
export function quickActionsOf(parts: QuickActionParts, object: string | undefined) {
  const { send, apiVersion, headers, hints, encodeOf } = parts;
  return {
    list: async (options?: CallOptions) => send(listQuickActions(object), options),
    describe: async (name: string, options?: CallOptions) => send(describeQuickAction(object, name), options),
    async defaultValues(name: string, args?: GivenArgs, options?: CallOptions): Promise<WireRecord> {
      const { target, contextId } = checkArgs(args ?? {}, ["target", "contextId"]);
      const defaults = await send(quickActionDefaults(object, name, idOf(contextId)), options);
      checkTarget(defaults, target, name);
      return defaults;
    },
    async run(name: string, args: GivenArgs, options: CallOptions = {}): Promise<QuickActionResult<string>> {
      const { target, contextId, record } = checkArgs(args, ["target", "contextId", "record"]);
      const encode = target === undefined ? asGiven : encodeOf(textOf(target, "target"));
      const id = idOf(contextId);
      const body = {
        record: recordBody(record, "record", encode),
        ...(id !== undefined && { contextId: id }),
      };
      const operation = runQuickAction(object, name, body);
      const result = await send(operation, options);
      if (result.success === true) return toResult(result);
      const entries = errorEntries(400, result.errors ?? []);
      throw errorOf(
        entries,
        { request: nameOf(toWire(operation, options, { apiVersion, headers })) },
        await hints?.(),
      );
    },
  };
}

function toResult(result: WireQuickActionResult): QuickActionResult<string> {
  const { ids, id, created, contextId, feedItemIds, successMessage } = result;
  return {
    ids: ids ?? (typeof id === "string" ? [id] : []),
    created: created === true,
    contextId: contextId ?? null,
    feedItemIds: feedItemIds ?? [],
    successMessage: successMessage ?? null,
  };
}

function checkArgs(args: unknown, names: readonly string[]): GivenArgs {
  const given = typeof args === "object" && args !== null ? args : undefined;
  const unknown = Object.keys(given ?? {}).find((name) => !names.includes(name));
  if (given !== undefined && unknown === undefined) return given;
  const problem = unknown === undefined ? `\`args\` is ${kindOf(args)}.` : `\`${unknown}\` is not known.`;
  throw wrong(problem, `Give { ${names.join(", ")} }.`);
}

function idOf(contextId: unknown): string | undefined {
  return contextId === undefined ? undefined : textOf(contextId, "contextId");
}

function textOf(value: unknown, name: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw wrong(`\`${name}\` is ${value === "" ? "empty" : kindOf(value)}.`, "Give text, or leave it out.");
}

/** The types say that the defaults are of the target. */
function checkTarget({ attributes }: WireRecord, target: unknown, name: string): void {
  const { type } = (attributes ?? {}) as { type?: unknown };
  if (target === undefined || type === target) return;
  throw wrong(
    `The quick action ${JSON.stringify(name)} does not write ${String(target)}.`,
    typeof type === "string" ? `Its \`target\` is ${JSON.stringify(type)}.` : "Leave `target` out.",
  );
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.quick-action", message, { hint });
}
