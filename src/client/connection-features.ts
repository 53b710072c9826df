import { onDemand } from "../async/on-demand.js";
import { remembered } from "../async/remembered.js";
import { marginOf } from "../auth/renewal-margin.js";
import { tokenKeyOf } from "../auth/token-key.js";
import { SettingsError } from "../errors.js";
import { createLimits } from "../resources/limits/index.js";
import { budgetSettings } from "../settings/budget-settings.js";
import { encodeValue } from "../values/encode-record.js";
import type { DecodeOption } from "./client.js";
import type { Feature } from "./feature.js";

/** The option `decode`, and `sf.with`: dates and lists of choices, read and written. */
export const decode: Feature = {
  connection: {
    encoding: (fields) => (value, field, place) =>
      encodeValue(value, Object.hasOwn(fields, field) ? fields[field] : undefined, place),
    decoding(decoders, metadata) {
      if (Object.values(decoders).every((decoder) => decoder === undefined)) return undefined;
      return {
        revive: onDemand(async () => {
          const { recordsDecoder } = await import("../values/decode-records.js");
          return recordsDecoder(decoders, metadata);
        }),
        async toRows(soql, records) {
          const { groupedRowDecoder } = await import("../values/decode-row.js");
          return records.map(groupedRowDecoder(soql, decoders, metadata));
        },
      };
    },
  },
  client: ({ decodingWith }) => ({
    with: ({ decode: decoders = {} }: DecodeOption<object>) => decodingWith(decoders),
  }),
};

/** What to do about an error, in its `hint`. */
export const hints: Feature = {
  connection: {
    hints: async () => (await import("../http/hints.js")).hintFor,
    loginHint: onDemand(async () => (await import("../auth/refusals.js")).refusalHint),
  },
};

/** `sf.limits`, and the option `budget`. */
export const limits: Feature = {
  connection: {
    budget({ budget: options }, usage) {
      if (options === undefined) return undefined;
      const settings = budgetSettings(options);
      return (next) =>
        onDemand(async () => {
          const { budget } = await import("../http/layers/budget.js");
          return budget(settings, usage)(next);
        });
    },
  },
  client: ({ send, usage }) => ({ limits: createLimits(send, usage) }),
};

/** The options `tokenStore`, `tokenKey` and `renewAhead`. */
export const tokens: Feature = {
  connection: {
    kept({ tokenStore, ...options }) {
      if (tokenStore === undefined) return undefined;
      const key = tokenKeyOf({ ...options, tokenStore });
      return remembered(async () => (await import("../auth/kept-tokens.js")).keptTokens(tokenStore, key));
    },
    lasting({ auth, renewAhead: options }) {
      if (options === undefined) return undefined;
      if (auth.introspect === undefined) {
        throw new SettingsError("settings.auth", `\`renewAhead\` cannot be had of "${auth.name}".`, {
          hint: "Salesforce tells only the app of a token when it ends: use a grant with the app's secret.",
        });
      }
      const marginMs = marginOf(options);
      return (session) =>
        onDemand(async () => {
          const { renewAhead } = await import("../auth/renew-ahead.js");
          return renewAhead({ marginMs, ...session });
        });
    },
  },
};
