import { createAddress } from "./adapters/address.js";
import { createFetch } from "./adapters/fetch.js";
import type { Listening, ListenOptions } from "./adapters/node-http.js";
import { type Clock, createClock } from "./clock.js";
import { createOrgContext } from "./create-context.js";
import type { PublishedEvent } from "./events/event-log.js";
import { createFaults, type Faults } from "./faults/faults.js";
import { type FillOptions, fillRecords } from "./fill/fill-records.js";
import { createHandler } from "./handler.js";
import type { Credentials } from "./oauth/credentials.js";
import { createOAuthControls, type OAuthControls } from "./oauth/oauth-controls.js";
import { exportData, type OrgData } from "./org-data.js";
import type { OrgOptions } from "./org-options.js";
import { createRequestLog, type RequestLogEntry } from "./request-log.js";
import { createRouter } from "./router.js";
import { apexRestRoutes } from "./routes/apex-rest.js";
import { ROUTES } from "./routes/index.js";
import { readRecords, seedRecords, undeleteRecords } from "./seed.js";
import { addUser } from "./setup-records.js";
import { markOf, type OrgMark, restoreTo } from "./snapshot.js";
import type { FillCounts, OrgObject, OrgRecord, SeedIds, SeedRecords } from "./typed-records.js";

const DEFAULT_API_VERSION = "66.0";
/** A name that no one can register, so that a request that slips past the org goes nowhere. */
const DEFAULT_URL = "https://embedded.my.salesforce.test";

/** A user who is logged in. */
export interface OrgUser {
  readonly id: string;
  readonly username: string;
  readonly accessToken: string;
}

/**
 * A Salesforce org in memory.
 *
 * @typeParam S the schema of generated code, so that seeds are typed: `createOrg<Schema>()`
 */
export interface Org<S = unknown> {
  /** Answers any request to the org: REST API and OAuth. */
  readonly handler: (request: Request) => Promise<Response>;
  /** `fetch` whose requests the org answers in process. Throws as `fetch` does, for an aborted signal. */
  readonly fetch: typeof globalThis.fetch;
  /** The address of the org: of its server while it listens, else one that works with `org.fetch` only. */
  readonly url: string;
  readonly apiVersion: string;
  readonly credentials: Credentials;
  /** Users, apps and policies of the org's logins, for tests. */
  readonly oauth: OAuthControls;
  /** The requests answered so far, the last 10,000 of them. */
  readonly requests: readonly RequestLogEntry[];
  /** Empties `requests`. */
  forgetRequests(): void;
  /** Things that go wrong, for tests of how a client takes them. */
  readonly faults: Faults;
  readonly clock: Clock;
  /** The platform events published so far, the oldest first. */
  readonly events: readonly PublishedEvent[];
  /** Serves the org over HTTP on the loopback address; port 0, the default, takes a free one. */
  listen(options?: ListenOptions): Promise<Listening>;
  /**
   * Creates records under the rules of the API, all or none, and returns their ids in the order given.
   * @throws ApiError with Salesforce's refusal
   */
  seed(records: SeedRecords<S>): SeedIds<S>;
  /**
   * Creates so many likely records of each object under the rules of the API, all or none, and returns their ids.
   * Lookups are to records there are, or that are made by the same call.
   *
   * @example
   * org.fill({ Account: 1_000, Contact: 3_000 }, { seed: 42 });
   *
   * @throws TypeError where an object is not there, or needs another one
   */
  fill(counts: FillCounts<S>, options?: FillOptions): SeedIds<S>;
  /**
   * Takes records out of the recycle bin, all or none, with the children that went there with them.
   * @throws ApiError with Salesforce's refusal
   */
  undelete(ids: readonly string[]): void;
  /** The org's records as plain JSON, for `createOrg({ data })`: in another process, or another day. */
  export(): OrgData;
  /** How often the org's records were changed: whether there is something new to keep. */
  readonly changes: number;
  /** A point to go back to with `restore`. */
  snapshot(): OrgMark;
  /**
   * Takes records, events and bulk jobs back to a point, in a time that depends on what was changed since only.
   * @throws Error where an earlier point was gone back to before
   */
  restore(mark: OrgMark): void;
  /**
   * Adds a user with a profile, and opens a session for them.
   * @throws TypeError where there is no such profile
   */
  addUser(user: { profile: string; username?: string }): OrgUser;
  /** The records of an object that are not deleted, with every field. */
  records<N extends OrgObject<S>>(objectName: N): OrgRecord<S, N>[];
  /** Ends all sessions: access tokens issued so far get 401 INVALID_SESSION_ID. Refresh tokens live on. */
  expireSessions(): void;
}

/** Makes an org. Without `describes` it has the standard objects, two custom ones and a platform event. */
export function createOrg<S = unknown>(options: OrgOptions = {}): Org<S> {
  const clock = createClock(options.now ?? (() => new Date()));
  const router = createRouter([...ROUTES, ...apexRestRoutes(options.apexRest ?? {})]);
  const ownUrl = options.url ?? DEFAULT_URL;
  const org = createOrgContext(options, { now: clock.now, ownUrl, router });
  const requests = createRequestLog();
  const faults = createFaults();
  const handler = createHandler(org, router, { faults, requests });
  const address = createAddress(handler, ownUrl);
  const oauth = createOAuthControls(org);
  const made: Org = {
    handler,
    fetch: createFetch(handler),
    get url() {
      return address.url;
    },
    apiVersion: options.apiVersion ?? DEFAULT_API_VERSION,
    credentials: org.credentials,
    oauth,
    requests: requests.entries,
    forgetRequests: requests.clear,
    faults,
    clock,
    events: org.events.events,
    listen: address.listen,
    seed: (records) => seedRecords(org, records),
    fill: (counts, fillOptions) => fillRecords(org, counts, fillOptions),
    undelete: (ids) => undeleteRecords(org, ids),
    export: () => exportData(org),
    get changes() {
      return org.store.changes;
    },
    snapshot: () => markOf(org),
    restore: (mark) => restoreTo(org, mark),
    addUser: ({ profile, username = `${profile.replaceAll(/\W+/g, "-").toLowerCase()}@example.com` }) => {
      const id = addUser(org, username, profile);
      return { id, username, accessToken: oauth.openSession(username) };
    },
    records: (objectName) => readRecords(org, objectName),
    expireSessions: () => org.oauth.sessions.expireAll(),
  };
  // The schema is known to the types only.
  return made as unknown as Org<S>;
}
