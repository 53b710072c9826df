import { SettingsError } from "../errors.js";
import { kindOf } from "./kind-of.js";
import { atLeast, type BudgetOptions, type BudgetSettings } from "./settings.js";

/** @throws SettingsError that names the option */
export function budgetSettings({
  reserve,
  whenReached = "refuse",
  askAgainMs = 60_000,
}: BudgetOptions): BudgetSettings {
  if (whenReached !== "refuse" && whenReached !== "wait") {
    throw new SettingsError("settings.budget", `\`budget.whenReached\` is ${kindOf(whenReached)}.`, {
      hint: 'Give "refuse" or "wait".',
    });
  }
  return {
    reserve: atLeast(0, reserve, "budget.reserve"),
    whenReached,
    askAgainMs: atLeast(1, askAgainMs, "budget.askAgainMs"),
  };
}
