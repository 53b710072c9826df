import { SettingsError } from "../../../errors.js";
import type { BulkJob } from "../job.js";

/** Where rows are still to be read from. */
export interface BulkPlace {
  /** Of the page; null for the first one. */
  readonly locator: string | null;
  /** How many of the page's rows have been given. */
  readonly rows: number;
}

/** How far a bulk query has been read, as plain JSON: another process can go on from it while the job lives (7 days). */
export interface BulkQueryCheckpoint {
  /** Id of the job. */
  readonly job: string;
  readonly soql: string;
  /** The columns, once any row was read. */
  readonly columns: readonly string[] | null;
  readonly places: readonly BulkPlace[];
  /** Whether places are read at the same time, rather than each leading to the next. */
  readonly isParallel: boolean;
  /** Where further places are told, for those that are read at the same time; null where all are known. */
  readonly more: string | null;
  /** Rows that were given, in all. */
  readonly read: number;
}

/** How far a reading is: changes as it goes on. */
export interface Reading {
  readonly soql: string;
  readonly isParallel: boolean;
  job: BulkJob | undefined;
  /** Known before the job is, where the reading was begun elsewhere. */
  jobId: string | undefined;
  columns: readonly string[] | null;
  places: { readonly locator: string | null; rows: number }[];
  /** As in the checkpoint; an empty text before the first places are told. */
  more: string | null;
  read: number;
}

export function newReading(soql: string, isParallel: boolean): Reading {
  return {
    soql,
    isParallel,
    job: undefined,
    jobId: undefined,
    columns: null,
    places: isParallel ? [] : [{ locator: null, rows: 0 }],
    more: isParallel ? "" : null,
    read: 0,
  };
}

/** @throws SettingsError where it is no checkpoint */
export function readingFrom(checkpoint: BulkQueryCheckpoint): Reading {
  const { job, soql, columns, places, isParallel, more, read } = checkpoint ?? {};
  if (typeof job !== "string" || typeof soql !== "string" || !Array.isArray(places)) {
    throw new SettingsError("settings.checkpoint", "That is no checkpoint of a bulk query.", {
      hint: "Give what `checkpoint()` returned.",
    });
  }
  return {
    soql,
    isParallel,
    job: undefined,
    jobId: job,
    columns: columns && [...columns],
    places: places.map((place) => ({ ...place })),
    more,
    read,
  };
}

/** @throws SettingsError where there is no job yet */
export function checkpointOf(reading: Reading): BulkQueryCheckpoint {
  const { soql, isParallel, columns, places, more, read } = reading;
  if (reading.jobId === undefined) {
    throw new SettingsError("settings.checkpoint", "There is nothing to go on from: no job was made yet.", {
      hint: "Rows, or `onProgress`, show that there is one.",
    });
  }
  return {
    job: reading.jobId,
    soql,
    columns: columns && [...columns],
    places: places.map((place) => ({ ...place })),
    isParallel,
    more,
    read,
  };
}
