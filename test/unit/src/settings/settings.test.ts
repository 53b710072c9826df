import { type ConnectOptions, connect, createClient } from "orgtype";
import { connectionFromEnvironment } from "orgtype/node";
import * as standard from "orgtype/standard";
import { describe, expect, it } from "vitest";
import { empty, fakeOrg } from "../../../support/fake-org.js";
import { optionsFor, smallClient } from "../../../support/small-org.js";

const org = fakeOrg(() => empty());

describe("settings of a connection", () => {
  it.each<[string, Partial<Record<keyof ConnectOptions, unknown>>, string]>([
    ["timeout", { timeout: 0 }, "`timeout` is 0"],
    ["timeout", { timeout: Number.NaN }, "`timeout` is NaN"],
    ["timeout", { timeout: "10" }, "`timeout` is a value of type string"],
    ["concurrency", { concurrency: 0 }, "`concurrency` is 0"],
    ["retry.times", { retry: { times: -1 } }, "`retry.times` is -1"],
    ["Authorization", { headers: { authorization: "Bearer mine" } }, "`headers.Authorization`"],
    ["header names", { headers: { "a b": "c" } }, '"a b" cannot be sent'],
    ["header values", { headers: { "x-a": "b\r\nc: d" } }, '"x-a" cannot be sent'],
    ["environment", { environment: "https://acme.my.salesforce.com" }, "`environment` is no environment"],
    ["auth", { auth: "token" }, "`auth` is no grant"],
  ])("a wrong %s is refused by name, before anything is sent", (_, options, message) => {
    const wrong = options as Partial<ConnectOptions>;
    expect(() => smallClient(org, wrong)).toThrow(expect.objectContaining({ name: "SettingsError" }));
    expect(() => smallClient(org, wrong)).toThrow(message);
    expect(org.sent).toEqual([]);
    expect(org.logins).toEqual([]);
  });

  it.each(["66", "v66.0", "", "66.1", undefined])("%o is no API version", (apiVersion) => {
    expect(() => createClient({ ...optionsFor(org), apiVersion: apiVersion as string })).toThrow(
      "`apiVersion`",
    );
  });

  it("no settings at all are refused as missing ones are", async () => {
    const refusal = expect.objectContaining({ name: "SettingsError" });
    const given = [] as unknown as [ConnectOptions & { apiVersion: string }];
    expect(() => createClient(...given)).toThrow(refusal);
    expect(() => standard.createClient(...given)).toThrow("`environment` is no environment");
    await expect(connect(...given)).rejects.toThrow(refusal);
    await expect(standard.connect(...given)).rejects.toThrow("`environment` is no environment");
  });

  it("options of one call are checked, too", async () => {
    const sf = smallClient(org);
    await expect(sf.Account.delete("001000000000001AAA", { timeout: -1 })).rejects.toThrow("`timeout` is -1");
    await expect(
      sf.Account.delete("001000000000001AAA", { headers: { Authorization: "x" } }),
    ).rejects.toThrow("cannot be set");
    expect(org.sent).toEqual([]);
  });

  it("headers of the client and of the call are sent, the call's winning", async () => {
    const own = fakeOrg(() => empty());
    const sf = smallClient(own, { headers: { "Sforce-Auto-Assign": "TRUE", "X-One": "1" } });
    await sf.Account.delete("001000000000001AAA", { headers: { "sforce-auto-assign": "FALSE" } });
    expect(own.sent[0]?.headers.get("sforce-auto-assign")).toBe("FALSE");
    expect(own.sent[0]?.headers.get("x-one")).toBe("1");
    expect(own.sent[0]?.headers.get("accept")).toBe("application/json");
  });
});

describe("a connection from the environment", () => {
  it("names every variable that is missing", () => {
    expect(() => connectionFromEnvironment({ ORGTYPE_URL: "https://acme.my.salesforce.com" })).toThrow(
      "Not set: ORGTYPE_CLIENT_ID, ORGTYPE_CLIENT_SECRET.",
    );
  });

  it("is a custom environment with client credentials", () => {
    const connection = connectionFromEnvironment({
      ORGTYPE_URL: "https://acme.my.salesforce.com",
      ORGTYPE_CLIENT_ID: "id",
      ORGTYPE_CLIENT_SECRET: "secret",
    });
    expect(connection.environment.loginUrl).toBe("https://acme.my.salesforce.com");
    expect(connection.auth.name).toBe("client_credentials");
  });
});
