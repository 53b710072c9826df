import { methodsOnDemand } from "../../async/methods-on-demand.js";
import { remembered } from "../../async/remembered.js";
import type { EventParts } from "./event-parts.js";
import type { EventSubscription, SubscribeOptions } from "./events.js";

/** `sf.events`. The code behind it is loaded when it is first used. */
export function createEvents(parts: EventParts) {
  const load = remembered(async () => (await import("./create-events.js")).eventsOf(parts));
  return {
    subscribe(channel: unknown, options: SubscribeOptions = {}): EventSubscription<unknown> {
      let made: EventSubscription<unknown> | undefined;
      let isOver = false;
      const begun = remembered(async () => {
        made = (await load()).subscribe(channel, options);
        return made;
      });
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next: async () => (isOver ? DONE : (await begun()).next()),
        async return() {
          isOver = true;
          return made === undefined ? DONE : made.return();
        },
        opened: async () => (await begun()).opened(),
        checkpoint: () =>
          made === undefined && typeof options.replay === "number" ? options.replay : made?.checkpoint(),
      };
    },
    ...methodsOnDemand(["schema"], load),
  };
}

const DONE = { done: true, value: undefined } as const;
