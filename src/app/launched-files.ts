/** Files that the file manager opens with Warrant, where it is installed: they go the way of files that are dropped. */
import { PapersBrought } from './import-requests.ts';

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Resolves when the element is in the page. */
function arrived(selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const found = document.querySelector<HTMLElement>(selector);
      if (found) resolve(found);
      return found !== null;
    };
    if (look()) return;
    const watch = new MutationObserver(() => look() && watch.disconnect());
    watch.observe(document.body, { childList: true, subtree: true });
  });
}

/**
 * Takes files to the desk that is open, or else to the library. Where neither is open, what is mended meanwhile stays as it is:
 * the files wait until one comes to the library or to a desk.
 */
export async function bringFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const place = await arrived('layer-overlays, add-paper');
  if (place.localName === 'layer-overlays') {
    const { LayerOverlays } = await import('./layer-overlays.ts');
    if (place instanceof LayerOverlays) await place.takeFiles(files);
  } else place.dispatchEvent(new PapersBrought(files));
}

/** Hears of such files from now on, those with which the page was opened among them. */
export function onLaunchedFiles(): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    // A file that cannot be read any more is left out; what can be is not held up by it.
    void Promise.allSettled(files.map((handle) => handle.getFile())).then((read) =>
      bringFiles(read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))),
    );
  });
}
