import { type TokenStore, unstorageTokenStore } from "orgtype";
import { fileTokenStore } from "orgtype/node";
import { createStorage } from "unstorage";
import redisDriver from "unstorage/drivers/redis";

/** How sharing-process.ts is started: JSON in its argument. */
export interface SharingSettings {
  readonly url: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly caller: string;
  readonly store: { readonly redisSocket: string } | { readonly folder: string; readonly key: string };
}

/** What it says in the end: JSON on stdout. */
export interface SharingReport {
  readonly calls: number;
  /** Token requests it made itself. */
  readonly renewals: number;
  /** What went wrong, in words. */
  readonly errors: readonly string[];
}

/** The store that the settings name, and how to let go of it. */
export function openStore(store: SharingSettings["store"]): { tokens: TokenStore; close(): Promise<void> } {
  if ("folder" in store) {
    return { tokens: fileTokenStore(store), close: async () => {} };
  }
  const storage = createStorage({ driver: redisDriver({ path: store.redisSocket, base: "orgtype" }) });
  return { tokens: unstorageTokenStore(storage), close: () => storage.dispose() };
}
