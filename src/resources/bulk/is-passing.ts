import { isOrgtypeError } from "../../errors.js";

/** Whether what was read may be whole another time: the connection was cut, or a part of the CSV is missing. */
export function isPassing(error: unknown): boolean {
  return (
    isOrgtypeError(error, "ConnectionError") ||
    isOrgtypeError(error, "TimeoutError") ||
    (isOrgtypeError(error, "DecodeError") && ["decode.csv", "decode.page"].includes(error.code))
  );
}
