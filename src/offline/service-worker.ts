/** The service worker: answers the app's own files from what is kept, and waits with a new version until a reader asks for it. */
import { KeptFiles, type FileList } from './kept-files.ts';
import type { ToPage, ToWorker } from './protocol.ts';
import type { OpenPage, WorkerScope } from './worker-scope.ts';

const scope = globalThis as unknown as WorkerScope & { readonly warrantFiles: FileList };
const folder = new URL(scope.registration.scope);
const kept = new KeptFiles(folder, scope.warrantFiles);

/** The longest that a page may take to say its version, in ms: one that sleeps says nothing. */
const patience = 3000;

/** The version of a page's files; null where it does not say. */
function versionOf(page: OpenPage): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(typeof data === 'string' ? data : null);
    setTimeout(() => resolve(null), patience);
    page.postMessage({ is: 'which-version' } satisfies ToPage, [port2]);
  });
}

/** Removes older files, unless a page may still need them, or a newer version is on its way. */
async function removeUnused(): Promise<void> {
  const { installing, waiting } = scope.registration;
  if (installing || waiting) return;
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = pages.filter(({ url }) => url.startsWith(folder.href));
  const versions = await Promise.all(ours.map(versionOf));
  const open = versions.filter((version) => version !== null);
  if (open.length === versions.length) await kept.removeOthers(new Set(open));
}

async function lookAfter(): Promise<void> {
  if (!(await kept.isWhole())) await kept.keepAll();
  await removeUnused();
}

scope.addEventListener('install', (event) => event.waitUntil(kept.keepAll()));

// The page of the first visit has no worker yet: what it fetches later is to come from here, too.
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const address = kept.wanted(event.request);
  if (address !== null) event.respondWith(kept.answer(address));
});

scope.addEventListener('message', (event) => {
  const { is } = event.data as ToWorker;
  if (is === 'take-over') event.waitUntil(scope.skipWaiting());
  // What cannot be mended now, for want of a connection, is tried at the next opening.
  if (is === 'look-after') event.waitUntil(lookAfter().catch(() => undefined));
});
