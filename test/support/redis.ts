import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RedisServer {
  /** Path of its Unix socket. It listens nowhere else and keeps nothing on disk. */
  readonly socket: string;
  close(): Promise<void>;
}

/** A Redis of the test's own. */
export async function startRedis(program: string): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "orgtype-redis-"));
  const socket = join(folder, "redis.sock");
  const settings = [
    "--port",
    "0",
    "--unixsocket",
    socket,
    "--save",
    "",
    "--appendonly",
    "no",
    "--dir",
    folder,
  ];
  const server = spawn(program, settings, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((ready, fail) => {
    let log = "";
    server.stdout.on("data", (chunk) => {
      log += chunk;
      if (/ready to accept connections/i.test(log)) ready();
    });
    server.once("error", fail);
    server.once("exit", (code) => fail(new Error(`redis-server ended with exit code ${code}: ${log}`)));
  });
  return {
    socket,
    async close() {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
