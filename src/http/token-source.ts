/** What goes along with a request: the token and the only host it may go to. */
export interface Token {
  readonly accessToken: string;
  /** The org's API host, without a slash at its end. */
  readonly instanceUrl: string;
}

/** A token in the place of another. */
export interface Renewal {
  readonly token: Token;
  /** Whether somebody else got it, some time ago: it may have ended, too. */
  readonly isBorrowed: boolean;
}

/** Where requests get their token from. */
export interface TokenSource {
  /** The token to use now; logs in where there is none yet. */
  current(): Token | Promise<Token>;
  /** Another token than the one that was refused; renews at most once for all who ask for the same. */
  renew(refused: Token): Promise<Renewal>;
}
