import type { ObjectInfo } from "../catalog/object-info.js";
import type { RecordAnswer } from "../records/read-record.js";
import { type QueryEnvironment, runQuery } from "../soql/run-query.js";
import { isDeleted } from "../store/table.js";
import { wordsOf } from "./search-terms.js";

/** Characters without which nothing is suggested, */
const MIN_LENGTH = 3;
/** but for scripts in which one says as much. */
const DENSE_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
/** What is taken out of what was typed. */
const MARKS = /["*?]/g;

/** What is suggested of one object. */
export interface Suggested {
  readonly object: ObjectInfo;
  /** Read beside id and name. */
  readonly fields: readonly string[];
  /** As in SOQL, without the word. */
  readonly where: string | undefined;
}

/**
 * The records whose names hold the words that were typed, one after the other, the last one as the beginning of a word.
 * Names that begin with them come first.
 */
export function suggestRecords(
  environment: QueryEnvironment,
  typed: string,
  suggested: readonly Suggested[],
): RecordAnswer[] {
  const text = typed.replaceAll(MARKS, " ").trim();
  const words = wordsOf(text);
  if (words.length === 0 || (text.length < MIN_LENGTH && !DENSE_SCRIPTS.test(text))) return [];
  const found = suggested.flatMap((each) => rowsOf(environment, words, each));
  return found.sort((a, b) => a.place - b.place).map(({ row }) => row);
}

interface Found {
  /** Which word of the name the first one is. */
  readonly place: number;
  readonly row: RecordAnswer;
}

function rowsOf(
  environment: QueryEnvironment,
  words: readonly string[],
  { object, fields, where }: Suggested,
): Found[] {
  const { name, nameField } = object;
  if (nameField === undefined) return [];
  const columns = new Map(["Id", nameField.name, ...fields].map((column) => [column.toLowerCase(), column]));
  // In parentheses, so that it is a condition and nothing else.
  const condition = where === undefined ? "" : ` WHERE (${where})`;
  const results = runQuery(
    environment,
    `SELECT ${[...columns.values()].join(", ")} FROM ${name}${condition}`,
  );
  const places = placesOf(environment, object, nameField.name, words);
  const rows = results.rows(0, results.length) as RecordAnswer[];
  return rows.flatMap((row) => {
    const place = places.get(String(row.attributes?.url));
    return place === undefined ? [] : [{ place, row }];
  });
}

/** The matching records by their urls, by which rows are known. */
function placesOf(
  { context, dataPath }: QueryEnvironment,
  object: ObjectInfo,
  nameField: string,
  words: readonly string[],
): Map<string, number> {
  const places = new Map<string, number>();
  for (const record of context.store.table(object.name).all()) {
    const place = placeIn(wordsOf(String(record.values[nameField] ?? "")), words);
    if (place >= 0 && !isDeleted(record))
      places.set(`${dataPath}/sobjects/${object.name}/${record.id}`, place);
  }
  return places;
}

function placeIn(name: readonly string[], words: readonly string[]): number {
  const last = words.length - 1;
  return name.findIndex((_, start) =>
    words.every((word, at) => {
      const given = name[start + at] ?? "";
      return at === last ? given.startsWith(word) : given === word;
    }),
  );
}
