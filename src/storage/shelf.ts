/** What the device's database keeps beside notebooks: texts of papers as they once were, and layers that were opened. */
import { byOpening, type KeptLayer, type KeptText } from './contract.ts';
import { writing, type Database } from './database.ts';

/** See `Storage.keepText`. */
export async function keepText(database: Database, text: KeptText): Promise<void> {
  const { store, done } = writing(database, 'texts');
  const known = await store.getKey(text.hash);
  await Promise.all([known === undefined ? store.add(text) : null, done]);
}

/** See `Storage.layers`. */
export const layers = async (database: Database, paper: string): Promise<readonly KeptLayer[]> =>
  (await database.getAllFromIndex('layers', 'paper', paper)).sort(byOpening);

/** See `Storage.keepLayers`. */
export async function keepLayers(database: Database, kept: readonly KeptLayer[]): Promise<void> {
  const { store, done } = writing(database, 'layers');
  await Promise.all([...kept.map((layer) => store.put(layer)), done]);
}
