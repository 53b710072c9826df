const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;

/** Integers of so many digits are exact, and so is their quotient by a power of ten as a number can be. */
const EXACT_DIGITS = 15;

/** As `Number(text)`, several times as fast for the plain decimals that fields mostly hold. */
export function numberOf(text: string): number {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let value = 0;
  let point = -1;
  for (let at = first; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= ZERO && unit <= NINE) {
      value = value * 10 + (unit - ZERO);
      digits++;
    } else if (unit === POINT && point < 0) point = at;
    else return Number(text);
  }
  if (digits === 0 || digits > EXACT_DIGITS) return Number(text);
  const size = point < 0 ? value : value / 10 ** (text.length - point - 1);
  return first === 0 ? size : -size;
}
