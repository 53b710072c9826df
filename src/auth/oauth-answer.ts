/** What an OAuth endpoint answered. */
export interface OAuthAnswer {
  readonly status: number;
  /** Where it redirects to. */
  readonly location: string | null;
  /** Undefined where it is no JSON object. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
}
