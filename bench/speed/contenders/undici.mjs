// The limit: undici's pool, with nothing around it.
import { Readable } from "node:stream";
import { Pool } from "undici";
import { TOKEN } from "../token.mjs";
import { byHand } from "./by-hand.mjs";

export function open(url) {
  const pool = new Pool(url, { connections: 50, pipelining: 1 });
  const authorization = `Bearer ${TOKEN}`;
  const call = async (method, path, headers, body) => {
    const answer = await pool.request({ method, path, headers, body });
    if (answer.statusCode >= 400) throw new Error(`HTTP ${answer.statusCode}: ${await answer.body.text()}`);
    return answer;
  };
  return byHand({
    async json(method, path, value) {
      const answer =
        value === undefined
          ? await call(method, path, { authorization })
          : await call(
              method,
              path,
              { authorization, "content-type": "application/json" },
              JSON.stringify(value),
            );
      return answer.body.json();
    },
    async results(path) {
      const { headers, body } = await call("GET", path, { authorization });
      return { body, locator: headers["sforce-locator"] };
    },
    async upload(path, pieces) {
      const headers = { authorization, "content-type": "text/csv" };
      const { body } = await call("PUT", path, headers, Readable.from(pieces, { objectMode: false }));
      await body.dump();
    },
  });
}
