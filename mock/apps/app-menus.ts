import type { OrgContext } from "../org-context.js";
import { withChecksum } from "../store/record-id.js";

interface MenuItem {
  readonly type: string;
  readonly name: string;
  readonly label: string;
  readonly url: string | null;
}

/** Salesforce's own apps, and the object without which an org has no use for one. */
const APPS = [
  { name: "standard__Sales", label: "Sales", object: "Opportunity" },
  { name: "standard__Service", label: "Service", object: "Case" },
  { name: "standard__Marketing", label: "Marketing", object: "Campaign" },
  { name: "standard__Platform", label: "Platform", object: undefined },
] as const;

const MOBILE_ITEMS = [
  { type: "Standard.Tasks", name: "tasks", label: "Tasks", object: "Task" },
  { type: "Standard.Dashboards", name: "dashboards", label: "Dashboards", object: "Dashboard" },
  { type: "Standard.Search", name: "search", label: "Smart Search Items", object: undefined },
] as const;

type Needing = { readonly object: string | undefined };

const MENUS: Readonly<Record<string, (context: OrgContext) => readonly MenuItem[]>> = {
  AppSwitcher: (context) =>
    APPS.filter(isUsable(context)).map(({ name, label }, place) => {
      const id = withChecksum(`02uOt${String(place + 1).padStart(10, "0")}`);
      return { type: "Tabset", name, label, url: `/home/home.jsp?tsid=${id.slice(0, 15)}` };
    }),
  Salesforce1: (context) =>
    MOBILE_ITEMS.filter(isUsable(context)).map(({ type, name, label }) => ({ type, name, label, url: null })),
  // There are no Experience Cloud sites, whose tabs these would be.
  NetworkTabs: () => [],
};

export const MENU_TYPES: readonly string[] = Object.keys(MENUS);

/** What a menu holds for the user; undefined where there is no menu of this name. */
export function menuItems(type: string, context: OrgContext) {
  const itemsOf = Object.hasOwn(MENUS, type) ? MENUS[type] : undefined;
  return itemsOf?.(context).map((item) => ({ ...item, colors: null, content: null, icons: null }));
}

function isUsable({ catalog }: OrgContext) {
  return ({ object }: Needing): boolean => object === undefined || catalog.find(object) !== undefined;
}
