/** What the device's database keeps beside notebooks: texts of papers as they once were, and layers that were opened. */
import { byOpening, type KeptLayer, type KeptText } from './contract.ts';
import type { EntryWriter } from './writer.ts';

/** See `Storage.keepText`. */
export const keepText = (writer: EntryWriter, text: KeptText): Promise<void> =>
  writer.write(['texts'], async (writing) => {
    const known = await writing.transaction.objectStore('texts').getKey(text.hash);
    if (known === undefined) writing.put('texts', [text.hash], text);
  });

/** See `Storage.texts`. */
export const texts = (writer: EntryWriter, paper: string): Promise<readonly KeptText[]> =>
  writer.run((database) => database.getAllFromIndex('texts', 'paper', paper));

/** See `Storage.dropText`. */
export const dropText = (writer: EntryWriter, hash: string): Promise<void> =>
  writer.write(['texts'], (writing) => writing.drop('texts', [hash]));

/** See `Storage.layers`. */
export const layers = (writer: EntryWriter, paper: string): Promise<readonly KeptLayer[]> =>
  writer.run(async (database) => (await database.getAllFromIndex('layers', 'paper', paper)).sort(byOpening));

/** See `Storage.keepLayers`. */
export const keepLayers = (writer: EntryWriter, kept: readonly KeptLayer[]): Promise<void> =>
  writer.write(['layers'], (writing) => {
    for (const layer of kept) writing.put('layers', [layer.paper, layer.id], layer);
  });

/** See `Storage.dropLayer`. */
export const dropLayer = (writer: EntryWriter, paper: string, id: string): Promise<void> =>
  writer.write(['layers'], (writing) => writing.drop('layers', [paper, id]));
