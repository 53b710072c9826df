const OBJECT_NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Words an interface cannot be called. None is an sObject of Salesforce; a forged describe may say so. */
const TAKEN_BY_TYPESCRIPT = new Set(
  (
    "any as async await bigint boolean break case catch class const continue debugger default delete do else " +
    "enum export extends false finally for function if implements import in instanceof interface let never " +
    "new null number object package private protected public return static string super switch symbol this " +
    "throw true try typeof undefined unknown var void while with yield"
  ).split(" "),
);

/** Whether a text can be the API name of an sObject; such a name is safe in a file name and as an identifier. */
export function isObjectName(text: string): boolean {
  return OBJECT_NAME.test(text) && !TAKEN_BY_TYPESCRIPT.has(text);
}

/** By code unit: the same order on every machine. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Salesforce tells names apart without regard to case. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
