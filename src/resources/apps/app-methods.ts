import { SettingsError } from "../../errors.js";
import { operation } from "../../http/operation.js";
import type { Send } from "../../http/pipeline.js";
import { kindOf } from "../../settings/kind-of.js";
import type { AppMenuType, Apps } from "./apps.js";

const MENUS = ["AppSwitcher", "Salesforce1", "NetworkTabs"] as const satisfies readonly AppMenuType[];

export function appsOf(send: Send): Apps {
  return {
    tabs: async (options) => send(operation("get", "/tabs", {}), options),
    theme: async (options) =>
      send(
        operation("get", "/theme", {}, ({ themeItems }) => themeItems),
        options,
      ),
    appMenu: async (type = "AppSwitcher", options) =>
      send(
        operation(
          "get",
          "/appMenu/{type}",
          { path: { type: checkMenu(type) } },
          ({ appMenuItems }) => appMenuItems,
        ),
        options,
      ),
  };
}

/** @throws SettingsError where there is no such menu */
function checkMenu(type: unknown): AppMenuType {
  const menu = MENUS.find((name) => name === type);
  if (menu !== undefined) return menu;
  const problem = typeof type === "string" ? "no menu" : kindOf(type);
  throw new SettingsError("settings.app-menu", `\`type\` is ${problem}.`, {
    hint: `Give one of ${MENUS.join(", ")}.`,
  });
}
