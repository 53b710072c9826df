import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import ts from "typescript";

const root = resolve(import.meta.dirname, "..");

/**
 * Type errors of generated code, by file, as strictly as TypeScript can be. Every file below the folder is
 * checked, declaration files included, which `skipLibCheck` would leave out; other declaration files are not.
 */
export async function typeErrors(folder: string, paths: readonly string[]): Promise<Map<string, string[]>> {
  // Without it the files would be taken for CommonJS.
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const program = ts.createProgram([...paths], {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    paths: { orgtype: [join(root, "src/index.ts")] },
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    noEmit: true,
  });
  const errors = new Map<string, string[]>();
  const ofProgram = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  errors.set("", ofProgram.map(inWords));
  for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${folder}/`))) {
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    errors.set(file.fileName, found.map(inWords));
  }
  return errors;
}

function inWords({ file, code, messageText }: ts.Diagnostic): string {
  return `${file?.fileName ?? "program"}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
}
