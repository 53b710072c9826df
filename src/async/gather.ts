import { onAbort } from "./on-abort.js";

/** What became of one input of a batch. */
export type Settled<Output> =
  | { readonly success: true; readonly value: Output }
  | { readonly success: false; readonly error: unknown };

export interface GatherOptions<Shared, Input, Output> {
  /** Milliseconds to wait for further inputs; 0 takes those of the same turn of the event loop. */
  readonly windowMs: number;
  /** The most inputs of a batch. A full one does not wait. */
  readonly largest: number;
  /** Does the work for a batch: an outcome for each input, in order. */
  readonly work: (shared: Shared, inputs: readonly Input[]) => Promise<readonly Settled<Output>[]>;
}

/** Adds an input to the batch of those that share the same values; gives what became of this input. */
export type Gather<Shared, Input, Output> = (
  shared: Shared,
  input: Input,
  signal?: AbortSignal,
) => Promise<Output>;

interface Waiting<Input, Output> {
  readonly input: Input;
  readonly resolve: (value: Output) => void;
  readonly reject: (error: unknown) => void;
}

interface Batch<Input, Output> {
  readonly waiting: Set<Waiting<Input, Output>>;
  readonly flush: () => void;
}

/**
 * Gathers single calls into batches. A caller whose signal aborts before the batch is under way is left out of
 * it, and later is no longer waited for.
 */
export function createGather<Shared extends object, Input, Output>(
  options: GatherOptions<Shared, Input, Output>,
): Gather<Shared, Input, Output> {
  const batches = new Map<string, Batch<Input, Output>>();

  const open = (key: string, shared: Shared): Batch<Input, Output> => {
    const waiting = new Set<Waiting<Input, Output>>();
    const flush = () => {
      clearTimeout(timer);
      batches.delete(key);
      if (waiting.size > 0) void settle([...waiting], (inputs) => options.work(shared, inputs));
    };
    const timer = setTimeout(flush, options.windowMs);
    const batch = { waiting, flush };
    batches.set(key, batch);
    return batch;
  };

  return async (shared, input, signal) => {
    signal?.throwIfAborted();
    const key = keyOf(shared);
    const { waiting, flush } = batches.get(key) ?? open(key, shared);
    let leave = (): void => {};
    const outcome = new Promise<Output>((resolve, reject) => {
      const entry = { input, resolve, reject };
      waiting.add(entry);
      leave = () => {
        waiting.delete(entry);
        reject(signal?.reason);
      };
    });
    const release = signal && onAbort(signal, leave);
    if (waiting.size >= options.largest) flush();
    return outcome.finally(release);
  };
}

/** The same for the same values, in whatever order they were given. */
function keyOf(shared: object): string {
  return JSON.stringify(Object.entries(shared).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function settle<Input, Output>(
  batch: readonly Waiting<Input, Output>[],
  work: (inputs: readonly Input[]) => Promise<readonly Settled<Output>[]>,
): Promise<void> {
  try {
    const outcomes = await work(batch.map(({ input }) => input));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.success === true) resolve(outcome.value);
      else reject(outcome?.error);
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
