import type { ObjectInfo } from "../catalog/object-info.js";
import { json } from "../http/call.js";
import { requestFault } from "../http/fault.js";
import { attributesOf, type RecordAnswer } from "../records/read-record.js";
import { byChange, latestRecords } from "../records/recent-records.js";
import type { StoredRecord } from "../store/table.js";
import type { Route } from "./route.js";

const MAX_ITEMS = 200;

interface Item {
  readonly object: ObjectInfo;
  readonly record: StoredRecord;
}

/**
 * The records of all objects that were changed last, the latest first: no one looks at records here. List views are
 * left out: they are seen when their results are, which is told elsewhere.
 */
export const recent: Route = {
  path: "/services/data/{version}/recent",
  methods: {
    GET: (call, context) => {
      const most = readLimit(call.query.get("limit"));
      const objects = context.catalog.objects.filter(
        ({ attributes, name }) => attributes.mruEnabled === true && name !== "ListView",
      );
      const items = objects.flatMap((object) =>
        latestRecords(context, object, most).map((record): Item => ({ object, record })),
      );
      items.sort((a, b) => byChange(a.record, b.record));
      return json(items.slice(0, most).map((item) => itemAnswer(item, call.dataPath)));
    },
  },
};

/** Whatever the name of a record is called in its own object, it is `Name` here. */
function itemAnswer({ object, record }: Item, dataPath: string): RecordAnswer {
  const name = object.nameField === undefined ? null : (record.values[object.nameField.name] ?? null);
  return { attributes: attributesOf(object, record.id, dataPath), Id: record.id, Name: name };
}

function readLimit(text: string | null): number {
  const limit = text === null ? MAX_ITEMS : Number(text);
  if (Number.isInteger(limit) && limit >= 1) return Math.min(limit, MAX_ITEMS);
  throw requestFault(
    400,
    "ILLEGAL_QUERY_PARAMETER_VALUE",
    `limit must be a whole number from 1 to ${MAX_ITEMS}`,
  );
}
