import { DecodeError } from "../../errors.js";
import { type Operation, operation } from "../../http/operation.js";
import { createSend, type Handler, nameOf, type SendSettings, toWire } from "../../http/pipeline.js";
import type { WireGraphQLRequest, WireGraphQLResult } from "../../http/schemas.js";
import { takingResults } from "../../http/taking-results.js";
import { checkVariables } from "./check-variables.js";
import { documentText } from "./document-text.js";
import type { GraphQLOptions, GraphQLResult } from "./graphql.js";
import { errorEntry, FailedGraphQL } from "./graphql-error.js";
import { mayWrite } from "./may-write.js";
import { checkOperationName } from "./operation-name.js";

/** What documents are sent by, and how. */
export interface GraphQLParts extends Omit<SendSettings, "revive" | "hints"> {
  readonly handler: Handler;
  readonly hints: SendSettings["hints"] | undefined;
}

/** Runs documents. */
export function graphqlOf({ handler, apiVersion, headers, hints }: GraphQLParts) {
  const settings: SendSettings = { apiVersion, headers, hints };
  const send = createSend(takingResults(handler, isResult), settings);

  async function ask(document: unknown, variables?: unknown, options: GraphQLOptions = {}) {
    const { operationName, ...call } = options;
    const sent = postDocument({
      query: documentText(document),
      ...(variables !== undefined && { variables: checkVariables(variables) }),
      ...(operationName !== undefined && { operationName: checkOperationName(operationName) }),
    });
    const { data, errors } = await send(sent, call);
    // Salesforce answers {} where it answers no data: a document that ran has something in it.
    const isEmpty = data == null || Object.keys(data).length === 0;
    return {
      data: isEmpty ? null : data,
      errors: (errors ?? []).map(errorEntry),
      request: nameOf(toWire(sent, call, settings)),
    };
  }

  return {
    async run(document: unknown, variables?: unknown, options?: GraphQLOptions): Promise<unknown> {
      const { data, errors, request } = await ask(document, variables, options);
      if (errors.length > 0) throw new FailedGraphQL(errors, { data, request, hintFor: await hints?.() });
      if (data !== null) return data;
      throw new DecodeError("decode.graphql", "Salesforce answered neither data nor errors.");
    },
    async result(
      document: unknown,
      variables?: unknown,
      options?: GraphQLOptions,
    ): Promise<GraphQLResult<unknown>> {
      const { data, errors } = await ask(document, variables, options);
      return { data, errors };
    },
  };
}

/** `POST /graphql`. Doing it twice is the same as doing it once where nothing is written. */
function postDocument(body: WireGraphQLRequest): Operation<WireGraphQLResult> {
  const repeatable = !mayWrite(body.query, body.operationName);
  return operation("post", "/graphql", { body, repeatable }, (result) => {
    if (isResult(result)) return result;
    throw new DecodeError("decode.graphql", "Salesforce answered neither data nor errors.", {
      hint: "Something between here and Salesforce may have answered: check the URL and any proxy.",
    });
  });
}

function isResult(value: unknown): value is WireGraphQLResult {
  if (typeof value !== "object" || value === null) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  return Array.isArray(errors) || (typeof data === "object" && data !== null);
}
