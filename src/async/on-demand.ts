import { remembered } from "./remembered.js";

/** A function whose code is loaded with its first call. */
export function onDemand<Arguments extends readonly unknown[], Result>(
  load: () => Promise<(...args: Arguments) => Result | Promise<Result>>,
): (...args: Arguments) => Promise<Result> {
  const loaded = remembered(load);
  return async (...args) => (await loaded())(...args);
}
