import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from "graphql";
import { ApiFault } from "../http/fault.js";
import type { GraphQLCall } from "./graphql-call.js";
import { schemaOf } from "./schema.js";

/** A document with what it is run with. */
export interface GraphQLRequest {
  readonly query: string;
  readonly operationName: string | undefined;
}

/** Salesforce's words for where a document failed. */
type ErrorType = "InvalidSyntax" | "ValidationError" | "OperationNotSupported" | "DataFetchingException";

/** What came of a document, as it is answered. */
export interface GraphQLAnswer {
  readonly data: object;
  readonly errors: readonly object[];
}

/** Runs a document as a user. */
export function runDocument({ query, operationName }: GraphQLRequest, call: GraphQLCall): GraphQLAnswer {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return refused([error], "InvalidSyntax");
    throw error;
  }
  const schema = schemaOf(call.context.catalog);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return refused(invalid, "ValidationError");
  const operation = getOperationAST(document, operationName);
  if (operation == null) {
    return refused([new GraphQLError(whichOperation(operationName))], "OperationNotSupported");
  }
  const run = () => executeNow(schema, document, operationName, call);
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const result = isMutation ? call.context.store.transaction(run, (made) => mayKeep(made, call)) : run();
  return answerOf(result, isMutation && !mayKeep(result, call));
}

function whichOperation(name: string | undefined): string {
  return name === undefined
    ? "The document holds several operations: give the name of one as operationName."
    : `The document holds no operation called ${name}.`;
}

function mayKeep({ errors }: ExecutionResult, { allOrNone }: GraphQLCall): boolean {
  return !allOrNone || errors === undefined;
}

function executeNow(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  call: GraphQLCall,
): ExecutionResult {
  const variableValues = call.variables;
  const result = execute({ schema, document, operationName, variableValues, contextValue: call });
  if (result instanceof Promise) throw new Error("Nothing that is resolved here is waited for.");
  return result as ExecutionResult;
}

function answerOf({ data, errors = [] }: ExecutionResult, isUndone: boolean): GraphQLAnswer {
  for (const { originalError } of errors) {
    // A mistake of this org's own is no part of an answer.
    const isOwn = originalError === undefined || originalError instanceof ApiFault;
    if (!isOwn && !(originalError instanceof GraphQLError)) throw originalError;
  }
  if (data === undefined) return refused(errors, "ValidationError");
  return {
    data: isUndone ? {} : (data ?? {}),
    errors: errors.map((error) => errorAnswer(error, "DataFetchingException")),
  };
}

function refused(errors: readonly GraphQLError[], type: ErrorType): GraphQLAnswer {
  return { data: {}, errors: errors.map((error) => errorAnswer(error, type)) };
}

function errorAnswer(
  { message, locations = [], path = [], originalError }: GraphQLError,
  ErrorType: ErrorType,
) {
  const entries = originalError instanceof ApiFault ? originalError.entries : [];
  return {
    message: entries.map((entry) => entry.message).join("; ") || message,
    locations: locations.map(({ line, column }) => ({ line, column })),
    path,
    extensions: { ErrorType },
  };
}
