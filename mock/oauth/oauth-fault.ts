/** A refused login, in OAuth's form. */
export class OAuthFault extends Error {
  readonly error: string;
  readonly description: string;
  readonly status: number;

  constructor(error: string, description: string, status = 400) {
    super(`${error}: ${description}`);
    this.name = "OAuthFault";
    this.error = error;
    this.description = description;
    this.status = status;
  }
}
