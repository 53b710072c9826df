import { isOrgtypeError } from "../../errors.js";
import { type Answer, parseBody, succeeded } from "../../http/answer.js";
import type { Operation } from "../../http/operation.js";
import { type Handler, nameOf, type SendSettings } from "../../http/pipeline.js";
import { createRawRequest } from "../../http/raw-request.js";
import type { AnswerFormName } from "../../http/request-call.js";
import type { ApexRestCall } from "./apex-rest-call.js";
import { apexRestPath } from "./apex-rest-path.js";
import { checkSchema, validated } from "./validate-answer.js";

type Options = ApexRestCall<AnswerFormName>;

/** A call: `schemaOf` is a function, since what is no plain value must not be copied. */
type Call = (path: string, options?: Options, schemaOf?: () => unknown) => Promise<unknown>;

/** @param namespace that of all calls which give none */
export function createApexRestCalls(handler: Handler, settings: SendSettings, namespace: string | undefined) {
  const callBy =
    (method: Operation<unknown>["method"]): Call =>
    async (path, { params, namespace: own = namespace, ...options } = {}, schemaOf) => {
      const schema = schemaOf?.();
      checkSchema(schema, options.as);
      const whole = apexRestPath(path, params, own);
      const answer = await withBodies(handler, (keeping) =>
        createRawRequest(keeping, settings)(method, whole, options),
      );
      return schema === undefined ? answer : validated(answer, schema, nameOf({ method, path: whole }));
    };
  return {
    get: callBy("GET"),
    post: callBy("POST"),
    put: callBy("PUT"),
    patch: callBy("PATCH"),
    delete: callBy("DELETE"),
  };
}

/** What the class answered goes with the error of a refusal. */
async function withBodies(handler: Handler, call: (handler: Handler) => Promise<unknown>): Promise<unknown> {
  let refused: Answer | undefined;
  try {
    return await call(async (request, ending) => {
      const answer = await handler(request, ending);
      if (!succeeded(answer.status)) refused = answer;
      return answer;
    });
  } catch (error) {
    if (refused !== undefined && isOrgtypeError(error, "ApiError")) {
      // Not enumerable: what is logged of an error must not hold what an org says of people.
      Object.defineProperty(error, "body", { value: parseBody(refused.text), enumerable: false });
    }
    throw error;
  }
}
