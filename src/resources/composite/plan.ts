import { SettingsError } from "../../errors.js";
import type { Operation } from "../../http/operation.js";
import { createRecord } from "../sobject/create.js";
import { deleteRecord } from "../sobject/delete.js";
import { keyText } from "../sobject/key-text.js";
import type { EncodeField } from "../sobject/record-body.js";
import { retrieveRecord } from "../sobject/retrieve.js";
import { updateRecord } from "../sobject/update.js";
import { upsertRecord } from "../sobject/upsert.js";
import type { References } from "./references.js";

/** A request of a plan, and the name of its answer. */
export interface Step {
  readonly referenceId: string;
  readonly operation: Operation<unknown>;
}

/** What a plan asked for, and the shape in which it wants the answers. */
export interface Plan {
  readonly steps: ReadonlyMap<object, Step>;
  readonly returned: unknown;
}

/** What plans are made of in one org. */
export interface Planner {
  /** Makes the objects of the org properties of a plan. */
  readonly accessors: object;
  /** Encodes an object's fields; throws where the generated client does not hold it. */
  readonly encodeOf: (object: string) => EncodeField;
}

/** What a plan is given for each object, as run time sees it. */
interface PlannedObject {
  create(record: unknown): object;
  update(id: string, changes: unknown): object;
  upsert(field: string, value: unknown, record: unknown): object;
  delete(id: string): object;
  retrieve(id: string, options: { fields: readonly string[] }): object;
}

/**
 * Has a plan made: nothing is sent.
 *
 * @param hasIds whether requests may name the ids of records that are made before them
 */
export function makePlan(
  plan: (c: object) => unknown,
  { accessors, encodeOf }: Planner,
  references: References,
  hasIds: boolean,
): Plan {
  if (typeof plan !== "function") {
    throw wrongPlan("The plan is no function.", "Give (c) => c.Account.create({ … }).");
  }
  const steps = new Map<object, Step>();
  const add = (operation: Operation<unknown>, makesRecord = false): object => {
    const referenceId = references.next();
    const planned = Object.freeze(hasIds && makesRecord ? { id: references.to(referenceId, "id") } : {});
    steps.set(planned, { referenceId, operation });
    return planned;
  };
  const sobject = (name: string): PlannedObject => {
    const encode = encodeOf(name);
    return {
      create: (record) => add(createRecord(name, record, encode), true),
      update: (id, changes) => add(updateRecord(name, id, changes, encode)),
      upsert: (field, value, record) => add(upsertRecord(name, field, keyText(value), record, encode), true),
      delete: (id) => add(deleteRecord(name, id)),
      retrieve: (id, { fields }) => add(retrieveRecord(name, id, fields)),
    };
  };
  const returned = plan(Object.create(accessors, { sobject: { value: sobject } }));
  checkReturned(returned, steps);
  return { steps, returned };
}

function checkReturned(returned: unknown, steps: ReadonlyMap<object, Step>): void {
  if (returned instanceof Promise)
    throw wrongPlan("The plan is async.", "Nothing is sent while planning: leave out async.");
  for (const planned of plannedIn(returned, steps)) {
    if (!steps.has(planned as object)) {
      throw wrongPlan(
        "The plan returns something else than its requests.",
        "Return what create, update and so on gave.",
      );
    }
  }
}

/** @throws SettingsError where a plan holds no request, or too many */
export function checkSize({ steps }: Plan, largest: number): void {
  if (steps.size > 0 && steps.size <= largest) return;
  throw wrongPlan(
    `The plan holds ${steps.size} requests.`,
    largest === Number.POSITIVE_INFINITY
      ? "Plan one at least."
      : `Plan 1 to ${largest}; for many records there are createMany and its like.`,
  );
}

/** The planned requests in what the plan returned. */
function plannedIn(returned: unknown, steps: ReadonlyMap<object, Step>): unknown[] {
  if (steps.has(returned as object)) return [returned];
  return typeof returned === "object" && returned !== null ? Object.values(returned) : [returned];
}

/** What the plan returned, with something else in the place of each request. */
export function inShape({ returned, steps }: Plan, fill: (step: Step) => unknown): unknown {
  const filled = (planned: unknown): unknown => fill(steps.get(planned as object) as Step);
  if (steps.has(returned as object)) return filled(returned);
  if (Array.isArray(returned)) return returned.map(filled);
  return Object.fromEntries(
    Object.entries(returned as Record<string, object>).map(([key, planned]) => [key, filled(planned)]),
  );
}

function wrongPlan(message: string, hint: string): SettingsError {
  return new SettingsError("settings.composite", message, { hint });
}
