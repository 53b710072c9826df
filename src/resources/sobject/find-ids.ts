import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Query } from "../query/query.js";

interface FindIds {
  find(object: string, args: { select: unknown; where: unknown }, options?: CallOptions): Query<unknown>;
}

/**
 * The ids of the records that fit.
 *
 * @throws SettingsError where there is no condition: a filter that was lost must not mean every record
 */
export async function findIds(
  queries: FindIds,
  object: string,
  where: unknown,
  { signal, timeout }: CallOptions,
): Promise<string[]> {
  const isEmpty = typeof where === "object" && where !== null && Object.keys(where).length === 0;
  if (where === undefined || where === null || isEmpty) {
    const problem = isEmpty ? "holds no condition" : `is ${where}`;
    throw new SettingsError("settings.where", `\`where\` ${problem}.`, {
      hint: "Give a condition: nothing never means all records.",
    });
  }
  const options = { ...(signal !== undefined && { signal }), ...(timeout !== undefined && { timeout }) };
  const rows = await queries.find(object, { select: { Id: true }, where }, options).all();
  return (rows as { Id: string }[]).map(({ Id }) => Id);
}
