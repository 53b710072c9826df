import { request } from "node:http";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { createOrg, mswHandlers } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { DATA } from "./api.js";

function bearer(org: ReturnType<typeof createOrg>) {
  return { Authorization: `Bearer ${org.credentials.accessToken}` };
}

describe("the server", () => {
  it("answers on a free loopback port, which becomes the org's url while it runs", async () => {
    const org = createOrg();
    const before = org.url;
    const server = await org.listen();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(org.url).toBe(server.url);
    const created = await fetch(`${server.url}${DATA}/sobjects/Account`, {
      method: "POST",
      headers: { ...bearer(org), "Content-Type": "application/json" },
      body: JSON.stringify({ Name: "Over a socket ✓" }),
    });
    expect(created.status).toBe(201);
    expect(created.headers.get("sforce-limit-info")).toMatch(/^api-usage=1\//);
    expect(org.records("Account")[0]?.Name).toBe("Over a socket ✓");
    await server.close();
    expect(org.url).toBe(before);
    await expect(fetch(`${server.url}/services/data`)).rejects.toThrow();
  });

  it("keeps connections open between requests, and closes them when it closes", async () => {
    const { Agent } = await import("node:http");
    const org = createOrg();
    const server = await org.listen();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const port = () =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = request(`${server.url}/services/data`, { agent }, (answer) => {
          answer.resume().on("end", () => resolve(answer.socket?.localPort ?? sent.socket?.localPort));
        });
        sent.on("error", reject).end();
      });
    const first = await port();
    expect(first).toBeGreaterThan(0);
    expect(await port()).toBe(first);
    await server.close();
    agent.destroy();
  });

  it("takes bodies that are streamed", async () => {
    const org = createOrg();
    const server = await org.listen();
    const parts = ['{"Name":', '"In parts"', "}"];
    const body = new ReadableStream({
      pull(controller) {
        const part = parts.shift();
        if (part === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(part));
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: { ...bearer(org), "Content-Type": "application/json" },
      body,
      duplex: "half",
    };
    const answer = await fetch(`${server.url}${DATA}/sobjects/Account`, init);
    expect(answer.status).toBe(201);
    await server.close();
    expect(org.records("Account")[0]?.Name).toBe("In parts");
  });

  it("says so where the port is taken", async () => {
    const server = await createOrg().listen();
    const port = Number(new URL(server.url).port);
    await expect(createOrg().listen({ port })).rejects.toThrow(/EADDRINUSE/);
    await server.close();
  });
});

describe("fetch in process", () => {
  it("answers without a socket, and rejects as fetch does when aborted", async () => {
    const org = createOrg();
    const answer = await org.fetch(new URL("/services/data", org.url));
    expect(answer.status).toBe(200);
    const reason = new Error("enough");
    await expect(org.fetch(`${org.url}/services/data`, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it("gives logins the address it was asked at", async () => {
    const org = createOrg({ url: "https://acme.my.salesforce.com" });
    const { clientId, clientSecret } = org.credentials;
    const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
    const answer = await org.fetch(`${org.url}/services/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams(form),
    });
    expect(await answer.json()).toMatchObject({ instance_url: "https://acme.my.salesforce.com" });
  });
});

describe("msw", () => {
  it("answers every request to the org, and no other", async () => {
    const org = createOrg({ url: "https://acme.my.salesforce.com" });
    const elsewhere = http.get("https://elsewhere.example/", () => HttpResponse.text("not the org"));
    const server = setupServer(...mswHandlers(org, http), elsewhere);
    server.listen({ onUnhandledRequest: "error" });
    try {
      const versions = await fetch(`${org.url}/services/data`);
      expect(versions.status).toBe(200);
      const created = await fetch(`${org.url}${DATA}/sobjects/Account`, {
        method: "POST",
        headers: { ...bearer(org), "Content-Type": "application/json" },
        body: JSON.stringify({ Name: "Through msw" }),
      });
      expect(created.status).toBe(201);
      expect(await (await fetch("https://elsewhere.example/")).text()).toBe("not the org");
    } finally {
      server.close();
    }
    expect(org.records("Account")[0]?.Name).toBe("Through msw");
  });
});
