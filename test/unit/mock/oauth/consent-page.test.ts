import { createOrg } from "orgtype/mock";
import { describe, expect, it } from "vitest";
import { openBrowser } from "./browser.js";
import { oauthClient, pass } from "./oauth-client.js";

describe("the consent page", () => {
  it("escapes what it shows of an app", async () => {
    const org = createOrg();
    org.oauth.app.name = `<b>"Bad"</b>`;
    const browser = openBrowser(org.fetch);
    const login = await browser.open(oauthClient(org).authorizeUrl());
    const { username, password } = org.credentials;
    const consent = await browser.press(login, "Login", { username, pw: password });
    expect(consent.html).toContain("&lt;b&gt;&quot;Bad&quot;&lt;/b&gt; is asking to:");
    expect((await pass(org, browser, consent)).sentTo).toBeDefined();
  });
});
