import type { CallOptions } from "../../http/call-options.js";
import type { WireRecord } from "../../http/schemas.js";
import type { Decoders } from "../../schema/decoders.js";
import type { OrgMetadata } from "../../schema/metadata.js";
import { type AggregateInput, buildAggregate } from "../../soql/aggregate.js";
import type { LiteralKind } from "../../soql/literal.js";
import { decodeAs } from "../../values/decode-row.js";
import { createQuery, type QueryChannel } from "./create-query.js";
import { type AllRows, resourceOf } from "./first-page.js";

/** The grouped queries of an sObject. */
export function createAggregate(
  object: string,
  channel: QueryChannel,
  metadata: OrgMetadata,
  decoders: Decoders,
) {
  return {
    aggregate({ allRows, ...args }: AggregateInput & AllRows, options?: CallOptions) {
      const built = buildAggregate(object, args, metadata);
      const read = (value: unknown, kind: LiteralKind) => decodeAs(value, kind, decoders);
      const toRows = (records: readonly WireRecord[]) => records.map((record) => built.toRow(record, read));
      const plan = { soql: built.soql, resource: resourceOf(allRows), toRows };
      return createQuery<unknown>(plan, channel, options);
    },
  };
}
