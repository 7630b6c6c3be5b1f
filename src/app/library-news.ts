/** Tells that the library has changed: to whoever shows it, in this tab and in the others of this browser. */

const channelName = 'warrant-library';
const here = new EventTarget();
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : null;

/** To be called when a paper was added, changed, removed or dropped, once that is kept. */
export function tellLibrary(): void {
  here.dispatchEvent(new Event('library-changed'));
  channel?.postMessage('changed');
}

/** Calls `listener` when the library has changed, here or in another tab, until `signal` is aborted. */
export function onLibraryNews(listener: () => void, signal: AbortSignal): void {
  here.addEventListener('library-changed', listener, { signal });
  channel?.addEventListener('message', listener, { signal });
}
