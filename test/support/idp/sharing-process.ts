import { authorizationCode, connect, custom } from "orgtype";
import { PATHS } from "./paths.js";
import { openStore, type SharingReport, type SharingSettings } from "./shared-store.js";

// A program that shares a login with others through a store: started by a test, stopped by the end of its stdin.

async function share(settings: SharingSettings, goesOn: () => boolean): Promise<SharingReport> {
  const { url, clientId, redirectUri, caller } = settings;
  const environment = custom(url);
  const store = openStore(settings.store);
  let renewals = 0;
  let calls = 0;
  const errors: string[] = [];
  const sf = await connect({
    environment,
    auth: authorizationCode({ environment, clientId, redirectUri }),
    tokenStore: store.tokens,
    apiVersion: "66.0",
    headers: { "x-caller": caller },
    transport: (address, init) => {
      if (new URL(address).pathname === PATHS.token) renewals++;
      return fetch(address, init);
    },
  });
  while (goesOn() && errors.length === 0) {
    await sf.limits.get().then(
      () => calls++,
      (error) => errors.push(String(error)),
    );
  }
  await store.close();
  return { calls, renewals, errors };
}

let goesOn = true;
process.stdin.resume().once("end", () => {
  goesOn = false;
});
const report = await share(JSON.parse(process.argv[2] ?? ""), () => goesOn);
process.stdin.destroy();
process.stdout.write(JSON.stringify(report));
