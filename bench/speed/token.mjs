/** What the stub's OAuth endpoint gives, for programs that have it already. */
export const TOKEN = "00D000000000001!token";
