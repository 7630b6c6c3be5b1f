/** Loads the page anew, once what waits to be kept has had its turn. */
import { whyNotReload } from '../ui/before-reload.ts';

/** The longest that keeping is waited for, in ms: the disk may be full. */
const patience = 2000;

/** Loads it; where something would still be lost with it, the browser asks first. */
export async function reloadPage(): Promise<void> {
  await Promise.race([whyNotReload(), new Promise((resolve) => setTimeout(resolve, patience))]);
  location.reload();
}
