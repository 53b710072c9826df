import { ConnectionCut } from "./connection-cut.js";
import type { FaultRule } from "./fault-rule.js";

/** The response with its body cut, or going silent, where the rule says so. */
export function brokenResponse(
  response: Response,
  { resetAfterBytes, silentAfterBytes }: FaultRule,
): Response {
  const bytes = resetAfterBytes ?? silentAfterBytes;
  if (bytes === undefined) return response;
  const { status, headers } = response;
  const end = resetAfterBytes === undefined ? goSilent : cut;
  return new Response(beginning(response.body ?? new Blob([]).stream(), bytes, end), { status, headers });
}

type End = (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>;

const cut: End = (controller) => controller.error(new ConnectionCut());
/** Nothing more comes, and no end either. */
const goSilent: End = () => new Promise<void>(() => {});

/** The first bytes of a body, and then what happens to it. */
function beginning(body: ReadableStream<Uint8Array>, bytes: number, end: End): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let left = bytes;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (left <= 0) return end(controller);
        const { done, value } = await reader.read();
        if (done) return end(controller);
        controller.enqueue(value.subarray(0, left));
        left -= value.length;
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
