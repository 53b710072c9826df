import { DecodeError, SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";
import { documentText } from "./document-text.js";
import type { GraphQLConnection, GraphQLOptions } from "./graphql.js";

type Run = (document: unknown, variables: unknown, options?: GraphQLOptions) => Promise<unknown>;
type ConnectionIn = (data: unknown) => GraphQLConnection<unknown> | null | undefined;

/**
 * The nodes of a connection, page after page.
 *
 * @param given what `sf.graphql.pages` was called with
 */
export async function* readConnection(run: Run, given: readonly unknown[]): AsyncGenerator<unknown, void> {
  const [document, variables, connectionIn, options] = given;
  checkPaged(document, connectionIn);
  let paged = variables;
  let cursor: string | null | undefined;
  while (true) {
    const connection = connectionIn(await run(document, paged, options as GraphQLOptions | undefined));
    if (connection == null) return;
    for (const edge of connection.edges ?? []) if (edge?.node != null) yield edge.node;
    const { hasNextPage, endCursor } = checkPageInfo(connection);
    if (!hasNextPage) return;
    if (typeof endCursor !== "string" || endCursor === cursor) throw noWay(typeof endCursor === "string");
    cursor = endCursor;
    paged = { ...(variables as object | undefined), after: cursor };
  }
}

function checkPaged(document: unknown, connectionIn: unknown): asserts connectionIn is ConnectionIn {
  if (!/\$after\b/.test(documentText(document))) {
    throw new SettingsError("settings.graphql", "`document` takes no `$after`.", {
      hint: "Ask as query ($after: String) { uiapi { query { Account(after: $after) { … } } } }.",
    });
  }
  if (typeof connectionIn === "function") return;
  throw new SettingsError("settings.graphql", `\`connection\` is ${kindOf(connectionIn)}.`, {
    hint: "Give a function as (data) => data.uiapi.query.Account.",
  });
}

function checkPageInfo({ pageInfo }: GraphQLConnection<unknown>): GraphQLConnection<unknown>["pageInfo"] {
  if (typeof (pageInfo as { hasNextPage?: unknown } | undefined)?.hasNextPage === "boolean") return pageInfo;
  throw new DecodeError("decode.graphql", "The answer does not say whether there are more pages.", {
    hint: "Ask for pageInfo { hasNextPage endCursor } in the connection.",
  });
}

function noWay(isSame: boolean): DecodeError {
  return new DecodeError("decode.graphql", "There are more pages, and the answer does not lead to them.", {
    hint: isSame
      ? "The cursor stays the same: give the connection `after: $after`."
      : "Ask for pageInfo { hasNextPage endCursor } in the connection.",
  });
}
