import type { Credentials, Listening, Org, OrgData, OrgOptions } from "orgtype/mock";
import { DEFAULT_REDIRECT_URI } from "../../../src/settings/connection-settings.js";
import type { KeptOrg } from "./org-file.js";

/** An org at an address that stays while the org is made anew. */
export interface ServedOrg {
  readonly org: Org;
  readonly url: string;
  /** Puts another org in its place, with the same logins and, unless said otherwise, the same records. */
  renew(options: OrgOptions, data: OrgData | undefined): Promise<void>;
  close(): Promise<void>;
}

/** Makes an org and serves it. */
export async function serveOrg(
  options: OrgOptions,
  port: number,
  kept: KeptOrg | undefined,
): Promise<ServedOrg> {
  const { createOrg } = await import("orgtype/mock");
  // So that `orgtype login` works against it.
  const credentials: Partial<Credentials> = kept?.credentials ?? { redirectUri: DEFAULT_REDIRECT_URI };
  let org = createOrg({ ...options, credentials, ...(kept !== undefined && { data: kept.data }) });
  let server: Listening = await org.listen({ port });
  return {
    get org() {
      return org;
    },
    get url() {
      return server.url;
    },
    async renew(next, data) {
      const { credentials: same } = org;
      const renewed = createOrg({ ...next, credentials: same, ...(data !== undefined && { data }) });
      const { port: samePort } = new URL(server.url);
      await server.close();
      org = renewed;
      server = await org.listen({ port: Number(samePort) });
    },
    close: () => server.close(),
  };
}
