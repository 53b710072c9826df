/** What a browser shows: a page, or that it was sent away from the org. */
export interface Shown {
  readonly status: number;
  readonly url: string;
  readonly html: string;
  /** Where the browser was sent, once that is not the org. */
  readonly sentTo: URL | undefined;
}

const readEscapes = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : readEscapes(value);
};

/** A browser by hand: it keeps cookies, follows redirects within the org, and fills in forms. */
export function openBrowser(fetchIt: typeof fetch = fetch) {
  const cookies = new Map<string, string>();
  const home: { origin?: string } = {};

  async function load(address: string, init: RequestInit = {}): Promise<Shown> {
    home.origin ??= new URL(address).origin;
    if (new URL(address).origin !== home.origin) {
      return { status: 0, url: address, html: "", sentTo: new URL(address) };
    }
    const headers = { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    const response = await fetchIt(address, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get("Location");
    if (location !== null) return load(new URL(location, address).href);
    return { status: response.status, url: address, html: await response.text(), sentTo: undefined };
  }

  return {
    cookies,
    open: (address: string) => load(address),
    /** Posts the form of a page, with what it has filled in, and presses the button of that id. */
    async press(shown: Shown, button: string, values: Record<string, string> = {}): Promise<Shown> {
      const form = /<form[^>]*>[\s\S]*<\/form>/.exec(shown.html)?.[0];
      if (form === undefined) throw new Error(`no form at ${shown.url}`);
      const body = new URLSearchParams();
      for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
        const name = attribute(tag, "name");
        const pressed = attribute(tag, "type") !== "submit" || attribute(tag, "id") === button;
        if (name !== undefined && pressed) body.set(name, attribute(tag, "value") ?? "");
      }
      for (const [name, value] of Object.entries(values)) body.set(name, value);
      if (!form.includes(`id="${button}"`)) throw new Error(`no button ${button} at ${shown.url}`);
      const action = attribute(/<form[^>]*>/.exec(form)?.[0] ?? "", "action") ?? shown.url;
      return load(new URL(action, shown.url).href, { method: "POST", body });
    },
  };
}
