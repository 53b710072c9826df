import type { DataContext } from "../data-context.js";
import { isJsonObject } from "../http/json-body.js";
import type { StoredRecord } from "../store/table.js";
import { badBody, invalidIdentifier, notThere } from "./chatter-fault.js";
import { changeFeedRecord, contentOf, type FeedContent } from "./feed-records.js";

/** Choices of a poll, as `{ choices: ["Yes", "No"] }`: from 2 to 10. */
export function readChoices({ ids }: DataContext, capability: unknown): NonNullable<FeedContent["choices"]> {
  const choices = isJsonObject(capability) ? capability.choices : undefined;
  if (!Array.isArray(choices) || choices.length < 2 || choices.length > 10) {
    throw badBody("A poll needs from 2 to 10 choices.");
  }
  return choices.map((label) => {
    if (typeof label !== "string" || label === "") throw badBody("Each choice of a poll must be text.");
    return { id: ids.next("09A"), label };
  });
}

/** Chooses for the user, in the place of what they chose before. */
export function vote(context: DataContext, item: StoredRecord, choiceId: unknown): StoredRecord {
  const { choices, votes } = contentOf(item);
  if (choices === undefined) throw notThere();
  const chosen = choices.find(({ id }) => id === choiceId || id.slice(0, 15) === choiceId);
  if (chosen === undefined) throw invalidIdentifier(choiceId);
  return changeFeedRecord(
    context,
    "FeedItem",
    item,
    {},
    { votes: { ...votes, [context.userId]: chosen.id } },
  );
}

export function showPoll({ userId }: DataContext, item: StoredRecord): object | undefined {
  const { choices, votes = {} } = contentOf(item);
  if (choices === undefined) return undefined;
  const all = Object.values(votes);
  return {
    choices: choices.map(({ id, label }, index) => {
      const voteCount = all.filter((each) => each === id).length;
      const voteCountRatio = all.length === 0 ? 0 : voteCount / all.length;
      return { id, position: index + 1, text: label, voteCount, voteCountRatio };
    }),
    myChoiceId: votes[userId] ?? null,
    totalVoteCount: all.length,
  };
}
