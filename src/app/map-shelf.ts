/** Keeps on the device where everything stood on a notebook's map, so that opening again shows the same picture at once. */
import type { LayoutShelf } from '../map/kept-layouts.ts';
import type { Storage } from '../storage/contract.ts';

/** The shelf of a notebook, by its name. Layouts can always be made again, so what fails here is passed over. */
export function mapShelf(notebook: string, storage: () => Promise<Storage>): LayoutShelf {
  const key = `map-layouts:${notebook}`;
  let waiting: { readonly value: unknown } | null = null;
  let isWriting = false;
  const write = async (): Promise<void> => {
    const store = await storage();
    // While one is being written the next ones come: only the last of them counts.
    while (waiting) {
      const { value } = waiting;
      waiting = null;
      await store.setSetting(key, value);
    }
  };
  return {
    load: async () => (await storage()).setting(key),
    keep: (value) => {
      waiting = { value };
      if (isWriting) return;
      isWriting = true;
      void write()
        .catch(() => (waiting = null))
        .finally(() => (isWriting = false));
    },
  };
}
