import type { GraphQLResolveInfo } from "graphql";
import type { ObjectInfo } from "../catalog/object-info.js";
import type { Target } from "../soql/field-path.js";
import { type ConnectionPage, type PageArguments, pageOf, queryRecords } from "./connection.js";
import type { GraphQLCall } from "./graphql-call.js";
import { orderText } from "./order-text.js";
import { orderedArgument } from "./ordered-keys.js";
import type { SchemaTypes } from "./schema-types.js";
import { all, type FilterInput, whereText } from "./where-text.js";

/** What the records of a connection are asked for by. */
export interface QueryArguments extends PageArguments {
  readonly where?: FilterInput | null;
  readonly scope?: string | null;
}

/** A connection that is to be resolved. */
export interface RecordsAsked {
  readonly object: ObjectInfo;
  readonly types: Pick<SchemaTypes, "find">;
  readonly args: QueryArguments;
  readonly call: GraphQLCall;
  readonly info: Pick<GraphQLResolveInfo, "fieldNodes">;
}

/**
 * The page of records that is asked for.
 *
 * @param parent which record they are children of, as a condition of SOQL
 */
export function recordPage(
  { object, types, args, call, info }: RecordsAsked,
  parent?: string,
): ConnectionPage<Target> {
  const scope = args.scope == null ? "" : ` USING SCOPE ${args.scope}`;
  const where = all([parent, whereText(object, args.where, types)]);
  const order = orderText(object, orderedArgument(info, "orderBy", call.variables));
  const found = queryRecords(
    call,
    `SELECT Id FROM ${object.name}${scope}${where === undefined ? "" : ` WHERE ${where}`}` +
      `${order === undefined ? "" : ` ORDER BY ${order}`}`,
  );
  const table = call.context.store.table(object.name);
  return pageOf(found.totalSize, args, (from, to) =>
    found.rows(from, to).flatMap((row) => {
      const record = table.get((row as { Id: string }).Id);
      return record === undefined ? [] : [{ object, record }];
    }),
  );
}
