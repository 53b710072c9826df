import { Connection } from "@jsforce/jsforce-node";
import { accessToken, clientCredentials, custom } from "orgtype";
import { createOrg, type Listening, type Org } from "orgtype/mock";
import { type Client, connect, createClient } from "orgtype/standard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What users see of an org, over a real socket. */
describe("tabs, themes and menus", () => {
  let org: Org;
  let server: Listening;
  let sf: Client;

  beforeAll(async () => {
    org = createOrg({ profiles: { Support: { objects: { Opportunity: { read: false } } } } });
    server = await org.listen();
    sf = await connect({ environment: custom(server.url), auth: clientCredentials(org.credentials) });
  });
  afterAll(() => server.close());

  function asSupport(): Client {
    const user = org.addUser({ profile: "Support" });
    const auth = accessToken({ accessToken: user.accessToken, instanceUrl: server.url });
    return createClient({ environment: custom(server.url), auth });
  }

  it("are those of the org's objects", async () => {
    const tabs = await sf.tabs();
    expect(tabs.find(({ sobjectName }) => sobjectName === "Account")).toMatchObject({
      name: "standard-Account",
      label: "Accounts",
      custom: false,
      url: `${server.url}/001/o`,
      iconUrl: `${server.url}/img/icon/account32.png`,
    });
    expect(tabs.find(({ name }) => name === "Invoice__c")).toMatchObject({ custom: true });
    expect(tabs.some(({ sobjectName }) => sobjectName === "RecordType")).toBe(false);

    const account = (await sf.theme()).find(({ name }) => name === "Account");
    expect(account?.colors).toContainEqual({
      color: expect.stringMatching(/^[0-9a-f]{6}$/),
      context: "primary",
      theme: "theme4",
    });
    expect(account?.icons.map(({ contentType, width }) => [contentType, width])).toEqual([
      ["image/png", 32],
      ["image/png", 16],
      ["image/svg+xml", 0],
    ]);
  });

  it("tell which apps there are", async () => {
    expect((await sf.appMenu()).map(({ type, label }) => [type, label])).toEqual([
      ["Tabset", "Sales"],
      ["Tabset", "Service"],
      ["Tabset", "Marketing"],
      ["Tabset", "Platform"],
    ]);
    expect((await sf.appMenu("Salesforce1")).map(({ type }) => type)).toEqual([
      "Standard.Tasks",
      "Standard.Dashboards",
      "Standard.Search",
    ]);
    expect(await sf.appMenu("NetworkTabs")).toEqual([]);
  });

  it("hold what the user may see only", async () => {
    const support = asSupport();
    expect((await support.tabs()).some(({ sobjectName }) => sobjectName === "Opportunity")).toBe(false);
    expect((await support.theme()).some(({ name }) => name === "Opportunity")).toBe(false);
    expect((await support.appMenu()).map(({ label }) => label)).not.toContain("Sales");
  });

  it("are the same to jsforce", async () => {
    const connection = new Connection({
      instanceUrl: server.url,
      accessToken: org.credentials.accessToken,
      version: "66.0",
    });
    expect(await connection.tabs()).toEqual(await sf.tabs());
    expect(await connection.theme()).toEqual({ themeItems: await sf.theme() });
  });

  it("are not asked for where there is no such menu", async () => {
    org.forgetRequests();
    // @ts-expect-error no menu
    await expect(sf.appMenu("Sales")).rejects.toMatchObject({
      code: "settings.app-menu",
      message: expect.stringContaining("`type` is no menu"),
    });
    expect(org.requests).toEqual([]);
    await expect(sf.request("GET", "/appMenu/Sales")).rejects.toMatchObject({ name: "NotFoundError" });
    expect(await sf.request("GET", "/appMenu")).toHaveProperty(
      "AppSwitcher",
      "/services/data/v66.0/appMenu/AppSwitcher",
    );
  });
});
