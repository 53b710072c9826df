import { SettingsError } from "../errors.js";
import { kindOf } from "../settings/kind-of.js";
import { answerForms, responseOf } from "./answer-forms.js";
import type { CallOptions } from "./call-options.js";
import type { Operation } from "./operation.js";
import { createSend, type Handler, type SendSettings, toWire } from "./pipeline.js";
import type { AnswerFormName } from "./request-call.js";

/** A request whose answer is given in one of several forms. */
type Asked = Omit<Operation<unknown>, "receive" | "decode">;

/** Performs requests for those who say in which form they want the answer. */
export type SendAs = (asked: Asked, as: AnswerFormName, options: CallOptions) => Promise<unknown>;

/** Its `send` knows no decoders: what is asked for raw stays as it is on the wire. */
export function createSendAs(handler: Handler, settings: SendSettings): SendAs {
  const send = createSend(handler, { ...settings, revive: undefined });
  return async (asked, as, options) => {
    checkName("as", as, answerForms);
    const { accept, receive, decode } = answerForms[as];
    const operation: Operation<unknown> = {
      ...asked,
      headers: { accept },
      receive,
      decode: (parsed, answer) => decode(parsed, answer, options.signal),
    };
    if (as !== "response") return send(operation, options);
    return responseOf(await handler(toWire(operation, options, settings)), options.signal);
  };
}

/** @throws SettingsError where it is no name in the table */
export function checkName(argument: string, name: string, table: object): void {
  if (Object.hasOwn(table, name)) return;
  throw new SettingsError("settings.request", `\`${argument}\` is ${kindOf(name)}, and none of its names.`, {
    hint: `Give one of ${Object.keys(table).join(", ")}.`,
  });
}
