import type { CallOptions } from "../../http/call-options.js";
import type { AppMenuItem, Tab, ThemeItem } from "../../http/schemas.js";

/** The apps of the App Launcher; the menu of the mobile app; the tabs of an Experience Cloud site. */
export type AppMenuType = "AppSwitcher" | "Salesforce1" | "NetworkTabs";

/**
 * The tabs the user has, those they hid, too: each with its object, its icons and where users see it. `GET /tabs`.
 *
 * @example
 * const tab = (await sf.tabs()).find(({ sobjectName }) => sobjectName === "Account");
 */
export type Tabs = (options?: CallOptions) => Promise<Tab[]>;

/** The icons and colors of the objects that have some, in each of Salesforce's themes. `GET /theme`. */
export type Theme = (options?: CallOptions) => Promise<ThemeItem[]>;

/**
 * What a menu holds, in its order: `"AppSwitcher"`, the default, is the App Launcher's. `GET /appMenu/{type}`.
 *
 * @throws SettingsError where there is no menu of this name
 */
export type AppMenu = (type?: AppMenuType, options?: CallOptions) => Promise<AppMenuItem[]>;

/** What users see of the org as a whole. */
export interface Apps {
  readonly tabs: Tabs;
  readonly theme: Theme;
  readonly appMenu: AppMenu;
}
