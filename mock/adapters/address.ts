import { type Listening, type ListenOptions, listen } from "./node-http.js";

/** Where an org answers: at its own URL in process, and while it listens at that of its server. */
export interface Address {
  readonly url: string;
  listen(options?: ListenOptions): Promise<Listening>;
}

export function createAddress(handler: (request: Request) => Promise<Response>, ownUrl: string): Address {
  let url = ownUrl;
  return {
    get url() {
      return url;
    },
    async listen(options = {}) {
      const listening = await listen(handler, options);
      url = listening.url;
      const close = async (): Promise<void> => {
        url = ownUrl;
        await listening.close();
      };
      return { url: listening.url, close };
    },
  };
}
