import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { authorizationCode, connect, custom } from "orgtype";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missing, redisServer } from "../../support/debian-packages.js";
import { type Idp, startIdp } from "../../support/idp/idp.js";
import { REDIRECT_URI } from "../../support/idp/logins.js";
import { openStore, type SharingReport, type SharingSettings } from "../../support/idp/shared-store.js";
import { signIn } from "../../support/idp/sign-in.js";
import { keepOutput, newSecret } from "../../support/kept-secrets.js";
import { programOf } from "../../support/program.js";
import { startRedis } from "../../support/redis.js";

// Two real processes, one login, a refresh token that can be used once: each token they share ends as soon as
// both have used it, so that both want to renew it at the same time, a hundred times over.

const RENEWALS = 100;
const program = await programOf(
  fileURLToPath(new URL("../../support/idp/sharing-process.ts", import.meta.url)),
);
const children = new Set<ChildProcess>();

let idp: Idp;
beforeEach(async () => {
  idp = await startIdp();
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await idp.close();
});

const refreshes = () => idp.exchanges.filter(({ grantType }) => grantType === "refresh_token");

function appSettings() {
  return { clientId: idp.apps.open.clientId, redirectUri: REDIRECT_URI };
}

/** A person logs in once; the store keeps the tokens. */
async function fillStore(settings: SharingSettings["store"]): Promise<void> {
  const store = openStore(settings);
  const environment = custom(idp.url);
  const login = authorizationCode({ environment, ...appSettings() });
  const tokens = await login.callback(await signIn(await login.authorizationUrl(), idp.user));
  await connect({
    environment,
    auth: login.withTokens(tokens),
    tokenStore: store.tokens,
    apiVersion: "66.0",
  });
  await store.close();
}

function startProcess(caller: string, store: SharingSettings["store"]) {
  const settings: SharingSettings = { url: idp.url, ...appSettings(), caller, store };
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return {
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async stop(): Promise<SharingReport> {
      child.stdin.end();
      const [out, err] = await ended;
      keepOutput(out + err);
      expect(err).toBe("");
      return JSON.parse(out);
    },
  };
}

async function bothLiveOn(store: SharingSettings["store"]): Promise<void> {
  await fillStore(store);
  idp.policies.rotate = true;
  idp.policies.callersPerAccessToken = 2;
  const processes = ["one", "two"].map((caller) => startProcess(caller, store));
  while (refreshes().length < RENEWALS && processes.every(({ isAlive }) => isAlive())) await sleep(20);
  const alive = processes.map(({ isAlive }) => isAlive());
  // Once one has stopped the other never needs a new token.
  idp.policies.callersPerAccessToken = Number.POSITIVE_INFINITY;
  const reports = await Promise.all(processes.map(({ stop }) => stop()));

  expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
  expect(alive).toEqual([true, true]);
  expect(refreshes().filter(({ error }) => error !== undefined)).toEqual([]);
  expect(refreshes().length).toBeGreaterThanOrEqual(RENEWALS);
  // Nobody asked but the two.
  expect(reports.reduce((sum, { renewals }) => sum + renewals, 0)).toBe(refreshes().length);
  // Each renewal served both.
  for (const { calls } of reports) expect(calls).toBeGreaterThanOrEqual(RENEWALS);
}

describe("two processes live on for 100 renewals of one rotating refresh token", () => {
  it("on a real Redis, by unstorage", { timeout: 60_000 }, async ({ skip }) => {
    if (redisServer === undefined) return skip(missing("redis-server"));
    const redis = await startRedis(redisServer);
    try {
      await bothLiveOn({ redisSocket: redis.socket });
    } finally {
      await redis.close();
    }
  });

  it("on files", { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "orgtype-tokens-"));
    try {
      await bothLiveOn({ folder, key: newSecret("key of the files") });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
