/**
 * Days and moments as `Date`: a day is its midnight in UTC. Times of day stay text, since `Date` has none.
 *
 * @example
 * const sf = createClient({ ...options, decode: jsDates });
 */
export const jsDates: { readonly date: (text: string) => Date; readonly datetime: (text: string) => Date } = {
  date: (text) => new Date(`${text}T00:00:00.000Z`),
  datetime: (text) => new Date(text),
};
