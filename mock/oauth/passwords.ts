/** What is kept of a user's password, apart from the User record. */
interface Entry {
  password: string;
  securityToken: string;
  /** Whether the user has to set another one. */
  expired: boolean;
  failures: number;
  /** Milliseconds since 1970. */
  lockedUntil: number;
}

export interface Passwords {
  set(userId: string, password: string, securityToken: string): void;
  /** Gives a user another password. The security token stays, as no mail could bring a new one. */
  change(userId: string, password: string, options: { expired: boolean }): void;
  /** Whether the user has to set another one. */
  isExpired(userId: string): boolean;
  /**
   * Whether the text is the user's password, with or without the security token as `form` says. Ten wrong ones
   * in a row lock the user out for 15 minutes of the org's clock.
   */
  check(userId: string, text: string, form: PasswordForm): boolean;
}

/** `with token`: the password immediately followed by the security token; `either`: the password alone will do. */
export type PasswordForm = "alone" | "with token" | "either";

const MOST_FAILURES = 10;
const LOCKOUT_MS = 15 * 60 * 1000;

const ACCEPTED: Readonly<Record<PasswordForm, (entry: Entry) => string[]>> = {
  alone: ({ password }) => [password],
  "with token": ({ password, securityToken }) => [password + securityToken],
  either: ({ password, securityToken }) => [password, password + securityToken],
};

export function createPasswords(now: () => Date): Passwords {
  const entries = new Map<string, Entry>();
  const set = (userId: string, password: string, securityToken: string, expired = false) =>
    void entries.set(userId, { password, securityToken, expired, failures: 0, lockedUntil: 0 });
  return {
    set,
    change: (userId, password, { expired }) =>
      set(userId, password, entries.get(userId)?.securityToken ?? "", expired),
    isExpired: (userId) => entries.get(userId)?.expired ?? false,
    check(userId, text, form) {
      const entry = entries.get(userId);
      const time = now().getTime();
      if (entry === undefined || time < entry.lockedUntil) return false;
      if (ACCEPTED[form](entry).includes(text)) {
        entry.failures = 0;
        entry.lockedUntil = 0;
        return true;
      }
      entry.failures += 1;
      if (entry.failures % MOST_FAILURES === 0) entry.lockedUntil = time + LOCKOUT_MS;
      return false;
    },
  };
}
