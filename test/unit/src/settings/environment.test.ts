import { custom, isOrgtypeError, myDomain, production, sandbox } from "orgtype";
import { describe, expect, it } from "vitest";

describe("environments", () => {
  it("production logs in at login.salesforce.com", () => {
    expect(production()).toEqual({
      kind: "production",
      loginUrl: "https://login.salesforce.com",
      tokenUrl: "https://login.salesforce.com/services/oauth2/token",
      authorizationUrl: "https://login.salesforce.com/services/oauth2/authorize",
      audience: "https://login.salesforce.com",
      isProduction: true,
    });
  });

  it.each([
    [sandbox(), "https://test.salesforce.com", "https://test.salesforce.com", false],
    [
      sandbox("Acme", "Dev1"),
      "https://acme--dev1.sandbox.my.salesforce.com",
      "https://test.salesforce.com",
      false,
    ],
    [myDomain("acme"), "https://acme.my.salesforce.com", "https://login.salesforce.com", true],
    [
      myDomain("acme", { sandbox: "qa" }),
      "https://acme--qa.sandbox.my.salesforce.com",
      "https://test.salesforce.com",
      false,
    ],
    [
      myDomain("acme-dev-ed.develop"),
      "https://acme-dev-ed.develop.my.salesforce.com",
      "https://test.salesforce.com",
      false,
    ],
    [
      custom("https://acme.my.salesforce.com/"),
      "https://acme.my.salesforce.com",
      "https://login.salesforce.com",
      true,
    ],
    [
      custom("https://acme.my.salesforce.mil"),
      "https://acme.my.salesforce.mil",
      "https://acme.my.salesforce.mil",
      true,
    ],
    [
      myDomain("acme-scratch-123.scratch"),
      "https://acme-scratch-123.scratch.my.salesforce.com",
      "https://test.salesforce.com",
      false,
    ],
    [
      custom("https://acme-dev-ed.trailblaze.my.salesforce.com"),
      "https://acme-dev-ed.trailblaze.my.salesforce.com",
      "https://test.salesforce.com",
      false,
    ],
    [
      custom("https://acme.my.sfcrmproducts.cn"),
      "https://acme.my.sfcrmproducts.cn",
      "https://acme.my.sfcrmproducts.cn",
      true,
    ],
    [
      custom("https://test.salesforce.com"),
      "https://test.salesforce.com",
      "https://test.salesforce.com",
      false,
    ],
    [
      custom("https://acme.my.site.com/partners/"),
      "https://acme.my.site.com/partners",
      "https://acme.my.site.com/partners",
      true,
    ],
    [custom("http://127.0.0.1:8080"), "http://127.0.0.1:8080", "http://127.0.0.1:8080", false],
    [custom("http://localhost:8080"), "http://localhost:8080", "http://localhost:8080", false],
    [custom("http://[::1]:8080"), "http://[::1]:8080", "http://[::1]:8080", false],
  ])("%o", (environment, loginUrl, audience, isProduction) => {
    expect(environment).toMatchObject({
      loginUrl,
      tokenUrl: `${loginUrl}/services/oauth2/token`,
      authorizationUrl: `${loginUrl}/services/oauth2/authorize`,
      audience,
      isProduction,
    });
  });

  it.each<[string, () => unknown, string]>([
    [
      "a Lightning URL",
      () => custom("https://acme.lightning.force.com/lightning/page/home"),
      "https://acme.my.salesforce.com",
    ],
    [
      "a sandbox's Lightning URL",
      () => custom("https://acme--dev1.sandbox.lightning.force.com"),
      "https://acme--dev1.sandbox.my.salesforce.com",
    ],
    [
      "a Setup URL",
      () => custom("https://acme.my.salesforce-setup.com/lightning/setup"),
      "https://acme.my.salesforce.com",
    ],
    [
      "a sandbox's Setup URL",
      () => custom("https://acme--dev1.sandbox.my.salesforce-setup.com"),
      "https://acme--dev1.sandbox.my.salesforce.com",
    ],
    [
      "a Visualforce URL",
      () => custom("https://acme--c.vf.force.com/apex/Page"),
      "https://acme.my.salesforce.com",
    ],
    [
      "a sandbox's Visualforce URL",
      () => custom("https://acme--dev--c.sandbox.vf.force.com"),
      "https://acme--dev.sandbox.my.salesforce.com",
    ],
    [
      "an old Visualforce URL",
      () => custom("https://acme--c.na1.visual.force.com"),
      "https://acme.my.salesforce.com",
    ],
    ["an unencrypted URL", () => custom("http://acme.my.salesforce.com"), "https://acme.my.salesforce.com"],
    [
      "a URL with a password only",
      () => custom("https://:hunter2@acme.my.salesforce.com"),
      "https://acme.my.salesforce.com",
    ],
    [
      "a URL with a password",
      () => custom("https://user:hunter2@acme.my.salesforce.com"),
      "https://acme.my.salesforce.com",
    ],
    ["a name instead of a URL", () => custom("acme"), "https://acme.my.salesforce.com"],
    ["a URL instead of a name", () => myDomain("https://acme.my.salesforce.com"), '"acme"'],
    ["a sandbox in a domain name", () => myDomain("acme--dev1"), 'sandbox("acme", "dev1")'],
    ["nonsense as a domain", () => myDomain("a b"), "custom(url)"],
    ["nonsense as a sandbox", () => sandbox("acme", "dev 1"), 'sandbox("acme", "dev1")'],
    [
      "a sandbox without a name",
      () => (sandbox as (domain: string) => unknown)("acme"),
      'sandbox("acme", "dev1")',
    ],
    ["no text", () => custom(undefined as unknown as string), "https://acme.my.salesforce.com"],
  ])("%s is refused, and the right one named", (_, make, fix) => {
    const error = caught(make);
    expect(isOrgtypeError(error, "SettingsError")).toBe(true);
    expect(error).toMatchObject({ code: "settings.environment", hint: expect.stringContaining(fix) });
    expect(String(error)).not.toContain("hunter2");
  });

  it("cannot be changed", () => {
    expect(Object.isFrozen(production())).toBe(true);
  });
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
