import type { ObjectInfo } from "../catalog/object-info.js";
import { json } from "../http/call.js";
import { notFound, requestFault } from "../http/fault.js";
import {
  approvalLayouts,
  compactLayout,
  compactLayoutsAnswer,
  globalLayoutsAnswer,
  layoutsAnswer,
  searchLayout,
} from "../layouts/layout-answers.js";
import { pageLayout } from "../layouts/page-layout.js";
import type { OrgContext } from "../org-context.js";
import { requireObject } from "../records/find-record.js";
import { toId18 } from "../store/record-id.js";
import { param, type Route, type RoutedCall } from "./route.js";

const DATA = "/services/data/{version}";
const DESCRIBE = `${DATA}/sobjects/{object}/describe`;

/** What is called Global is no object, and has layouts all the same. */
const globalLayouts: Route = {
  path: `${DATA}/sobjects/Global/describe/layouts`,
  methods: { GET: (_, context) => json(globalLayoutsAnswer(context)) },
};

const pageLayouts: Route = {
  path: `${DESCRIBE}/layouts`,
  methods: {
    GET: (call, context) => json(layoutsAnswer(context, objectWithLayouts(call, context), call.path)),
  },
};

const recordTypeLayout: Route = {
  path: `${DESCRIBE}/layouts/{id:recordId}`,
  methods: {
    GET: (call, context) => {
      const object = objectWithLayouts(call, context);
      const id = toId18(param(call, "id"));
      if (!object.recordTypes.some((type) => toId18(type.id) === id)) throw notFound();
      return json(pageLayout(context, object));
    },
  },
};

const namedLayout: Route = {
  path: `${DESCRIBE}/namedLayouts/{name}`,
  methods: {
    GET: (call, context) => {
      const object = objectWithLayouts(call, context);
      const infos = object.attributes.namedLayoutInfos as readonly { readonly name?: unknown }[];
      if (!infos.some(({ name }) => name === param(call, "name"))) throw notFound();
      return json(
        layoutsAnswer(context, object, `${call.dataPath}/sobjects/${object.name}/describe/layouts`),
      );
    },
  },
};

const compactLayouts: Route = {
  path: `${DESCRIBE}/compactLayouts`,
  methods: {
    GET: (call, context) => json(compactLayoutsAnswer(objectWithLayouts(call, context), call.path)),
  },
};

const primaryCompactLayout: Route = {
  path: `${DESCRIBE}/compactLayouts/primary`,
  methods: { GET: (call, context) => json(compactLayout(objectWithLayouts(call, context))) },
};

const objectApprovalLayouts: Route = {
  path: `${DESCRIBE}/approvalLayouts`,
  methods: {
    GET: (call, context) => {
      const layouts = approvalLayouts(context, objectWithLayouts(call, context));
      return json({ approvalLayouts: layouts });
    },
  },
};

/** The compact layouts of several objects, by name. */
const primaryCompactLayouts: Route = {
  path: `${DATA}/compactLayouts`,
  methods: {
    GET: (call, context) =>
      json(
        Object.fromEntries(
          listedObjects(call, context).map((object) => [object.name, compactLayout(object)]),
        ),
      ),
  },
};

const searchLayouts: Route = {
  path: `${DATA}/search/layout`,
  methods: { GET: (call, context) => json(listedObjects(call, context).map(searchLayout)) },
};

export const layoutRoutes: readonly Route[] = [
  globalLayouts,
  pageLayouts,
  recordTypeLayout,
  namedLayout,
  compactLayouts,
  primaryCompactLayout,
  objectApprovalLayouts,
  primaryCompactLayouts,
  searchLayouts,
];

function objectWithLayouts(call: RoutedCall, context: OrgContext): ObjectInfo {
  const object = requireObject(context, param(call, "object"));
  if (object.attributes.layoutable !== true) throw notFound();
  return object;
}

/** The objects that `q` names. */
function listedObjects(call: RoutedCall, context: OrgContext): ObjectInfo[] {
  const names = (call.query.get("q") ?? "").split(",").filter((name) => name !== "");
  if (names.length > 0) return names.map((name) => requireObject(context, name.trim()));
  throw requestFault(400, "MISSING_ARGUMENT", "The parameter q must name objects");
}
