import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

/** Debian's Chromium without a window. It asks nothing of anybody by itself. */
export function startBrowser(executablePath: string): Promise<Browser> {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath, headless: true, args });
}

/** With ORGTYPE_SCREENSHOTS set, keeps a picture of the page in a folder for temporary files and says where. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.ORGTYPE_SCREENSHOTS) return;
  const folder = join(tmpdir(), "orgtype-screenshots");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(`Screenshot: ${path}`);
}
