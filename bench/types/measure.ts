import { join, resolve } from "node:path";
import ts from "typescript";

/** What one program costs the compiler. */
export interface Measurement {
  readonly types: number;
  readonly instantiations: number;
  readonly megabytes: number;
  readonly milliseconds: number;
  readonly errors: readonly string[];
}

const root = resolve(import.meta.dirname, "../..");

/** Checks one file, as an editor does: what it needs of others, and no more of them. */
function measure(file: string): Measurement {
  const started = performance.now();
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    paths: { orgtype: [join(root, "src/index.ts")] },
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const errors = program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  globalThis.gc?.();
  return {
    types: program.getTypeCount(),
    instantiations: program.getInstantiationCount(),
    megabytes: Math.round(process.memoryUsage().heapUsed / 1e6),
    milliseconds: Math.round(performance.now() - started),
    errors,
  };
}

console.log(JSON.stringify(measure(process.argv[2] ?? "")));
