/** What a code led to: its value, or how it failed. */
export type Taken<T> = { readonly value: T } | "used or late" | "unknown";

/** Codes that lead to a value once, and for a limited time of the org's clock. */
export interface ExpiringCodes<T> {
  put(code: string, value: T): void;
  take(code: string): Taken<T>;
}

export function createExpiringCodes<T>(lifetimeMs: number, now: () => Date): ExpiringCodes<T> {
  const entries = new Map<string, { value: T; until: number; used: boolean }>();
  return {
    put: (code, value) => void entries.set(code, { value, until: now().getTime() + lifetimeMs, used: false }),
    take(code) {
      const entry = entries.get(code);
      if (entry === undefined) return "unknown";
      if (entry.used || now().getTime() > entry.until) return "used or late";
      entry.used = true;
      return { value: entry.value };
    },
  };
}
