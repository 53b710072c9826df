import { type KeptConnection, tokenKeyOf } from "./token-key.js";
import type { TokenSet } from "./token-set.js";

/**
 * Puts the tokens of a login where clients with the same environment, grant, store and key find them.
 *
 * @throws SettingsError where the grant has no key and none is given
 */
export async function keepTokens(connection: KeptConnection, tokens: TokenSet): Promise<void> {
  const { tokenStore } = connection;
  const key = tokenKeyOf(connection);
  const { toText } = await import("./kept-tokens.js");
  const text = toText(tokens);
  while (!(await tokenStore.compareAndSet(key, await tokenStore.get(key), text))) {
    // Somebody was quicker; this login is the newer one all the same.
  }
}
