import { copyOf, methodsOnDemand } from "../../async/methods-on-demand.js";
import type { GraphQLParts } from "./create-graphql.js";
import type { RunGraphQL } from "./graphql.js";

/** `sf.graphql`. The code behind it is loaded when it is first used. */
export function createGraphQL(parts: GraphQLParts): RunGraphQL {
  const { run, result } = methodsOnDemand(["run", "result"], async () =>
    (await import("./create-graphql.js")).graphqlOf(parts),
  );
  const pages = (...args: unknown[]) => {
    const given = copyOf(args) as unknown[];
    const read = async function* () {
      yield* (await import("./read-connection.js")).readConnection(run, given);
    };
    const all = async () => {
      const nodes: unknown[] = [];
      for await (const node of read()) nodes.push(node);
      return nodes;
    };
    return { [Symbol.asyncIterator]: read, all };
  };
  // Which data comes of which document is known to the types only.
  return Object.assign(run, { result, pages }) as unknown as RunGraphQL;
}
