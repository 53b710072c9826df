import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../..");

/** A place in a file, counted from one, as an editor names it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
}

/** A TypeScript server, spoken to as an editor does. */
export class TypeScriptServer {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (body: unknown) => void>();
  #sequence = 0;

  /** Further arguments of `tsserver`, such as where plugins are. */
  constructor(args: readonly string[] = []) {
    const tsserver = join(root, "node_modules/typescript/lib/tsserver.js");
    const flags = ["--max-old-space-size=4096", tsserver, "--disableAutomaticTypingAcquisition"];
    this.#process = spawn("node", [...flags, ...args]);
    createInterface({ input: this.#process.stdout! }).on("line", (line) => {
      if (!line.startsWith("{")) return;
      const message = JSON.parse(line);
      if (message.type === "response") this.#waiting.get(message.request_seq)?.(message.body);
    });
  }

  /** Resolves with the body of the answer; undefined where there is nothing to say. */
  send(command: string, args: object): Promise<unknown> {
    const seq = ++this.#sequence;
    this.#process.stdin!.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
    return new Promise((resolve) => this.#waiting.set(seq, resolve));
  }

  /** Of commands that are not answered. */
  notify(command: string, args: object): void {
    void this.send(command, args);
  }

  /** The names that are offered at a place, in no order. */
  async completions(place: Place): Promise<string[]> {
    const body = (await this.send("completionInfo", place)) as { entries: { name: string }[] } | undefined;
    return body?.entries.map(({ name }) => name) ?? [];
  }

  /** What the server holds in memory now, in megabytes; undefined where the system does not tell. */
  megabytes(): number | undefined {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(this.#system("status")) ?? [];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1_000);
  }

  /** What the server has worked since it began, all threads, in steps of 10 ms; undefined as above. */
  cpuMilliseconds(): number | undefined {
    const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(this.#system("stat")) ?? [];
    return user === undefined ? undefined : (Number(user) + Number(system)) * 10;
  }

  #system(file: string): string {
    const path = `/proc/${this.#process.pid}/${file}`;
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  stop(): void {
    this.#process.kill();
  }
}
