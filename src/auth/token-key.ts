import { SettingsError } from "../errors.js";
import type { Environment } from "../settings/environment.js";
import type { Grant } from "./grant.js";
import type { TokenStore } from "./token-store.js";

/** Where a connection's tokens are kept. */
export interface KeptConnection {
  environment: Environment;
  auth: Pick<Grant, "name" | "key">;
  tokenStore: TokenStore;
  /** Tells the login from others in the store. Default: login host, grant, client id and user name. */
  tokenKey?: string;
}

/** @throws SettingsError where a store cannot be one, or nothing tells the login from others */
export function tokenKeyOf({ environment, auth, tokenStore, tokenKey }: KeptConnection): string {
  const methods = [tokenStore.get, tokenStore.compareAndSet, tokenStore.lock];
  if (!methods.every((method) => typeof method === "function")) {
    throw new SettingsError("settings.token-store", "`tokenStore` is no token store.", {
      hint: "Give memoryTokenStore(), unstorageTokenStore(storage) or fileTokenStore() of orgtype/node.",
    });
  }
  if (typeof tokenKey === "string" && tokenKey !== "") return tokenKey;
  if (tokenKey === undefined && auth.key !== undefined) {
    return `${new URL(environment.loginUrl).host}/${auth.name}/${auth.key}`;
  }
  throw new SettingsError("settings.token-store", `\`tokenKey\` is missing for the grant "${auth.name}".`, {
    hint: "Give text that tells this login from others in the store, such as an id of its user.",
  });
}
