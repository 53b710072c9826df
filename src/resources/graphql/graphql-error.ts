import { ApiError, explained, type GraphQLError, type GraphQLErrorEntry } from "../../errors.js";
import type { HintFor } from "../../http/refusal.js";
import type { WireGraphQLError } from "../../http/schemas.js";

/** Not in `errors.ts`, which every client starts with. */
export class FailedGraphQL extends ApiError implements GraphQLError {
  static override readonly className: string = "GraphQLError";

  declare readonly errors: readonly GraphQLErrorEntry[];
  declare readonly data: unknown;

  constructor(
    errors: readonly GraphQLErrorEntry[],
    { data, request, hintFor = explained }: { data: unknown; request: string; hintFor?: HintFor | undefined },
  ) {
    const [first] = errors;
    super({ status: 200, errors, request, hint: first && hintFor(first.errorCode, first.message) });
    // Not enumerable: logs hold what an org says of people.
    Object.defineProperty(this, "data", { value: data, enumerable: false });
  }
}

/** An error as it is told, whichever of the forms it came in. */
export function errorEntry(error: WireGraphQLError): GraphQLErrorEntry {
  const { message, path, paths, locations, extensions } = error;
  return {
    errorCode: codeOf(extensions) ?? "GRAPHQL_ERROR",
    message: typeof message === "string" ? message : "no message given",
    fields: [],
    path: path ?? paths ?? [],
    locations: (locations ?? []).map(({ line, column }) => ({ line, column })),
    extensions: extensions ?? {},
  };
}

function codeOf(extensions: WireGraphQLError["extensions"]): string | undefined {
  const { ErrorType, errorCode, code } = extensions ?? {};
  return [ErrorType, errorCode, code].find((each): each is string => typeof each === "string" && each !== "");
}
