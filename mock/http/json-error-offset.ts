const SPACE = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON texts cannot hold them
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where a text stops being JSON; its length where it only ends too early. Engines tell it differently. */
export function jsonErrorOffset(text: string): number {
  let at = 0;

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }

  function character(wanted: string): boolean {
    take(SPACE);
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  }

  function list(end: string, item: () => boolean): boolean {
    if (character(end)) return true;
    do if (!item()) return false;
    while (character(","));
    return character(end);
  }

  function member(): boolean {
    take(SPACE);
    return take(TEXT) && character(":") && value();
  }

  function value(): boolean {
    if (character("{")) return list("}", member);
    if (character("[")) return list("]", value);
    return take(TEXT) || take(PLAIN);
  }

  if (value()) take(SPACE);
  return at;
}
