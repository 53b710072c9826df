import { createFieldInfo } from "../catalog/field-info.js";
import type { StoredRecord } from "../store/table.js";
import { resolvePath, type Target } from "./field-path.js";
import type { FunctionCall } from "./function-call.js";
import type { QueryScope } from "./query-scope.js";
import { malformed, type Place } from "./soql-fault.js";

const DISTANCE_FIELD = createFieldInfo({ name: "DISTANCE", type: "double" });
/** The mean radius of the earth in each unit. */
const EARTH_RADIUS: Readonly<Record<string, number>> = { km: 6371.0088, mi: 3958.7613 };
const MAX_LATITUDE = 90;
const MAX_LONGITUDE = 180;

/** A place on earth, in degrees. */
interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** `DISTANCE(Place__c, GEOLOCATION(46.9, 7.4), 'km')`: how far each record is away; empty without a place. */
export function distanceExpression(scope: QueryScope, call: FunctionCall, place: Place) {
  const [path, centre, quotedUnit] = call.parameters ?? [];
  if (typeof path !== "string" || centre === undefined || typeof quotedUnit !== "string") {
    throw malformed("DISTANCE() needs a field, a GEOLOCATION() and a unit", place);
  }
  const point = fixedPoint(centre, place);
  const unit = quotedUnit.replaceAll("'", "").toLowerCase();
  const radius = EARTH_RADIUS[unit];
  if (radius === undefined) throw malformed(`Invalid distance unit: ${quotedUnit}`, place);
  const { text, pointOf } = pointReader(scope, path, place);
  return {
    field: DISTANCE_FIELD,
    text: `DISTANCE(${text},${point.latitude},${point.longitude},${unit})`,
    read: (record: StoredRecord): number | null => {
      const own = pointOf(record);
      return own === undefined ? null : radius * angleBetween(own, point);
    },
  };
}

function fixedPoint(centre: string | FunctionCall, place: Place): Point {
  if (typeof centre === "string" || centre.functionName?.toUpperCase() !== "GEOLOCATION") {
    throw malformed("DISTANCE() measures to a GEOLOCATION() only", place);
  }
  const [latitude = Number.NaN, longitude = Number.NaN] = (centre.parameters ?? []).map(Number);
  if (!(Math.abs(latitude) <= MAX_LATITUDE)) throw malformed(`Invalid latitude: ${latitude}`, place);
  if (!(Math.abs(longitude) <= MAX_LONGITUDE)) throw malformed(`Invalid longitude: ${longitude}`, place);
  return { latitude, longitude };
}

/** Reads the latitude and longitude that a location or an address is made of. */
function pointReader(scope: QueryScope, path: string, place: Place) {
  const { field, steps, text } = resolvePath(scope, path, place);
  const owner = steps.length === 0 ? scope.object : steps.at(-1)?.object;
  const parts = field.kind === "compound" ? (owner?.parts(field.name) ?? []) : [];
  const latitude = parts.find((part) => part.key === "latitude")?.field;
  const longitude = parts.find((part) => part.key === "longitude")?.field;
  if (latitude === undefined || longitude === undefined) {
    throw malformed(`field '${field.name}' is no location, as DISTANCE() needs`, place);
  }
  const pointOf = (start: StoredRecord): Point | undefined => {
    let target: Target | undefined;
    for (const step of steps) {
      target = step.follow(target?.record ?? start);
      if (target === undefined) return undefined;
    }
    const { values } = target?.record ?? start;
    const [north, east] = [values[latitude], values[longitude]];
    if (typeof north !== "number" || typeof east !== "number") return undefined;
    return { latitude: north, longitude: east };
  };
  return { text, pointOf };
}

/** The angle between two points in radians, by the haversine formula. */
function angleBetween(a: Point, b: Point): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * Math.asin(Math.sqrt(Math.min(1, chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
