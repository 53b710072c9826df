// Generated run-time files hold imports, exports, literals and one call: no block, loop or condition.
import { readdir, readFile } from "node:fs/promises";
import ts from "typescript";

const folder = "generated/standard";
const allowed = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.TypeAliasDeclaration,
]);
const logic = [
  ts.isFunctionLike,
  ts.isBlock,
  ts.isConditionalExpression,
  ts.isIterationStatement,
  ts.isIfStatement,
];

let problems = 0;
for (const name of (await readdir(folder)).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".d.ts"),
)) {
  const file = ts.createSourceFile(
    name,
    await readFile(`${folder}/${name}`, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  let calls = 0;
  const complain = (node, what) => {
    problems++;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    console.error(`${folder}/${name}:${line + 1}: ${what}`);
  };
  const visit = (node) => {
    if (logic.some((is) => is(node, false))) complain(node, "logic in generated code");
    if (ts.isCallExpression(node) && ++calls > 1) complain(node, "more than one call in generated code");
    ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) {
    if (!allowed.has(statement.kind))
      complain(statement, `${ts.SyntaxKind[statement.kind]} in generated code`);
    visit(statement);
  }
}
process.exit(problems === 0 ? 0 : 1);
