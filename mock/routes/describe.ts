import { describeAnswer, describeEntry, type UrlBase } from "../catalog/describe-answer.js";
import { json } from "../http/call.js";
import { unlessModified } from "../http/conditional.js";
import { requireObject } from "../records/find-record.js";
import { param, type Route, type RoutedCall } from "./route.js";

const MAX_BATCH_SIZE = 200;

function urlBase(call: RoutedCall): UrlBase {
  return { data: call.dataPath, origin: call.origin };
}

/** Every object of the org. */
export const describeGlobal: Route = {
  path: "/services/data/{version}/sobjects",
  methods: {
    GET: (call, context) =>
      unlessModified(call, context.schemaDate, () =>
        json({
          encoding: "UTF-8",
          maxBatchSize: MAX_BATCH_SIZE,
          sobjects: context.catalog.objects.map((object) => describeEntry(object, urlBase(call))),
        }),
      ),
  },
};

/** Everything about one object. */
export const describe: Route = {
  path: "/services/data/{version}/sobjects/{object}/describe",
  methods: {
    GET: (call, context) => {
      const object = requireObject(context, param(call, "object"));
      return unlessModified(call, context.schemaDate, () => json(describeAnswer(object, urlBase(call))));
    },
  },
};
