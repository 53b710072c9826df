import * as orgtype from "orgtype";
import { describe, expect, it } from "vitest";

const { lastNDays, nFiscalYearsAgo, nextNWeeks } = orgtype;

describe("spans of days", () => {
  it.each([
    [lastNDays(30), "LAST_N_DAYS:30"],
    [nextNWeeks(0), "NEXT_N_WEEKS:0"],
    [nFiscalYearsAgo(1), "N_FISCAL_YEARS_AGO:1"],
  ])("%s", (span, text) => {
    expect(span).toBe(text);
  });

  it("are each named as the literal they give", () => {
    const spans = Object.entries(orgtype).filter(([name]) => /^(last|next)N[A-Z]|^n[A-Z]\w+Ago$/.test(name));
    expect(spans).toHaveLength(21);
    for (const [name, span] of spans) {
      const words = name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
      expect((span as typeof lastNDays)(7)).toBe(`${words}:7`);
    }
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e6, "7", undefined])("%s is no count", (n) => {
    expect(() => lastNDays(n as number)).toThrow(
      expect.objectContaining({ code: "settings.value", message: expect.stringContaining("LAST_N_DAYS") }),
    );
  });
});
