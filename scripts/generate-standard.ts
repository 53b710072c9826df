import { generate } from "../codegen/generate.js";
import type { DescribeSource } from "../codegen/source/source.js";
import { standardDescribes } from "../mock/schema/index.js";

export interface StandardOptions {
  /** Whether the embedded org's custom objects and its platform event come along. Default: false. */
  readonly custom?: boolean;
}

/** Writes the client of the embedded org's objects, made of its describes by `generate` itself. */
export async function generateStandard(out: string, { custom = false }: StandardOptions = {}): Promise<void> {
  const source: DescribeSource = {
    async *read() {
      for (const describe of standardDescribes()) {
        if (custom || !describe.custom) yield { origin: describe.name, input: describe };
      }
    },
  };
  const { problems } = await generate({ source, apiVersion: "66.0", out });
  if (problems.length > 0) throw new AggregateError(problems, "The standard describes cannot be used.");
}
