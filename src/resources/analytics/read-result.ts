import { DecodeError } from "../../errors.js";
import type { WireReportCell, WireReportGroup, WireReportResult } from "../../http/schemas.js";
import { wrong } from "./check-args.js";
import type {
  ReportColumn,
  ReportFacts,
  ReportGroup,
  ReportResult,
  ReportSums,
  ReportValue,
} from "./report-result.js";

type Values = Record<string, ReportValue>;

/** A place in the groups of one axis: its key, and the values on the way to it, by column. */
interface Place {
  readonly key: string;
  readonly path: Values;
  readonly within: readonly WireReportGroup[];
  /** How deep it is: 0 for all. */
  readonly level: number;
}

const EMPTY: ReportValue = { value: null, label: "-" };

/** Makes rows and groups of what a report gave. */
export function readResult(raw: WireReportResult): ReportResult {
  const { reportMetadata: metadata, reportExtendedMetadata: extended } = raw;
  const down = metadata.groupingsDown?.map(({ name }) => name) ?? [];
  const across = metadata.groupingsAcross?.map(({ name }) => name) ?? [];
  const columns = columnsOf(metadata.detailColumns, extended?.detailColumnInfo);
  const aggregates = columnsOf(metadata.aggregates, extended?.aggregateColumnInfo);

  function rowsOf(at: Place, beside: Place): Values[] {
    if (!raw.hasDetailRows) {
      throw wrong("The report was run without its rows.", "Run it with `includeDetails: true`.");
    }
    const others = innermost(beside, across);
    return innermost(at, down).flatMap((row) =>
      others.flatMap((column) =>
        (raw.factMap[`${row.key}!${column.key}`]?.rows ?? []).map(({ dataCells }) => ({
          ...row.path,
          ...column.path,
          ...namedValues(columns, dataCells),
        })),
      ),
    );
  }

  function factsOf(at: Place, beside: Place): ReportFacts {
    return {
      aggregates: namedValues(
        aggregates,
        raw.factMap[`${at.key}!${beside.key}`]?.aggregates ?? [],
      ) as ReportSums,
      get across() {
        return below(beside, across).map(([group, place]) => groupAcross(at, group, place));
      },
      rows: () => rowsOf(at, beside),
    };
  }

  function groupDown([group, place]: readonly [WireReportGroup, Place]): ReportGroup {
    const facts = factsOf(place, all(raw.groupingsAcross));
    const inner = () => below(place, down).map(groupDown);
    return describeGroup(group, down[place.level - 1], facts, inner);
  }

  function groupAcross(at: Place, group: WireReportGroup, place: Place): ReportGroup {
    const facts = factsOf(at, place);
    const inner = () => below(place, across).map(([each, to]) => groupAcross(at, each, to));
    return describeGroup(group, across[place.level - 1], facts, inner);
  }

  const checked =
    <T>(read: () => T) =>
    () => {
      if (metadata.reportFormat !== "MULTI_BLOCK") return read();
      throw new DecodeError("decode.joined", "A joined report has blocks, no rows and groups of its own.", {
        hint: "`raw` has what Salesforce answered.",
      });
    };
  return {
    allData: raw.allData,
    hasDetailRows: raw.hasDetailRows,
    columns,
    aggregates,
    rows: checked(() => rowsOf(all(raw.groupingsDown), all(raw.groupingsAcross))),
    groups: checked(() => below(all(raw.groupingsDown), down).map(groupDown)),
    total: checked(() => factsOf(all(raw.groupingsDown), all(raw.groupingsAcross))),
    raw,
  };
}

/** What stands for all of an axis. */
function all(groups: WireReportResult["groupingsDown"]): Place {
  return { key: "T", path: {}, within: groups?.groupings ?? [], level: 0 };
}

/** The groups right below a place. */
function below(place: Place, names: readonly string[]): (readonly [WireReportGroup, Place])[] {
  return place.within.map((group) => {
    const name = names[place.level];
    const path = name === undefined ? place.path : { ...place.path, [name]: cellValue(group) };
    return [group, { key: group.key, path, within: group.groupings ?? [], level: place.level + 1 }];
  });
}

/** The places that have rows of their own: those that no other ones are below. */
function innermost(place: Place, names: readonly string[]): Place[] {
  if (place.within.length === 0) return [place];
  return below(place, names).flatMap(([, inner]) => innermost(inner, names));
}

function describeGroup(
  group: WireReportGroup,
  name: string | undefined,
  facts: ReportFacts,
  inner: () => ReportGroup[],
): ReportGroup {
  const described = { name: name ?? "", key: group.key, ...cellValue(group) };
  // Spread, the groups across would all be made at once.
  const members = { ...Object.getOwnPropertyDescriptors(facts), groups: { get: inner, enumerable: true } };
  return Object.defineProperties(described, members) as ReportGroup;
}

function columnsOf(
  names: readonly string[] | undefined,
  info: Readonly<Record<string, { label: string; dataType: string }>> | undefined,
): ReportColumn[] {
  return (names ?? []).map((name) => {
    const { label = name, dataType = "string" } = info?.[name] ?? {};
    return { name, label, dataType };
  });
}

/** Values by their columns. Salesforce leaves out the cells of a matrix that have nothing. */
function namedValues(columns: readonly ReportColumn[], cells: readonly WireReportCell[]): Values {
  return Object.fromEntries(
    columns.map(({ name }, place) => {
      const cell = cells[place];
      return [name, cell === undefined ? EMPTY : cellValue(cell)];
    }),
  );
}

/** Amounts come with their currency. */
function cellValue({ value, label }: WireReportCell): ReportValue {
  if (typeof value !== "object" || value === null) return { value, label };
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  if (amount === undefined) return { value: JSON.stringify(value), label };
  return {
    value: amount as number | null,
    label,
    currency: typeof currency === "string" ? currency : null,
  };
}
