import { DecodeError } from "../../errors.js";
import type { ReviveBody } from "../../http/pipeline.js";
import type { BayeuxMessage } from "./bayeux/message.js";
import type { ChannelName } from "./channel-name.js";
import { flatFields } from "./flat-fields.js";

type JsonObject = Readonly<Record<string, unknown>>;

/** What is read of every message. */
export interface ReadEvent {
  readonly channel: string;
  readonly replayId: number;
  readonly raw: unknown;
}

/** The place of a message in its stream; -1, which stands for what is new, where the server does not say. */
export function replayIdOf({ data }: BayeuxMessage): number {
  const { event } = objectOr(data);
  const { replayId } = objectOr(event);
  return typeof replayId === "number" ? replayId : -1;
}

/**
 * The event of a message, with the values of its fields decoded.
 *
 * @throws DecodeError where it is none
 */
export async function readEvent(
  message: BayeuxMessage,
  { carries, object }: ChannelName,
  revive: ReviveBody | undefined,
): Promise<ReadEvent> {
  const { channel, data } = message;
  const event = { channel, replayId: replayIdOf(message), raw: data };
  if (carries === "others") return event;
  const { payload, event: about } = objectOr(data);
  if (!isObject(payload)) throw noEvent(channel, "payload");
  if (carries === "changes") return readChange(event, payload, revive);
  const { EventUuid } = objectOr(about);
  const own = {
    ...payload,
    ReplayId: String(event.replayId),
    ...(EventUuid !== undefined && { EventUuid }),
  };
  return { ...event, ...{ fields: await decoded(own, object, revive) } };
}

async function readChange(event: ReadEvent, payload: JsonObject, revive: ReviveBody | undefined) {
  const { ChangeEventHeader: header, ...values } = payload;
  if (!isObject(header) || typeof header.entityName !== "string") {
    throw noEvent(event.channel, "ChangeEventHeader");
  }
  const { entityName: object } = header;
  return { ...event, object, header, fields: await decoded(flatFields(values), object, revive) };
}

/** Records say in their `attributes` of what object they are: by that their values are decoded. */
async function decoded(
  values: JsonObject,
  object: string | undefined,
  revive: ReviveBody | undefined,
): Promise<JsonObject> {
  if (revive === undefined || object === undefined) return values;
  const record = { attributes: { type: object }, ...values };
  await revive(record);
  const { attributes: _, ...fields } = record;
  return fields;
}

function noEvent(channel: string, missing: string): DecodeError {
  return new DecodeError("decode.event", `A message of ${channel} has no ${missing}.`, {
    hint: "Its `replayId` is not read past: a new subscription would get it again, so give another `replay`.",
  });
}

function objectOr(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
