import type { Decoders } from "../schema/decoders.js";
import type { CodedKind } from "../schema/metadata.js";

/** Makes a value of text on the wire; text of another form is left as it is, such as what FORMAT() wrote. */
export type DecodeValue = (text: string) => unknown;

const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)(?:Z|\+00:?00)$/;
const TIME_OF_DAY = /^\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

type Maker = (decoders: Decoders) => DecodeValue | undefined;

const makers: Readonly<Partial<Record<CodedKind | "text", Maker>>> = {
  date: ({ date }) => date && ((text) => (WHOLE_DAY.test(text) ? date(text) : text)),
  // Salesforce writes +0000, which strict readers of ISO 8601 refuse.
  datetime: ({ datetime }) =>
    datetime &&
    ((text) => {
      const moment = MOMENT.exec(text)?.[1];
      return moment === undefined ? text : datetime(`${moment}Z`);
    }),
  time: ({ time }) => time && ((text) => (TIME_OF_DAY.test(text) ? time(text) : text)),
  multipicklist: ({ multipicklist }) => (multipicklist === "array" ? (text) => text.split(";") : undefined),
};

/** How values of a kind are decoded; undefined where they stay as they are. */
export function valueDecoder(
  kind: CodedKind | "text" | undefined,
  decoders: Decoders,
): DecodeValue | undefined {
  return kind === undefined ? undefined : makers[kind]?.(decoders);
}
