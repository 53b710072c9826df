import { SettingsError } from "../../errors.js";
import type { CallOptions } from "../../http/call-options.js";
import type { Send } from "../../http/pipeline.js";
import type { Query } from "../query/query.js";
import { deleteRecords } from "./delete-many.js";
import { type EncodeField, recordBody } from "./record-body.js";
import { updateRecords } from "./update-many.js";
import { type WriteOptions, writeMany } from "./write-many.js";

type Find = (args: { select: unknown; where: unknown }, options?: CallOptions) => Query<unknown>;

/** Writes to the records of an sObject that fit a condition. */
export function createWritesByFilter(name: string, send: Send, encode: EncodeField, find: Find) {
  return {
    async updateWhere(where: unknown, changes: object, options: WriteOptions = {}) {
      const body = recordBody(changes, "changes", encode);
      const ids = await findIds(find, where, options);
      const records = ids.map((Id) => ({ ...body, Id }));
      return writeMany(send, records, options, updateRecords(name, encode));
    },
    async deleteWhere(where: unknown, options: WriteOptions = {}) {
      const ids = await findIds(find, where, options);
      return writeMany(send, ids, options, deleteRecords);
    },
  };
}

/**
 * The ids of the records that fit.
 *
 * @throws SettingsError where there is no condition: a filter that was lost must not mean every record
 */
async function findIds(find: Find, where: unknown, { signal, timeout }: CallOptions): Promise<string[]> {
  const isEmpty = typeof where === "object" && where !== null && Object.keys(where).length === 0;
  if (where === undefined || where === null || isEmpty) {
    const problem = isEmpty ? "holds no condition" : `is ${where}`;
    throw new SettingsError("settings.where", `\`where\` ${problem}.`, {
      hint: "Give a condition: nothing never means all records.",
    });
  }
  const options = { ...(signal !== undefined && { signal }), ...(timeout !== undefined && { timeout }) };
  const rows = await find({ select: { Id: true }, where }, options).all();
  return (rows as { Id: string }[]).map(({ Id }) => Id);
}
