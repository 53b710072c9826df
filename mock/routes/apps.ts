import { MENU_TYPES, menuItems } from "../apps/app-menus.js";
import { objectsWithTabs, tabOf } from "../apps/tabs.js";
import { themeOf } from "../apps/theme.js";
import { json } from "../http/call.js";
import { notFound } from "../http/fault.js";
import { param, type Route } from "./route.js";

const DATA = "/services/data/{version}";

/** What users see of the org as a whole: tabs, icons, apps. */
export const appRoutes: readonly Route[] = [
  {
    path: `${DATA}/tabs`,
    methods: {
      GET: ({ origin }, context) => json(objectsWithTabs(context).map((object) => tabOf(object, origin))),
    },
  },
  {
    path: `${DATA}/theme`,
    methods: {
      GET: ({ origin }, context) =>
        json({
          themeItems: objectsWithTabs(context).map((object) => ({
            name: object.name,
            ...themeOf(object, origin),
          })),
        }),
    },
  },
  {
    path: `${DATA}/appMenu`,
    methods: {
      GET: ({ dataPath }) =>
        json(Object.fromEntries(MENU_TYPES.map((type) => [type, `${dataPath}/appMenu/${type}`]))),
    },
  },
  {
    path: `${DATA}/appMenu/{type}`,
    methods: {
      GET: (call, context) => {
        const appMenuItems = menuItems(param(call, "type"), context);
        if (appMenuItems === undefined) throw notFound();
        return json({ appMenuItems });
      },
    },
  },
];
