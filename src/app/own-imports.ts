/** The one queue of imports of this tab. */
import type { BeforeReload } from '../ui/before-reload.ts';
import { listPapers } from './corpus.ts';
import { isUnkept } from './import-items.ts';
import { runFile } from './import-run.ts';
import { ImportService } from './import-service.ts';
import { storage } from './own-storage.ts';

/** What is in it outlives the library's screen, not the page. */
export const imports = new ImportService({ run: runFile, storage, shipped: listPapers });

const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();

const beforeReload = (event: BeforeReload): void =>
  event.waitFor(
    Promise.resolve('Papers that you added wait in the library: keep them or leave them out first.'),
  );

let isHeld = false;

// Listened to only while something would be lost: a page that listens is not kept for the browser's Back.
imports.subscribe(() => {
  const isNeeded = imports.items.some(isUnkept);
  if (isNeeded === isHeld) return;
  isHeld = isNeeded;
  if (isNeeded) {
    addEventListener('beforeunload', onLeave);
    addEventListener('before-reload', beforeReload);
  } else {
    removeEventListener('beforeunload', onLeave);
    removeEventListener('before-reload', beforeReload);
  }
});
