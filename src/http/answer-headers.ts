/** Headers of an answer; names are told apart without regard to case. */
export interface AnswerHeaders extends Iterable<[name: string, value: string]> {
  get(name: string): string | null;
}
