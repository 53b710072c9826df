import type { TestUser } from "./apps.js";

/**
 * Walks from the authorization URL through login and consent as a browser does, without one.
 *
 * @returns where the server sends the browser in the end: the app's callback, with the code or the denial
 */
export async function signIn(
  authorizationUrl: string,
  user: Pick<TestUser, "username" | "password">,
  { consent = true } = {},
): Promise<string> {
  const { origin } = new URL(authorizationUrl);
  const walk = createWalk(origin);
  const { username, password } = user;
  const loginPage = await walk(authorizationUrl);
  const consentPage = await walk(loginPage, { username, pw: password });
  return walk(consentPage, { save: consent ? "allow" : "deny" });
}

/** Goes to a page, or sends its form, and follows redirects to the next page, or to a URL of the app's. */
function createWalk(origin: string) {
  const cookies = new Map<string, string>();
  return async (url: string, form?: Record<string, string>): Promise<string> => {
    let next = url;
    let body = form;
    while (new URL(next).origin === origin) {
      const response = await fetch(next, {
        redirect: "manual",
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
        ...(body && { method: "POST", body: new URLSearchParams(body) }),
      });
      await response.arrayBuffer();
      for (const cookie of response.headers.getSetCookie()) {
        const [name = "", value = ""] = cookie.split(/[=;]/);
        cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (location === null) return next;
      next = new URL(location, next).href;
      body = undefined;
    }
    return next;
  };
}
