import { json } from "../http/call.js";
import type { Route } from "./route.js";

const RESOURCES = [
  "actions",
  "analytics",
  "chatter",
  "appMenu",
  "compactLayouts",
  "composite",
  "connect",
  "jobs",
  "limits",
  "parameterizedSearch",
  "process",
  "query",
  "queryAll",
  "quickActions",
  "recent",
  "search",
  "sobjects",
  "tabs",
  "theme",
];

/** The resources of one API version. */
export const resourceMap: Route = {
  path: "/services/data/{version}",
  methods: {
    GET: (call, context) => {
      const paths = RESOURCES.map((name) => [name, `${call.dataPath}/${name}`]);
      const identity = `${call.origin}/id/${context.organizationId}/${context.userId}`;
      return json({ ...Object.fromEntries(paths), identity });
    },
  },
};
