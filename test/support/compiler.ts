import ts from "typescript";

/** What a program costs, and what is wrong with it. */
export interface ProgramCost {
  /** Instantiations of types: the same in each run. */
  readonly instantiations: number;
  readonly errors: readonly string[];
}

/** Compiles programs of one file, which need not exist, one after the other. */
export class Compiler {
  readonly #fileName: string;
  readonly #options: ts.CompilerOptions;
  #last: ts.Program | undefined;

  constructor(fileName: string, options: ts.CompilerOptions) {
    this.#fileName = fileName;
    this.#options = options;
  }

  cost(source: string): ProgramCost {
    const program = ts.createProgram(
      [this.#fileName],
      this.#options,
      this.#hostOf(`${source}\nexport {};\n`),
    );
    const errors = program
      .getSemanticDiagnostics(program.getSourceFile(this.#fileName))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    this.#last = program;
    return { instantiations: program.getInstantiationCount(), errors };
  }

  /** All but the one file is read once. */
  #hostOf(text: string): ts.CompilerHost {
    const host = ts.createCompilerHost(this.#options);
    const { getSourceFile, fileExists } = host;
    const last = this.#last;
    host.fileExists = (name) => name === this.#fileName || fileExists(name);
    host.getSourceFile = (name, ...rest) =>
      name === this.#fileName
        ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
        : (last?.getSourceFile(name) ?? getSourceFile(name, ...rest));
    return host;
  }
}
