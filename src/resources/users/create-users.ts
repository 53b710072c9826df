import type { Send } from "../../http/pipeline.js";
import { passwordsOf } from "./passwords.js";
import { recentOf } from "./recent.js";

export function usersOf(send: Send) {
  return { ...recentOf(send), ...passwordsOf(send) };
}
