import type { Answer } from "../http/call.js";
import { escapeHtml } from "../oauth/page.js";
import type { OrgContext } from "../org-context.js";
import type { RequestLog } from "../request-log.js";
import { isDeleted } from "../store/table.js";

const SHOWN_REQUESTS = 50;
const STYLE = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #181818; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
th, td { text-align: left; padding: 0.15rem 1.5rem 0.15rem 0; border-bottom: 1px solid #e5e5e5; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }`;

/** What is in the org, for people who open its address: objects with records, and the last requests. */
export function orgPage(context: OrgContext, requests: RequestLog): Answer {
  const data = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Embedded org</title><style>${STYLE}</style></head>
<body>
<h1>Embedded org</h1>
<p>${context.catalog.objects.length} objects, API below <code>/services/data</code>, login at <code>/services/oauth2</code>.</p>
<h2>Records</h2>
${table(["Object", "Label", "Records"], recordRows(context))}
<h2>Last requests</h2>
${table(["Method", "Path", "Status", "ms"], requestRows(requests))}
</body>
</html>
`;
  return {
    status: 200,
    headers: { "X-Frame-Options": "DENY" },
    content: { type: "text/html;charset=UTF-8", data },
  };
}

type Cell = string | number;

function recordRows({ catalog, store }: OrgContext): Cell[][] {
  const rows = catalog.objects.map(({ name, label }): Cell[] => {
    let count = 0;
    for (const record of store.table(name).all()) if (!isDeleted(record)) count++;
    return [name, label, count];
  });
  return rows.filter(([, , count]) => count !== 0);
}

function requestRows({ entries }: RequestLog): Cell[][] {
  return entries
    .slice(-SHOWN_REQUESTS)
    .reverse()
    .map(({ method, path, status, ms }) => [method, path, status === 0 ? "cut" : status, Math.round(ms)]);
}

function table(headings: readonly string[], rows: readonly Cell[][]): string {
  if (rows.length === 0) return "<p>None.</p>";
  const head = headings.map((heading) => `<th>${heading}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("\n");
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

function cell(value: Cell): string {
  return typeof value === "number" ? `<td class="number">${value}</td>` : `<td>${escapeHtml(value)}</td>`;
}
