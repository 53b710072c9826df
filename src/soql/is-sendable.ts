/** Whether text can be sent as UTF-8: half of a surrogate pair cannot. */
export function isSendable(text: string): boolean {
  // Not every browser has it.
  const known = text as { isWellFormed?(): boolean };
  return known.isWellFormed?.() ?? !/\p{Surrogate}/u.test(text);
}
