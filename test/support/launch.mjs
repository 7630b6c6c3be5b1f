// How playwright starts the tests' browser.
import { browser } from './browser.mjs';

/** For `chromium.launch(launchOptions())`, or `chromium.launchPersistentContext(folder, launchOptions())`. */
export function launchOptions() {
  const { executablePath, args, env } = browser();
  return { executablePath, args, env, headless: true };
}
