const KEPT = 10_000;

/** One request the org answered. Holds no query, body or token. */
export interface RequestLogEntry {
  readonly method: string;
  readonly path: string;
  /** 0 where a fault cut the connection before an answer. */
  readonly status: number;
  /** How long the answer took, in milliseconds. */
  readonly ms: number;
}

/** The requests answered, the last 10,000 of them. */
export interface RequestLog {
  readonly entries: readonly RequestLogEntry[];
  add(entry: RequestLogEntry): void;
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const entries: RequestLogEntry[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > KEPT) entries.shift();
    },
    clear: () => {
      entries.length = 0;
    },
  };
}
