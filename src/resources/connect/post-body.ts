import type { WireFeedElementInput } from "../../http/schemas.js";
import { checkId, known, oneOf, wrong } from "./check-args.js";
import { checkText, checkUrl, messageSegments } from "./message-segments.js";

const DOCUMENT = ["069"];

/**
 * A post as it is sent.
 *
 * @throws SettingsError where it cannot be
 */
export function postBody(subject: unknown, message: unknown, args: unknown): WireFeedElementInput {
  const given = known(args, ["visibility", "link", "poll", "files"], "args");
  const { visibility } = given;
  return {
    feedElementType: "FeedItem",
    subjectId: subject === "me" ? subject : checkId(subject, "subject"),
    body: { messageSegments: messageSegments(message) },
    ...capabilitiesOf(given),
    ...(visibility !== undefined && {
      visibility: oneOf(visibility, ["AllUsers", "InternalUsers"], "args.visibility") as "AllUsers",
    }),
  };
}

function capabilitiesOf(given: Record<string, unknown>): Pick<WireFeedElementInput, "capabilities"> {
  const { link, poll, files } = given;
  const attached = [link, poll, files].filter((each) => each !== undefined);
  if (attached.length === 0) return {};
  if (attached.length > 1) {
    throw wrong("`args` attaches more than one thing.", "A post has a link, a poll or files.");
  }
  if (link !== undefined) return { capabilities: { link: linkOf(link) } };
  if (poll !== undefined) return { capabilities: { poll: { choices: choicesOf(poll) } } };
  const items = list(files, "args.files", 1).map((id, index) => ({
    id: checkFile(id, `args.files[${index}]`),
  }));
  return { capabilities: { files: { items } } };
}

function linkOf(given: unknown): { url: string; urlName?: string } {
  const { url, name } = known(given, ["url", "name"], "args.link");
  return {
    url: checkUrl(url, "args.link.url"),
    ...(name !== undefined && { urlName: checkText(name, "args.link.name") }),
  };
}

function choicesOf(poll: unknown): string[] {
  return list(poll, "args.poll", 2).map((choice, index) => checkText(choice, `args.poll[${index}]`));
}

function list(value: unknown, place: string, least: number): readonly unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= 10) return value;
  throw wrong(`\`${place}\` is no list of ${least} to 10.`, "More than that Chatter does not take.");
}

/** @throws SettingsError where it is not the id of a file */
export function checkFile(id: unknown, place: string): string {
  return checkId(id, place, DOCUMENT, "a file (ContentDocument)");
}
