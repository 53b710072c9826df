import { describeEntry } from "../catalog/describe-answer.js";
import { readInput, refuseFields } from "../dml/record-input.js";
import { type Answer, json } from "../http/call.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { recentRecords } from "../records/recent-records.js";
import { create } from "./create.js";
import { recordBody } from "./record-body.js";
import { param, type Route, type RoutedCall } from "./route.js";
import { createdAnswer } from "./save-result.js";

const RECENT_ITEMS = 5;

function answerCreate(call: RoutedCall, context: OrgContext): Answer {
  const object = requireObject(context, param(call, "object"));
  const changes = readInput(context, object, recordBody(call));
  refuseFields(changes, ["Id"]);
  return createdAnswer(call, object, create(context, object, changes));
}

/** An object's basic information, and creating records of it. */
export const sobject: Route = {
  path: "/services/data/{version}/sobjects/{object}",
  methods: {
    GET: (call, context) => {
      const object = requireObject(context, param(call, "object"));
      const base = { data: call.dataPath, origin: call.origin };
      return json({
        objectDescribe: describeEntry(object, base),
        recentItems: recentRecords(context, object, RECENT_ITEMS, call.dataPath),
      });
    },
    POST: answerCreate,
  },
};

/** An upsert by an id that is not there yet, which is a creation. */
export const sobjectById: Route = {
  path: "/services/data/{version}/sobjects/{object}/Id",
  methods: { POST: answerCreate },
};
