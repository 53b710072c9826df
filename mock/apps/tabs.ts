import type { ObjectInfo } from "../catalog/object-info.js";
import type { OrgContext } from "../org-context.js";
import { hasListViews } from "../views/default-views.js";
import { themeOf } from "./theme.js";

/** The objects that the user sees a tab of. */
export function objectsWithTabs({ catalog }: OrgContext): ObjectInfo[] {
  return catalog.objects.filter(hasListViews);
}

/** The tab of an object. */
export function tabOf(object: ObjectInfo, origin: string) {
  const custom = object.attributes.custom === true;
  const { colors, icons } = themeOf(object, origin);
  const [large, small] = icons;
  return {
    colors,
    custom,
    iconUrl: large?.url,
    icons,
    label: object.attributes.labelPlural,
    miniIconUrl: small?.url,
    name: custom ? object.name : `standard-${object.name}`,
    sobjectName: object.name,
    url: `${origin}/${object.keyPrefix}/o`,
  };
}
