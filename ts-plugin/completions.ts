import type ts from "typescript";
import { followPath, objectOf, type SoqlPlace } from "./soql-place.js";

interface Offer {
  readonly name: string;
  readonly kind: ts.ScriptElementKind;
  /** Fields before relationships before the rest. */
  readonly rank: number;
}

/** What can stand at a place of SOQL text: objects, fields, relationships, picklist values. */
export function completionsAt(typescript: typeof ts, place: SoqlPlace): ts.CompletionInfo | undefined {
  const offers = offersAt(typescript, place);
  if (offers.length === 0) return undefined;
  const { cursor, textStart } = place;
  const { start, end } = cursor.kind === "from" ? { start: cursor.start, end: cursor.end } : cursor;
  const replacementSpan = { start: textStart + start, length: end - start };
  return {
    isGlobalCompletion: false,
    isMemberCompletion: true,
    isNewIdentifierLocation: true,
    entries: offers.map(({ name, kind, rank }) => ({
      name,
      kind,
      sortText: String(rank),
      replacementSpan,
    })),
  };
}

function offersAt(typescript: typeof ts, { cursor, org }: SoqlPlace): Offer[] {
  const { ScriptElementKind: Kind } = typescript;
  const offer =
    (kind: ts.ScriptElementKind, rank: number) =>
    ({ name }: { readonly name: string }): Offer => ({ name, kind, rank });
  if (cursor.kind === "from") {
    const scope = cursor.scopes.at(-1);
    const symbols = scope?.isChild
      ? (objectOf(cursor.scopes.slice(0, -1), org)?.children ?? [])
      : org.objects();
    return symbols.map(offer(Kind.classElement, 1));
  }
  const { object, name } = followPath(cursor.path, cursor.scopes, org);
  if (object === undefined) return [];
  if (cursor.kind === "value")
    return object.values(name).map((value) => offer(Kind.string, 1)({ name: value }));
  return [
    ...object.fields.map(offer(Kind.memberVariableElement, 1)),
    ...object.parents.map(offer(Kind.memberGetAccessorElement, 2)),
  ];
}
