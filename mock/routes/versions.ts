import { json } from "../http/call.js";
import { apiVersions } from "./api-versions.js";
import type { Route } from "./route.js";

/** The API versions the org serves. */
export const versions: Route = {
  path: "/services/data",
  open: true,
  methods: { GET: () => json(apiVersions()) },
};
