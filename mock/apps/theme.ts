import type { ObjectInfo } from "../catalog/object-info.js";

/** How many icons there are to choose from for an org's own objects. */
const CUSTOM_ICONS = 100;

/** An icon of an object in one theme. */
export interface ThemeIcon {
  readonly contentType: string;
  readonly height: number;
  readonly theme: string;
  readonly url: string;
  readonly width: number;
}

/** The colors and icons of an object, the same each time. */
export interface Theme {
  readonly colors: readonly { readonly color: string; readonly context: string; readonly theme: string }[];
  readonly icons: readonly ThemeIcon[];
}

/** @param origin where the icons would be served; they are named only */
export function themeOf(object: ObjectInfo, origin: string): Theme {
  const number = numberOf(object.name);
  const icon =
    object.attributes.custom === true
      ? `custom/custom${(number % CUSTOM_ICONS) + 1}`
      : `standard/${snakeCase(object.name)}`;
  const color = (number % 0x1_00_00_00).toString(16).padStart(6, "0");
  return {
    colors: ["theme4", "theme3"].map((theme) => ({ color, context: "primary", theme })),
    icons: [
      ...[32, 16].map((size) => ({
        contentType: "image/png",
        height: size,
        theme: "theme3",
        url: `${origin}/img/icon/${object.name.toLowerCase()}${size}.png`,
        width: size,
      })),
      {
        contentType: "image/svg+xml",
        height: 0,
        theme: "theme4",
        url: `${origin}/img/icon/t4v35/${icon}.svg`,
        width: 0,
      },
    ],
  };
}

function snakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
}

/** A number that looks arbitrary and is not. */
function numberOf(name: string): number {
  let number = 0;
  for (const character of name) number = (number * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return number;
}
