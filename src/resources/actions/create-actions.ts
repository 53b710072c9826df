import type { ApiError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { createSend, type Handler, nameOf, type SendSettings, toWire } from "../../http/pipeline.js";
import { errorEntries, errorOf } from "../../http/refusal.js";
import type { WireActionResult } from "../../http/schemas.js";
import { sendInParts } from "../../http/send-in-parts.js";
import { takingResults } from "../../http/taking-results.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import type { Outcome } from "../composite/composite-client.js";
import { checkList } from "../sobject/check-list.js";
import { type EncodeField, recordBody } from "../sobject/record-body.js";
import { describeAction, isResult, listActions, listTypes, runAction } from "./action-requests.js";
import { encodeInputs, type RecordEncoder } from "./encode-inputs.js";

/** As many inputs as Salesforce runs an action for at a time. */
const LARGEST_RUN = 200;

type Outputs = Record<string, unknown>;

/** What actions are run with. */
export interface ActionParts extends SendSettings {
  readonly handler: Handler;
  readonly metadata: OrgMetadata;
  /** Encodes the fields of an object. */
  readonly encodeOf: (name: string) => EncodeField;
}

/** Runs, lists and describes actions. */
export function createInvocableActions(parts: ActionParts) {
  const { handler, metadata, encodeOf, apiVersion, headers, revive, hints } = parts;
  const settings: SendSettings = { apiVersion, headers, revive, hints };
  const send = createSend(handler, settings);
  const sendRun = createSend(takingResults(handler, isResult), settings);
  const encode: RecordEncoder = (object, record, place) =>
    Object.hasOwn(metadata, object) ? recordBody(record, place, encodeOf(object)) : undefined;

  /** What became of each of the inputs of one request. */
  async function runTogether(
    name: string,
    inputs: readonly object[],
    options: CallOptions,
  ): Promise<Outcome<Outputs>[]> {
    const operation = runAction(name, inputs);
    const results = await sendRun(operation, options);
    const request = nameOf(toWire(operation, options, settings));
    return Promise.all(results.map((result) => outcomeOf(result, request, settings)));
  }

  return {
    async run(name: string, inputs: unknown, options: CallOptions = {}): Promise<Outputs> {
      const [outcome] = await runTogether(name, [encodeInputs(inputs, "inputs", encode)], options);
      if (outcome?.success === true) return outcome.value;
      throw outcome?.error;
    },
    async runMany(name: string, inputs: readonly unknown[], options: CallOptions = {}) {
      const encoded = checkList(inputs, "inputs").map((each, index) =>
        encodeInputs(each, `inputs[${index}]`, encode),
      );
      return sendInParts(encoded, LARGEST_RUN, (part) => runTogether(name, part, options), options);
    },
    async list(kind?: string, options: CallOptions = {}) {
      if (kind !== undefined) return send(listActions(kind), options);
      const kinds = ["standard", ...(await send(listTypes(), options))];
      return (await Promise.all(kinds.map((each) => send(listActions(each), options)))).flat();
    },
    describe: async (name: string, options: CallOptions = {}) => send(describeAction(name), options),
  };
}

async function outcomeOf(
  { isSuccess, outputValues, errors }: WireActionResult,
  request: string,
  { hints }: SendSettings,
): Promise<Outcome<Outputs, ApiError>> {
  if (isSuccess) return { success: true, value: outputValues ?? {} };
  const entries = errors?.length ? errorEntries(400, errors) : [];
  return { success: false, error: errorOf(entries, { request }, await hints?.()) };
}
