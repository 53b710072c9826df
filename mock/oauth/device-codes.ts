import { randomText } from "./random-text.js";

/** A device that waits for its user's word. */
export interface DeviceLogin {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly until: number;
  lastPoll: number;
  /** The user who allowed it, or that one denied it; undefined while it waits. */
  decision: { readonly userId: string } | "denied" | undefined;
}

export interface DeviceCodes {
  create(clientId: string, scopes: readonly string[]): DeviceLogin;
  byDeviceCode(code: string): DeviceLogin | undefined;
  /** The login that waits under a user's code, in any case. */
  byUserCode(code: string): DeviceLogin | undefined;
  /** Takes a login out: its codes work no more. */
  remove(login: DeviceLogin): void;
}

const LIFETIME_MS = 10 * 60 * 1000;
const USER_CODE_LENGTH = 8;

export function createDeviceCodes(now: () => Date): DeviceCodes {
  const logins = new Map<string, DeviceLogin>();
  return {
    create(clientId, scopes) {
      const login: DeviceLogin = {
        deviceCode: `M4RQ${randomText(100)}==`,
        userCode: randomText(USER_CODE_LENGTH).toUpperCase(),
        clientId,
        scopes,
        until: now().getTime() + LIFETIME_MS,
        lastPoll: Number.NEGATIVE_INFINITY,
        decision: undefined,
      };
      logins.set(login.deviceCode, login);
      return login;
    },
    byDeviceCode: (code) => logins.get(code),
    byUserCode: (code) =>
      [...logins.values()].find(
        (login) =>
          login.userCode === code.trim().toUpperCase() &&
          login.decision === undefined &&
          now().getTime() <= login.until,
      ),
    remove: (login) => void logins.delete(login.deviceCode),
  };
}
