import ts from "typescript";

/** Everything generated code is made of; what is not here is code that runs, or that nobody meant. */
const ALLOWED = new Set([
  ts.SyntaxKind.SourceFile,
  ts.SyntaxKind.EndOfFileToken,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ImportClause,
  ts.SyntaxKind.NamedImports,
  ts.SyntaxKind.ImportSpecifier,
  ts.SyntaxKind.NamespaceImport,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.NamedExports,
  ts.SyntaxKind.ExportSpecifier,
  ts.SyntaxKind.ExportKeyword,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.PropertySignature,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.TypeLiteral,
  ts.SyntaxKind.TypeReference,
  ts.SyntaxKind.QualifiedName,
  ts.SyntaxKind.QuestionToken,
  ts.SyntaxKind.ArrayType,
  ts.SyntaxKind.TypeOperator,
  ts.SyntaxKind.ParenthesizedType,
  ts.SyntaxKind.UnionType,
  ts.SyntaxKind.LiteralType,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.NeverKeyword,
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.BooleanKeyword,
  ts.SyntaxKind.UnknownKeyword,
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.ComputedPropertyName,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.VariableDeclarationList,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.ObjectBindingPattern,
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.ArrayLiteralExpression,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.ShorthandPropertyAssignment,
]);

export interface Syntax {
  /** What should not be there: syntax errors, and kinds of syntax generated code does not use. */
  readonly surprises: readonly string[];
  /** Names of top-level declarations. */
  readonly declares: readonly string[];
  /** Names of the properties of each interface. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** Functions called, as they are written. */
  readonly calls: readonly string[];
  /** Text of every string literal. */
  readonly strings: ReadonlySet<string>;
  /** Tags of doc comments. */
  readonly docTags: readonly string[];
}

/** What a generated file says, as TypeScript reads it. */
export function syntaxOf(path: string, text: string): Syntax {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const errors = (file as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics;
  const surprises = errors.map(
    (error) => `${path}: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`,
  );
  const declares: string[] = [];
  const members: Record<string, string[]> = {};
  const calls: string[] = [];
  const strings = new Set<string>();
  const docTags: string[] = [];
  const nameOf = (name: ts.PropertyName) =>
    ts.isComputedPropertyName(name) ? (name.expression as ts.StringLiteral).text : name.text;
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      calls.push(node.expression.getText());
      for (const part of [...(node.typeArguments ?? []), ...node.arguments]) visit(part);
      return;
    }
    if (!ALLOWED.has(node.kind))
      surprises.push(`${path}: ${ts.SyntaxKind[node.kind]} ${node.getText().slice(0, 80)}`);
    if (ts.isStringLiteralLike(node)) strings.add(node.text);
    if (ts.isInterfaceDeclaration(node)) {
      declares.push(node.name.text);
      members[node.name.text] = node.members.map((member) => nameOf(member.name as ts.PropertyName));
    }
    docTags.push(...ts.getJSDocTags(node).map((tag) => tag.tagName.text));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { surprises, declares, members, calls, strings, docTags };
}
