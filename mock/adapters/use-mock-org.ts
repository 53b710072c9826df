import { createOrg, type Org } from "../org.js";
import type { OrgOptions } from "../org-options.js";
import type { Listening } from "./node-http.js";

/** The hooks of a test runner: those of vitest, jest and node:test fit. */
export interface MockHooks {
  beforeAll(work: () => Promise<void>): void;
  afterEach(work: () => void): void;
  afterAll(work: () => Promise<void>): void;
}

export interface MockOrgOptions<S = unknown> extends OrgOptions {
  /** Serves the org over HTTP while the tests run. Default: it answers in process, by `org.fetch`. */
  listen?: boolean;
  /** What each test is to find: runs once, before the first of them. */
  setup?: (org: Org<S>) => void | Promise<void>;
}

/**
 * An org for the tests of a file or a block. After each test its data is what `setup` made, its faults are
 * cleared, its clock goes on, and its requests are forgotten.
 *
 * @example
 * const org = useMockOrg({ beforeAll, afterEach, afterAll }, { setup: (org) => org.seed({ Account: [{ Name: "Acme" }] }) });
 */
export function useMockOrg<S = unknown>(
  hooks: MockHooks,
  { listen = false, setup, ...options }: MockOrgOptions<S> = {},
): Org<S> {
  const org = createOrg<S>(options);
  let mark = org.snapshot();
  let server: Listening | undefined;
  hooks.beforeAll(async () => {
    if (listen) server = await org.listen();
    await setup?.(org);
    mark = org.snapshot();
    org.forgetRequests();
  });
  hooks.afterEach(() => {
    org.restore(mark);
    org.faults.clear();
    org.clock.resume();
    org.forgetRequests();
  });
  hooks.afterAll(async () => server?.close());
  return org;
}
