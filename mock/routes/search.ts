import { type Answer, json } from "../http/call.js";
import type { OrgContext } from "../org-context.js";
import { malformedSearch } from "../sosl/malformed-search.js";
import { parseSearch } from "../sosl/parse-search.js";
import { runSearch } from "../sosl/run-search.js";
import type { Search } from "../sosl/search.js";
import { searchOfBody, searchOfQuery } from "../sosl/search-parameters.js";
import type { Route, RoutedCall } from "./route.js";

function answerSearch({ dataPath }: RoutedCall, context: OrgContext, search: Search): Answer {
  const { cursors } = context;
  const environment = { context, cursors, includeDeleted: false, dataPath, batchSize: 2_000 };
  return json({ searchRecords: runSearch(environment, search) });
}

/** The records a SOSL statement finds. */
export const search: Route = {
  path: "/services/data/{version}/search",
  methods: {
    GET: (call, context) => {
      const sosl = call.query.get("q");
      if (sosl === null) {
        throw malformedSearch("No search term found. The search term must be enclosed in braces.");
      }
      return answerSearch(call, context, parseSearch(sosl));
    },
  },
};

/** The same search, asked for by parameters instead of SOSL. */
export const parameterizedSearch: Route = {
  path: "/services/data/{version}/parameterizedSearch",
  methods: {
    GET: (call, context) => answerSearch(call, context, searchOfQuery(call.query)),
    POST: (call, context) => answerSearch(call, context, searchOfBody(call.body())),
  },
};
