/** How many bytes text has as UTF-8; undefined where half of a surrogate pair makes it unfit to be sent. */
export function utf8Length(text: string): number | undefined {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 2;
    else {
      // Two units become four bytes.
      if (unit > 0xdbff || !isLowSurrogate(text.charCodeAt(++at))) return undefined;
      bytes += 2;
    }
  }
  return bytes;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
