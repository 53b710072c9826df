/** The `scope` of a request, where scopes are given. */
export function scopeParameter(scopes: readonly string[] | undefined): { scope?: string } {
  return scopes === undefined || scopes.length === 0 ? {} : { scope: scopes.join(" ") };
}
