import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

/** What the server keeps: tokens, codes, grants, sessions. */
export interface TokenStorage {
  readonly adapter: AdapterFactory;
  /** Ends every access token given out so far; refresh tokens live on. */
  expireAccessTokens(): void;
  /** Ends every token given out so far. */
  revokeAll(): void;
}

interface Row {
  readonly model: string;
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

const ACCESS = ["AccessToken", "ClientCredentials"];
const OF_A_GRANT = ["AccessToken", "AuthorizationCode", "RefreshToken"];

export function createTokenStorage(): TokenStorage {
  const rows = new Map<string, Row>();
  const removeWhere = (unwanted: (row: Row) => boolean) => {
    for (const [key, row] of rows) if (unwanted(row)) rows.delete(key);
  };
  return {
    adapter: (model) => adapterOf(model, rows, removeWhere),
    expireAccessTokens: () => removeWhere(({ model }) => ACCESS.includes(model)),
    revokeAll: () => removeWhere(({ model }) => ACCESS.includes(model) || OF_A_GRANT.includes(model)),
  };
}

function adapterOf(
  model: string,
  rows: Map<string, Row>,
  removeWhere: (unwanted: (row: Row) => boolean) => void,
): Adapter {
  const keyOf = (id: string) => `${model}:${id}`;
  const alive = (row: Row | undefined) =>
    row !== undefined && row.expiresAt > Date.now() ? row.payload : undefined;
  const findWhere = (wanted: (payload: AdapterPayload) => boolean) =>
    alive([...rows.values()].find((row) => row.model === model && wanted(row.payload)));
  return {
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000;
      rows.set(keyOf(id), { model, payload, expiresAt });
    },
    find: async (id) => alive(rows.get(keyOf(id))),
    findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => findWhere((payload) => payload.userCode === userCode),
    async consume(id) {
      const row = rows.get(keyOf(id));
      if (row !== undefined) row.payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      rows.delete(keyOf(id));
    },
    async revokeByGrantId(grantId) {
      removeWhere((row) => OF_A_GRANT.includes(row.model) && row.payload.grantId === grantId);
    },
  };
}
