// A server that answers as Salesforce does, with bodies made in advance: it has to cost as little as it can, since
// all contenders are measured through it. Runs in a process of its own; the parent configures it over IPC.
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { bodyOf, send, sendBoth, sendJson } from "./answers.mjs";
import { bulkJobs } from "./bulk.mjs";
import { CREATED, createdList, DESCRIBE, queryPage, RECORD } from "./records.mjs";
import { newCounts, newSettings, state } from "./state.mjs";

async function token(request, response) {
  const secret = new URLSearchParams(await bodyOf(request)).get("client_secret") ?? "";
  const origin = `http://${request.headers.host}`;
  const id = `${origin}/id/00D000000000001AAA/005000000000001AAA`;
  const issuedAt = String(Date.now());
  sendJson(response, 200, {
    access_token: "00D000000000001!token",
    instance_url: origin,
    id,
    token_type: "Bearer",
    scope: "api",
    issued_at: issuedAt,
    signature: createHmac("sha256", secret)
      .update(id + issuedAt)
      .digest("base64"),
  });
}

function record(request, response) {
  if (request.method === "GET") return send(response, 200, RECORD);
  request.resume();
  request.on("end", () => send(response, 201, CREATED));
}

async function collections(request, response) {
  const { records } = JSON.parse(await bodyOf(request));
  sendJson(response, 200, createdList(records.length));
}

async function query(_, response, rest) {
  if (state.settings.pageMs > 0) await new Promise((wake) => setTimeout(wake, state.settings.pageMs));
  const [head, tail] = queryPage(Number(/-(\d+)$/.exec(rest)?.[1] ?? 0), state.settings.queryRows);
  sendBoth(response, head, tail);
}

function describe(_, response) {
  send(response, 200, DESCRIBE);
}

/** The first whose pattern fits answers. */
const routes = [
  ["describe", /^\/services\/data\/v[\d.]+\/sobjects\/\w+\/describe$/, describe],
  ["record", /^\/services\/data\/v[\d.]+\/sobjects\/\w+(?:\/\w+)?$/, record],
  ["query", /^\/services\/data\/v[\d.]+\/query(.*)$/, query],
  ["collections", /^\/services\/data\/v[\d.]+\/composite\/sobjects$/, collections],
  ["bulk", /^\/services\/data\/v[\d.]+\/jobs\/(.*)$/, bulkJobs],
  ["token", /^\/services\/oauth2\/token$/, token],
];

async function answer(request, response) {
  const path = request.url.split("?", 1)[0];
  for (const [name, pattern, handle] of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    state.counts.requests[name] = (state.counts.requests[name] ?? 0) + 1;
    return handle(request, response, match[1]);
  }
  request.resume();
  return sendJson(response, 404, [{ errorCode: "NOT_FOUND", message: `${request.method} ${path}` }]);
}

const options = { noDelay: true, keepAliveTimeout: 60_000, requestTimeout: 0 };
const server = createServer(options, (request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));

process.on("message", ({ settings }) => {
  const { counts } = state;
  if (settings !== undefined) {
    state.settings = { ...newSettings(), ...settings };
    state.counts = newCounts();
  }
  process.send({ counts });
});
// The parent is gone.
process.on("disconnect", () => process.exit());
