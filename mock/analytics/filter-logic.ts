import { badRequest } from "./analytics-fault.js";

type Test<T> = (item: T) => boolean;

/**
 * Puts tests together as filter logic such as `(1 OR 2) AND NOT 3` says; without any, all must hold.
 *
 * Throws where it does not parse, or does not name each of the tests.
 */
export function combineTests<T>(logic: string | null, tests: readonly Test<T>[]): Test<T> {
  if (logic === null || logic.trim() === "") return (item) => tests.every((test) => test(item));
  const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S/g) ?? [];
  const named = new Set<number>();
  let at = 0;

  function anyOf(): Test<T> {
    const all = [allOf()];
    while (tokens[at] === "OR") {
      at++;
      all.push(allOf());
    }
    return (item) => all.some((test) => test(item));
  }

  function allOf(): Test<T> {
    const all = [one()];
    while (tokens[at] === "AND") {
      at++;
      all.push(one());
    }
    return (item) => all.every((test) => test(item));
  }

  function one(): Test<T> {
    const token = tokens[at++] ?? "";
    if (token === "NOT") {
      const inner = one();
      return (item) => !inner(item);
    }
    if (token === "(") {
      const inner = anyOf();
      if (tokens[at++] !== ")") throw invalidLogic(logic ?? "");
      return inner;
    }
    const test = /^\d+$/.test(token) ? tests[Number(token) - 1] : undefined;
    if (test === undefined) throw invalidLogic(logic ?? "");
    named.add(Number(token));
    return test;
  }

  const test = anyOf();
  if (at < tokens.length || named.size < tests.length) throw invalidLogic(logic);
  return test;
}

function invalidLogic(logic: string) {
  return badRequest(`The filter logic ${logic} is invalid.`);
}
