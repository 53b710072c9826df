import { fork } from "node:child_process";
import { join } from "node:path";

/** Starts the server in a process of its own. */
export async function startStub() {
  const server = fork(join(import.meta.dirname, "server.mjs"));
  const answer = () => new Promise((resolve) => server.once("message", resolve));
  const { port } = await answer();
  const ask = async (message) => {
    const answered = answer();
    server.send(message);
    return (await answered).counts;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    /** Sets what the server has, and counts anew. */
    configure: (settings = {}) => ask({ settings }),
    /** What it has seen since. */
    counts: () => ask({}),
    stop: () => server.disconnect(),
  };
}
