import type { ObjectInfo } from "../catalog/object-info.js";
import { type Answer, json } from "../http/call.js";
import type { Created } from "./create.js";
import type { RoutedCall } from "./route.js";

/** The first version that answers an upsert of an existing record with a body. */
const UPSERT_BODY_SINCE = 46;

export function recordUrl(call: RoutedCall, object: ObjectInfo, id: string): string {
  return `${call.dataPath}/sobjects/${object.name}/${id}`;
}

export function createdAnswer(call: RoutedCall, object: ObjectInfo, { id, errors }: Created): Answer {
  return json({ id, success: true, errors }, 201, { Location: recordUrl(call, object, id) });
}

export function upsertedAnswer(call: RoutedCall, object: ObjectInfo, id: string, created: boolean): Answer {
  const headers = { Location: recordUrl(call, object, id) };
  if (Number(call.version) >= UPSERT_BODY_SINCE) {
    return json({ id, success: true, errors: [], created }, created ? 201 : 200, headers);
  }
  return created ? json({ id, success: true, errors: [] }, 201, headers) : { status: 204, headers };
}
