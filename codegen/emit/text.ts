/** Line ends, control characters, and marks that reorder the text around them so that code reads unlike it runs. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Any text as a string literal that ends where it should, on one line of plain characters. */
export function stringLiteral(text: string): string {
  return stringified(text);
}

/** A value as JSON, on one line of a template literal that has no expressions. */
export function templateJson(value: unknown): string {
  return stringified(value).replace(/[\\`$]/g, "\\$&");
}

function stringified(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Any text as the name of a property, in an interface or an object literal. */
export function propertyName(name: string): string {
  // Plain or quoted, this one name would set an object literal's prototype.
  if (name === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(name) ? name : stringLiteral(name);
}

/** Texts as a union of string literals; `never` where there are none. */
export function literalUnion(texts: readonly string[]): string {
  return texts.length === 0 ? "never" : texts.map(stringLiteral).join(" | ");
}

/** Any text as one line inside a doc comment: it can neither end the comment nor start a tag or markup. */
export function commentText(text: string): string {
  return text
    .replace(UNSAFE, " ")
    .replace(/\*\//g, "*\\/")
    .replace(/(?<![\w.+-])@/g, "&#64;")
    .replace(/<(?=[A-Za-z/!?])/g, "&lt;")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Paragraphs as a doc comment. Their text may come from anywhere. */
export function docComment(paragraphs: readonly string[], indent = ""): string {
  const lines = paragraphs.map(commentText).filter((line) => line !== "");
  if (lines.length <= 1) return `${indent}/** ${lines[0] ?? ""} */\n`;
  return `${indent}/**\n${indent} * ${lines.join(`\n${indent} *\n${indent} * `)}\n${indent} */\n`;
}
