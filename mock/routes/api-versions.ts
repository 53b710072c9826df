const OLDEST = 31;
const NEWEST = 67;
/** Versions before the oldest that an org once served. */
const OLDEST_RETIRED = 7;

const SEASONS = ["Summer", "Winter", "Spring"] as const;
const FIRST_YEAR = 14;

/** `Summer '14` is 31.0; three releases a year, Winter's named after the year it begins. */
function label(version: number): string {
  const release = version - OLDEST;
  const year = FIRST_YEAR + Math.floor((release + 2) / 3);
  return `${SEASONS[release % 3]} '${year}`;
}

export function apiVersions(): { label: string; url: string; version: string }[] {
  return Array.from({ length: NEWEST - OLDEST + 1 }, (_, place) => {
    const version = `${OLDEST + place}.0`;
    return { label: label(OLDEST + place), url: `/services/data/v${version}`, version };
  });
}

/** What the org knows of the version in a path segment such as `v66.0`. */
export function versionState(segment: string): "served" | "retired" | "unknown" {
  const number = Number(/^v(\d{1,2})\.0$/.exec(segment)?.[1] ?? Number.NaN);
  if (number >= OLDEST && number <= NEWEST) return "served";
  return number >= OLDEST_RETIRED && number < OLDEST ? "retired" : "unknown";
}
