const JSON_TYPE = "application/json;charset=UTF-8";

/** Ends an answer whose whole body is at hand. */
export function send(response, status, body, headers) {
  response.writeHead(status, {
    "Content-Type": JSON_TYPE,
    "Content-Length": body.length,
    "Sforce-Limit-Info": "api-usage=18/5000000",
    ...headers,
  });
  response.end(body);
}

export function sendJson(response, status, value) {
  send(response, status, Buffer.from(JSON.stringify(value)));
}

/** Ends an answer of two pieces that were made already. */
export function sendBoth(response, head, tail) {
  response.writeHead(200, { "Content-Type": JSON_TYPE, "Content-Length": head.length + tail.length });
  response.cork();
  response.write(head);
  response.end(tail);
  response.uncork();
}

/** The whole body of a request. */
export async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
