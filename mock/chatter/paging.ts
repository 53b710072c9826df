import { requestFault } from "../http/fault.js";
import type { RoutedCall } from "../routes/route.js";

/** How large the pages of a resource may be, and are where nothing is said. */
export interface PageSizes {
  readonly usual: number;
  readonly most: number;
}

/** A page of a list, with the links that the Connect API gives to it and to the next one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly currentPageToken: string | number | null;
  readonly currentPageUrl: string;
  readonly nextPageToken: string | number | null;
  readonly nextPageUrl: string | null;
}

/** A page as comments and likes are answered. */
export function showPage<T>(page: Page<T>, show: (item: T) => object, total: number) {
  return {
    currentPageToken: page.currentPageToken,
    currentPageUrl: page.currentPageUrl,
    items: page.items.map(show),
    nextPageToken: page.nextPageToken,
    nextPageUrl: page.nextPageUrl,
    previousPageToken: null,
    previousPageUrl: null,
    total,
  };
}

/** A part of a list by the number of the page, from 0 on. */
export function numberedPage<T>(call: RoutedCall, all: readonly T[], sizes: PageSizes): Page<T> {
  const size = pageSize(call, sizes);
  const page = readNumber(call, "page", 0, { least: 0, most: Number.MAX_SAFE_INTEGER });
  const next = (page + 1) * size < all.length ? page + 1 : null;
  return {
    items: all.slice(page * size, (page + 1) * size),
    currentPageToken: page,
    currentPageUrl: urlOf(call, call.query.get("page")),
    nextPageToken: next,
    nextPageUrl: next === null ? null : urlOf(call, String(next)),
  };
}

/**
 * A part of a list that goes on after the item whose place its token names, so that what comes in the meantime
 * shifts nothing.
 *
 * @param placeOf where an item stands: texts that grow, or shrink, along the list
 */
export function followedPage<T>(
  call: RoutedCall,
  all: readonly T[],
  sizes: PageSizes,
  placeOf: (item: T) => string,
): Page<T> {
  const size = pageSize(call, sizes);
  const token = call.query.get("page");
  const from = token === null ? 0 : placeAfter(all.map(placeOf), decodeToken(token));
  const items = all.slice(from, from + size);
  const last = items.at(-1);
  const next = last === undefined || from + size >= all.length ? null : encodeToken(placeOf(last));
  return {
    items,
    currentPageToken: token,
    currentPageUrl: urlOf(call, token),
    nextPageToken: next,
    nextPageUrl: next === null ? null : urlOf(call, next),
  };
}

function placeAfter(places: readonly string[], place: string): number {
  const isGrowing = (places[0] ?? "") <= (places.at(-1) ?? "");
  const found = places.findIndex((each) => (isGrowing ? each > place : each < place));
  return found < 0 ? places.length : found;
}

function encodeToken(place: string): string {
  return btoa(place).replace(/=+$/, "");
}

function decodeToken(token: string): string {
  try {
    return atob(token);
  } catch {
    throw illegal("page");
  }
}

function urlOf({ path, query }: RoutedCall, token: string | null): string {
  const rest = new URLSearchParams(query);
  rest.delete("page");
  if (token !== null) rest.set("page", token);
  const text = rest.toString();
  return text === "" ? path : `${path}?${text}`;
}

function pageSize(call: RoutedCall, { usual, most }: PageSizes): number {
  return readNumber(call, "pageSize", usual, { least: 1, most });
}

function readNumber(
  { query }: RoutedCall,
  name: string,
  usual: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const text = query.get(name);
  const value = text === null ? usual : Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw illegal(name);
}

function illegal(name: string) {
  return requestFault(400, "ILLEGAL_QUERY_PARAMETER_VALUE", `The value of ${name} is not valid.`);
}
