/** What generated code can be written in. */
export const LANGUAGES = ["ts", "js"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A module of generated code that holds more than types. */
export interface ModuleText {
  readonly ts: string;
  readonly js: string;
  /** The types of the JavaScript. */
  readonly dts: string;
}

/** The files of a module, by path. */
export function moduleFiles(
  name: string,
  text: ModuleText,
  language: Language,
): [path: string, text: string][] {
  if (language === "ts") return [[`${name}.ts`, text.ts]];
  return [
    [`${name}.js`, text.js],
    [`${name}.d.ts`, text.dts],
  ];
}

export interface Constant {
  readonly name: string;
  /** A type of the package. */
  readonly type: string;
  readonly doc: string;
  /** An expression, in text. */
  readonly value: string;
}

/** A module of one constant. */
export function constantModule({ name, type, doc, value }: Constant): ModuleText {
  const typeImport = `import type { ${type} } from "orgtype";\n\n`;
  const comment = `/** ${doc} */\n`;
  return {
    ts: `${typeImport}${comment}export const ${name}: ${type} = ${value};\n`,
    js: `${comment}export const ${name} = ${value};\n`,
    dts: `${typeImport}${comment}export declare const ${name}: ${type};\n`,
  };
}
