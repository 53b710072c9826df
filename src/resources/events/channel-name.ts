import { SettingsError } from "../../errors.js";
import { kindOf } from "../../settings/kind-of.js";

/** What a channel carries. */
export interface ChannelName {
  /** As it is subscribed to. */
  readonly channel: string;
  /** Without the filter that PushTopics may have. */
  readonly topic: string;
  readonly carries: "events" | "changes" | "others";
  /** The object of platform events; undefined where the name does not tell, and of changes, which say it themselves. */
  readonly object: string | undefined;
}

/** Each part without wildcards; a PushTopic may have a filter. */
const CHANNEL = /^(\/[\w.-]+){2,}(\?.*)?$/;
const OWN_CHANNEL = /__chn$/;

/**
 * The channel of a name, which may be the name of an event.
 *
 * @throws SettingsError where it cannot be one
 */
export function channelName(name: unknown): ChannelName {
  const given = typeof name === "string" ? name : "";
  const channel = /^\w+$/.test(given) ? `/event/${given}` : given;
  if (!CHANNEL.test(channel)) {
    throw new SettingsError("settings.channel", `\`channel\` is ${said(name)}, and no channel.`, {
      hint: 'Give "/event/Order__e", "/data/AccountChangeEvent", "/data/ChangeEvents", "/topic/…", or the name of an event.',
    });
  }
  const topic = channel.split("?", 1)[0] ?? channel;
  const [, family, event = ""] = topic.split("/");
  if (family === "data") return { channel, topic, carries: "changes", object: undefined };
  if (family !== "event") return { channel, topic, carries: "others", object: undefined };
  return { channel, topic, carries: "events", object: OWN_CHANNEL.test(event) ? undefined : event };
}

function said(name: unknown): string {
  return typeof name === "string" ? JSON.stringify(name.slice(0, 100)) : kindOf(name);
}
