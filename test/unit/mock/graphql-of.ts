import type { Org } from "orgtype/mock";
import { api } from "./api.js";

/** Runs documents in a bare client: what `fetch` would give. */
export function graphqlOf(org: Org, token?: string) {
  const rest = api(org, token);
  return async (query: string, variables?: object, operationName?: string) =>
    (await rest.post("/graphql", { query, variables, operationName })).body;
}
