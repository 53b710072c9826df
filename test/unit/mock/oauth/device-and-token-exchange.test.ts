import { createOrg, type Org } from "orgtype/mock";
import { beforeEach, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.js";
import { oauthClient, refused } from "./oauth-client.js";

let org: Org;
let time: Date;
let client: ReturnType<typeof oauthClient>;

beforeEach(() => {
  time = new Date("2026-05-06T07:08:09.000Z");
  org = createOrg({ now: () => time });
  client = oauthClient(org);
});

describe("the device flow", () => {
  const start = async () =>
    (
      await client.post("/services/oauth2/token", {
        response_type: "device_code",
        client_id: org.credentials.clientId,
        scope: "api refresh_token",
      })
    ).body;
  const poll = (code: string) =>
    client.post("/services/oauth2/token", {
      grant_type: "device",
      client_id: org.credentials.clientId,
      code,
    });
  const wait = (seconds: number) => {
    time = new Date(time.getTime() + seconds * 1000);
  };

  /** Enters the code, and goes on to the decision. */
  async function enter(userCode: string) {
    const browser = openBrowser(org.fetch);
    const login = await browser.open(`${org.url}/setup/connect?user_code=${userCode}`);
    const { username, password } = org.credentials;
    const form = await browser.press(login, "Login", { username, pw: password });
    return { browser, shown: await browser.press(form, "connect") };
  }

  it("gives the tokens once the user has allowed the device", async () => {
    const codes = await start();
    expect(codes).toEqual({
      device_code: expect.stringMatching(/==$/),
      user_code: expect.stringMatching(/^[A-Z0-9]{8}$/),
      verification_uri: `${org.url}/setup/connect`,
      interval: 5,
    });
    expect((await poll(codes.device_code)).body.error).toBe("authorization_pending");
    wait(4);
    expect((await poll(codes.device_code)).body.error).toBe("slow_down");
    wait(5);
    expect(await poll(codes.device_code)).toMatchObject({
      status: 400,
      body: { error: "authorization_pending" },
    });
    const { browser, shown } = await enter(codes.user_code.toLowerCase());
    expect(shown.html).toContain("Embedded App is asking to:");
    expect((await browser.press(shown, "oaapprove")).html).toContain("You&#39;re connected");
    wait(5);
    const { status, body } = await poll(codes.device_code);
    expect(status).toBe(200);
    expect(body.scope).toBe("api refresh_token");
    expect((await client.rest(body.access_token)).status).toBe(200);
    expect((await client.refresh(body.refresh_token)).status).toBe(200);
    expect((await poll(codes.device_code)).body.error).toBe("invalid_grant");
  });

  it("tells the device of a denial", async () => {
    const codes = await start();
    const { browser, shown } = await enter(codes.user_code);
    await browser.press(shown, "oadeny");
    expect(await poll(codes.device_code)).toMatchObject(
      refused("access_denied", "end-user denied authorization"),
    );
  });

  it("ends after ten minutes, and knows no other codes", async () => {
    const codes = await start();
    expect((await enter("WRONG123")).shown.html).toContain("not valid");
    wait(601);
    expect((await poll(codes.device_code)).body.error).toBe("invalid_grant");
    expect((await enter(codes.user_code)).shown.html).toContain("not valid");
    expect((await poll("nothing")).body.error).toBe("invalid_grant");
  });

  it("polls as often as a test allows", async () => {
    org.oauth.policies.deviceIntervalSeconds = 0;
    const { device_code, interval } = await start();
    expect(interval).toBe(0);
    for (let count = 0; count < 3; count++) {
      expect((await poll(device_code)).body.error).toBe("authorization_pending");
    }
  });
});

describe("the token exchange grant", () => {
  const exchange = (form: Record<string, string> = {}) =>
    client.token({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: "theirs",
      subject_token_type: "urn:ietf:params:oauth:token-type:access_token",
      ...form,
    });

  it("asks the handler the request names", async () => {
    const asked: unknown[] = [];
    org.oauth.setTokenHandler("MyHandler", (request) => {
      asked.push(request);
      return request.subjectToken === "theirs" ? org.credentials.username : undefined;
    });
    const { status, body } = await exchange({ token_handler: "MyHandler" });
    expect(status).toBe(200);
    expect((await client.rest(body.access_token)).status).toBe(200);
    expect(asked).toEqual([
      {
        subjectToken: "theirs",
        subjectTokenType: "urn:ietf:params:oauth:token-type:access_token",
        clientId: org.credentials.clientId,
      },
    ]);
    const other = await exchange({ token_handler: "MyHandler", subject_token: "forged" });
    expect(other.body.error).toBe("invalid_grant");
    expect((await exchange()).body.error).toBe("invalid_request");
  });
});
