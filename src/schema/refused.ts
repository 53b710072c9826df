/** The type of what is refused, so that the error says why. */
export interface Refused<Message extends string> {
  readonly error: Message;
}
