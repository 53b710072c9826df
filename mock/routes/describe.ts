import { describeAnswer, describeEntry, type UrlBase } from "../catalog/describe-answer.js";
import { json } from "../http/call.js";
import { type ResourceVersion, unlessModified } from "../http/conditional.js";
import { shortTag } from "../http/entity-tag.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { param, type Route, type RoutedCall } from "./route.js";

const MAX_BATCH_SIZE = 200;

function urlBase(call: RoutedCall): UrlBase {
  return { data: call.dataPath, origin: call.origin };
}

function schemaVersion(call: RoutedCall, { schemaDate }: OrgContext): ResourceVersion {
  return { lastModified: schemaDate, entityTag: shortTag(`${call.path} ${schemaDate.toISOString()}`) };
}

/** Every object of the org. */
export const describeGlobal: Route = {
  path: "/services/data/{version}/sobjects",
  methods: {
    GET: (call, context) =>
      unlessModified(call, schemaVersion(call, context), () =>
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
      return unlessModified(call, schemaVersion(call, context), () =>
        json(describeAnswer(object, urlBase(call))),
      );
    },
  },
};
