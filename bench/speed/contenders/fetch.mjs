import { TOKEN } from "../token.mjs";
import { byHand } from "./by-hand.mjs";

export function open(url) {
  const authorization = `Bearer ${TOKEN}`;
  const call = async (path, init) => {
    const response = await fetch(url + path, init);
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
    return response;
  };
  return byHand({
    async json(method, path, value) {
      const init =
        value === undefined
          ? { headers: { authorization } }
          : {
              method,
              headers: { authorization, "content-type": "application/json" },
              body: JSON.stringify(value),
            };
      return (await call(path, init)).json();
    },
    async results(path) {
      const { headers, body } = await call(path, { headers: { authorization } });
      return { body, locator: headers.get("sforce-locator") };
    },
    async upload(path, pieces) {
      const headers = { authorization, "content-type": "text/csv" };
      const init = { method: "PUT", headers, body: ReadableStream.from(pieces), duplex: "half" };
      await (await call(path, init)).text();
    },
  });
}
