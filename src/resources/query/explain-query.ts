import { DecodeError, SettingsError } from "../../errors.js";
import type { Operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { restUrl } from "../../http/rest-url.js";
import type { Explain, QueryPlan } from "./explain.js";

export function explainOf(send: Send): { readonly explain: Explain } {
  return { explain: async (query, options) => send(explained(textOf(query)), options) };
}

/** `GET /query?explain=`. A path of OpenAPI has one form of answer, and that of `/query` are rows. */
function explained(soql: string): Operation<QueryPlan[]> {
  return {
    method: "GET",
    path: restUrl("/query", { query: { explain: soql } }),
    repeatable: true,
    decode: plansOf,
  };
}

function plansOf(body: unknown): QueryPlan[] {
  const { plans } = (body ?? {}) as { plans?: unknown };
  if (Array.isArray(plans)) return plans;
  throw new DecodeError("decode.plans", "The answer holds no query plans.", {
    hint: "Something between here and Salesforce may have answered: check the URL and any proxy.",
  });
}

function textOf(query: unknown): string {
  const text = typeof query === "string" ? query : (query as { soql?: unknown } | null | undefined)?.soql;
  if (typeof text === "string" && text.trim() !== "") return text;
  throw new SettingsError("settings.query", "There is no query to explain.", {
    hint: 'Give SOQL text, as "SELECT Id FROM Account", or what `find` or `query` returns.',
  });
}
