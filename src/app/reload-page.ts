/** Loads the page anew, where that loses nothing. */

/** Loads it; the browser asks first where something would be lost with it. */
export function reloadPage(): void {
  location.reload();
}
