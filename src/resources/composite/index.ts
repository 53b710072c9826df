import { type ApiError, SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import { apiError, errorEntries, resultOf, succeeded } from "../../http/decode.js";
import type { Operation } from "../../http/operation.js";
import { fullPath, type Send } from "../../http/pipeline.js";
import type { FieldKinds } from "../../values/encode-record.js";
import { createRecord } from "../sobject/create.js";
import { deleteRecord } from "../sobject/delete.js";
import { keyText } from "../sobject/key-text.js";
import { retrieveRecord } from "../sobject/retrieve.js";
import { updateRecord } from "../sobject/update.js";
import { upsertRecord } from "../sobject/upsert.js";
import type { RunComposite } from "./composite-client.js";
import { createReferences, type References } from "./references.js";
import {
  compositeRequest,
  graphRequest,
  LARGEST_COMPOSITE,
  LARGEST_GRAPH,
  type SubAnswer,
} from "./requests.js";

/** A request of the plan, and where its answer goes. */
interface Step {
  readonly referenceId: string;
  readonly operation: Operation<unknown>;
}

/** What a plan is given for each object, as run time sees it. */
interface PlannedObject {
  create(record: unknown): object;
  update(id: string, changes: unknown): object;
  upsert(field: string, value: unknown, record: unknown): object;
  delete(id: string): object;
  retrieve(id: string, options: { fields: readonly string[] }): object;
}

type Options = CallOptions & { readonly allOrNone?: boolean };

/**
 * @param accessors makes the objects of the org properties of the plan
 * @param kindsOf tells of an object's fields; throws where the generated client does not hold it
 */
export function createComposite<S>(
  send: Send,
  apiVersion: string,
  accessors: object,
  kindsOf: (object: string) => FieldKinds,
): RunComposite<S> {
  return (async (plan: (c: object) => unknown, { allOrNone = true, ...options }: Options = {}) => {
    const steps = new Map<object, Step>();
    const references = createReferences();
    const sobject = (name: string) => {
      const kinds = kindsOf(name);
      return plannedObject(name, kinds, references, steps);
    };
    const returned = plan(Object.create(accessors, { sobject: { value: sobject } }));
    checkPlan(returned, steps, allOrNone);
    const requests = [...steps.values()].map((step) => toRequest(step, apiVersion, references));
    const operation =
      requests.length > LARGEST_COMPOSITE ? graphRequest(requests) : compositeRequest(requests, allOrNone);
    const answers = await send(operation, options);
    return allOrNone ? resultsOf(returned, steps, answers) : outcomesOf(returned, steps, answers);
  }) as unknown as RunComposite<S>;
}

function plannedObject(
  name: string,
  kinds: FieldKinds,
  references: References,
  steps: Map<object, Step>,
): PlannedObject {
  const add = (operation: Operation<unknown>, hasId = false): object => {
    const referenceId = references.next();
    const planned = Object.freeze(hasId ? { id: references.to(referenceId, "id") } : {});
    steps.set(planned, { referenceId, operation });
    return planned;
  };
  return {
    create: (record) => add(createRecord(name, record, kinds), true),
    update: (id, changes) => add(updateRecord(name, id, changes, kinds)),
    upsert: (field, value, record) => add(upsertRecord(name, field, keyText(value), record, kinds), true),
    delete: (id) => add(deleteRecord(name, id)),
    retrieve: (id, { fields }) => add(retrieveRecord(name, id, fields)),
  };
}

function toRequest({ referenceId, operation }: Step, apiVersion: string, references: References) {
  const { method, path, body } = operation;
  references.check(body, "record");
  return {
    method,
    url: references.inPath(fullPath(path, apiVersion)),
    referenceId,
    ...(body !== undefined && { body }),
  };
}

function checkPlan(returned: unknown, steps: ReadonlyMap<object, Step>, allOrNone: boolean): void {
  const largest = allOrNone ? LARGEST_GRAPH : LARGEST_COMPOSITE;
  if (steps.size === 0 || steps.size > largest) {
    throw wrong(
      `The plan holds ${steps.size} requests.`,
      `Plan 1 to ${largest}; for many records there are createMany and its like.`,
    );
  }
  if (returned instanceof Promise)
    throw wrong("The plan is async.", "Nothing is sent while planning: leave out async.");
  for (const planned of plannedIn(returned, steps)) {
    if (!steps.has(planned as object)) {
      throw wrong(
        "The plan returns something else than its requests.",
        "Return what create, update and so on gave.",
      );
    }
  }
}

/** The planned requests in what the plan returned. */
function plannedIn(returned: unknown, steps: ReadonlyMap<object, Step>): unknown[] {
  if (steps.has(returned as object)) return [returned];
  return typeof returned === "object" && returned !== null ? Object.values(returned) : [returned];
}

/** The same shape with the answers in it. */
function inShape(
  returned: unknown,
  steps: ReadonlyMap<object, Step>,
  fill: (planned: object) => unknown,
): unknown {
  if (steps.has(returned as object)) return fill(returned as object);
  if (Array.isArray(returned)) return returned.map((planned) => fill(planned));
  return Object.fromEntries(
    Object.entries(returned as Record<string, object>).map(([key, planned]) => [key, fill(planned)]),
  );
}

function resultsOf(
  returned: unknown,
  steps: ReadonlyMap<object, Step>,
  answers: readonly SubAnswer[],
): unknown {
  const failure = firstFailure(steps, answers);
  if (failure !== undefined) throw failure;
  return inShape(returned, steps, (planned) => read(stepOf(planned, steps), answers));
}

function outcomesOf(
  returned: unknown,
  steps: ReadonlyMap<object, Step>,
  answers: readonly SubAnswer[],
): unknown {
  return inShape(returned, steps, (planned) => {
    const step = stepOf(planned, steps);
    const error = errorOf(step, answers);
    return error === undefined ? { success: true, value: read(step, answers) } : { success: false, error };
  });
}

/** Why nothing was done: not the first error, since those before it are answered as undone. */
function firstFailure(steps: ReadonlyMap<object, Step>, answers: readonly SubAnswer[]): ApiError | undefined {
  const errors = [...steps.values()].flatMap((step) => errorOf(step, answers) ?? []);
  return errors.find(({ errorCode }) => errorCode !== "PROCESSING_HALTED") ?? errors[0];
}

function errorOf(step: Step, answers: readonly SubAnswer[]): ApiError | undefined {
  const { status, body } = answerOf(step, answers);
  if (succeeded(status)) return undefined;
  return apiError(errorEntries(status, body), { status, request: nameOf(step) });
}

function read(step: Step, answers: readonly SubAnswer[]): unknown {
  return resultOf(step.operation, answerOf(step, answers), nameOf(step));
}

function answerOf({ referenceId }: Step, answers: readonly SubAnswer[]): { status: number; body: unknown } {
  const answer = answers.find((candidate) => candidate.referenceId === referenceId);
  return { status: answer?.httpStatusCode ?? 500, body: answer?.body ?? undefined };
}

function stepOf(planned: object, steps: ReadonlyMap<object, Step>): Step {
  return steps.get(planned) as Step;
}

/** Without its reference, which is of no use to a reader. */
function nameOf({ operation: { method, path } }: Step): string {
  return `${method} ${(path.split("?", 1)[0] ?? path).replace(/%40%7B.*?%7D/g, "{id}")}`;
}

function wrong(message: string, hint: string): SettingsError {
  return new SettingsError("settings.composite", message, { hint });
}
