import { connect, type DevicePrompt, device, myDomain } from "orgtype";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { json } from "../../../../support/fake-org.js";
import { failure, HOST, oauthError, tokenServer } from "../token-server.js";

const codes = (extra: Record<string, unknown> = {}) =>
  json({ device_code: "d3vice", user_code: "ABCD", verification_uri: `${HOST}/setup/connect`, ...extra });
const waiting = () => oauthError("authorization is pending", "authorization_pending");

function login(onPrompt: (prompt: DevicePrompt) => void = () => {}) {
  const server = tokenServer({ gives: "refresh" });
  const sentAt: number[] = [];
  const client = () =>
    connect({
      environment: myDomain("acme"),
      auth: device({ clientId: "key", onPrompt }),
      transport: (url, init) => {
        sentAt.push(Date.now());
        return server.transport(url, init);
      },
      apiVersion: "66.0",
      timeout: 1000,
      retry: { times: 0 },
    });
  return { server, sentAt, client };
}

// What tells of failures is loaded with the first one: these tests measure time, or stop it.
await import("../../../../../src/auth/oauth-failure.js");
await import("../../../../../src/auth/refusals.js");

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("device", () => {
  it("shows the code, then asks at the server's interval until the person is done", async () => {
    const prompts: DevicePrompt[] = [];
    const { server, sentAt, client } = login((prompt) => prompts.push(prompt));
    server.scripted.push(() => codes({ interval: 5, expires_in: 600 }), waiting, waiting);
    const connecting = client();
    await vi.advanceTimersByTimeAsync(60_000);
    await connecting;
    expect(prompts).toEqual([
      { userCode: "ABCD", verificationUri: `${HOST}/setup/connect`, expiresInMs: 600_000 },
    ]);
    expect(server.requests.map(({ form }) => form)).toEqual([
      { response_type: "device_code", client_id: "key", scope: "api refresh_token" },
      ...Array(3).fill({ grant_type: "device", client_id: "key", code: "d3vice" }),
    ]);
    expect(sentAt.map((at) => at - (sentAt[0] ?? 0))).toEqual([0, 5000, 10_000, 15_000]);
  });

  it("asks less often when it is told to slow down; Salesforce need not say until when, nor how often", async () => {
    const prompts: DevicePrompt[] = [];
    const { server, sentAt, client } = login((prompt) => prompts.push(prompt));
    server.scripted.push(
      () => codes(),
      () => oauthError("polling too frequently", "slow_down"),
      waiting,
    );
    const connecting = client();
    await vi.advanceTimersByTimeAsync(60_000);
    await connecting;
    expect(prompts[0]).not.toHaveProperty("expiresInMs");
    expect(sentAt.map((at) => at - (sentAt[0] ?? 0))).toEqual([0, 5000, 15_000, 25_000]);
  });

  it("waits longer for a person than for an answer, but not for ever", async () => {
    const { server, client } = login();
    server.scripted.push(() => codes(), ...Array(1000).fill(waiting));
    const connecting = failure(client());
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    expect(await connecting).toMatchObject({ name: "TimeoutError", afterMs: 900_000 });
  });

  it("a denial ends it", async () => {
    const { server, client } = login();
    server.scripted.push(
      () => codes(),
      () => oauthError("end-user denied authorization", "access_denied"),
    );
    const connecting = failure(client());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await connecting).toMatchObject({ name: "AuthError", oauthError: "access_denied" });
    expect(server.requests).toHaveLength(2);
  });

  it("an answer without codes is an AuthError", async () => {
    const { server, client } = login();
    server.scripted.push(() => json({ ok: true }));
    expect(await failure(client())).toMatchObject({ name: "AuthError", code: "auth.answer" });
  });
});
