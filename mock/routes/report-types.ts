import { describeReportType } from "../analytics/report-describe.js";
import { type ReportType, reportTypes as typesOf } from "../analytics/report-type.js";
import { json } from "../http/call.js";
import { param, type Route } from "./route.js";

/** The report types, by category. */
export const reportTypes: Route = {
  path: "/services/data/{version}/analytics/reportTypes",
  methods: {
    GET: ({ dataPath }, context) => {
      const categories = new Map<string, ReportType[]>();
      for (const type of typesOf(context)) {
        categories.set(type.category, [...(categories.get(type.category) ?? []), type]);
      }
      return json(
        Array.from(categories, ([label, types]) => ({
          label,
          reportTypes: types.map(({ type, label: name }) => ({
            describeUrl: `${dataPath}/analytics/reportTypes/${type}`,
            label: name,
            type,
          })),
        })),
      );
    },
  },
};

export const reportType: Route = {
  path: "/services/data/{version}/analytics/reportTypes/{type}",
  methods: {
    GET: (call, context) => json(describeReportType(context, param(call, "type"), call.dataPath)),
  },
};
