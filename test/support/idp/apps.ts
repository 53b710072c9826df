import { newSecret } from "../kept-secrets.js";

/** An app as Setup has it. */
export interface App {
  readonly clientId: string;
  /** Salesforce signs token answers with it even where the app need not send it. */
  readonly clientSecret: string;
  readonly secretRequired: boolean;
  readonly grantTypes: readonly string[];
}

export interface Apps {
  /** For `orgtype login`: code with PKCE, no secret sent. */
  readonly open: App;
  /** For servers: all three grants, with the secret. */
  readonly confidential: App;
}

export interface TestUser {
  readonly id: string;
  readonly organizationId: string;
  readonly username: string;
  readonly password: string;
  readonly securityToken: string;
}

export function createApps(): Apps {
  return {
    open: {
      clientId: "3MVG9.open_app",
      clientSecret: newSecret("client secret"),
      secretRequired: false,
      grantTypes: ["authorization_code", "refresh_token"],
    },
    confidential: {
      clientId: "3MVG9.confidential_app",
      clientSecret: newSecret("client secret"),
      secretRequired: true,
      grantTypes: ["authorization_code", "refresh_token", "client_credentials", "password"],
    },
  };
}

export function createUser(): TestUser {
  return {
    id: "005xx000001X8UzAAK",
    organizationId: "00Dxx0000000001EAA",
    username: "admin@org.test",
    password: newSecret("password"),
    securityToken: newSecret("security token"),
  };
}
