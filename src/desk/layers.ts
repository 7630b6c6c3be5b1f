/** Layers below the reader's own: how they are made of files, told apart, shown and hidden. Pure. */
import type { NotebookFile } from '../model/notebook-file.ts';
import type { NotebookRecord } from '../model/records.ts';
import { fileRecords } from '../notebook/file.ts';
import type { Layer, Opened } from './desk.ts';

/** So many tints there are; a layer's sign tells it apart where two wear the same. */
export const tintCount = 12;

const plain = { creator: '', tint: 0, sign: '', visible: true, before: 0, opened: null } as const;

/** The reader's own layer. */
export const ownLayerOf = (
  id: string,
  name: string,
  records: ReadonlyMap<string, NotebookRecord>,
): Layer => ({ ...plain, id, name, kind: 'own', readOnly: false, records });

/** The reading that ships with the paper. */
export const editionLayerOf = (file: NotebookFile): Layer => ({
  ...plain,
  id: file.id,
  name: file.name,
  creator: file.creator,
  kind: 'edition',
  readOnly: true,
  records: fileRecords(file),
});

/** When a file was written: as it says, else when its last record was. Empty where nothing tells. */
export const madeOf = ({ made, records }: NotebookFile): string =>
  made ?? records.reduce((last, { modified }) => (modified > last ? modified : last), '');

const openedOf = (file: NotebookFile): Opened => ({
  records: fileRecords(file),
  version: file.paper.hash,
  made: madeOf(file),
  answers: file.answers ?? null,
  instructions: file.settings?.instructions ?? '',
});

/** How the reader wants an opened layer shown, as it is kept. */
export interface LayerLook {
  readonly visible: boolean;
  /** What the reader calls it; null for the name in the file. */
  readonly label: string | null;
  /** True once what was asked for before it shows was there. */
  readonly released: boolean;
}

export const firstLook: LayerLook = { visible: true, label: null, released: false };

/** An opened file as a layer, without a tint and a sign: `dressed` gives them. */
export function openedLayer(file: NotebookFile, look: LayerLook = firstLook): Layer {
  const opened = openedOf(file);
  return {
    ...plain,
    id: file.id,
    name: look.label ?? file.name,
    creator: file.creator,
    kind: file.settings ? 'handout' : 'return',
    readOnly: true,
    visible: look.visible,
    before: look.released ? 0 : (file.settings?.before ?? 0),
    opened,
    records: opened.records,
  };
}

/** What a layer is called: its author where one has said so, else its own name. */
export const callOf = ({ creator, name, kind }: Layer): string =>
  kind === 'own' ? 'You' : kind === 'return' && creator.trim() ? creator.trim() : name.trim() || 'Unnamed';

/** The first letters of a name's first and last word, in capitals; `?` where it has no letter. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const first = (word: string | undefined): string => [...(word ?? '')][0]?.toLocaleUpperCase('en') ?? '';
  const letters = words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0]);
  return letters || '?';
}

/** Gives every opened layer a sign of its own and a tint; those that have them keep them. */
export function dressed(layers: readonly Layer[]): readonly Layer[] {
  const signs = new Set(layers.map((layer) => layer.sign));
  const worn = Array.from({ length: tintCount }, () => 0);
  for (const { tint } of layers) if (tint > 0) worn[tint - 1] = (worn[tint - 1] ?? 0) + 1;
  return layers.map((layer) => {
    if (!layer.opened || layer.sign) return layer;
    const base = initials(layer.creator.trim() || layer.name);
    let sign = base;
    for (let more = 2; signs.has(sign); more += 1) sign = `${base}${more}`;
    signs.add(sign);
    const tint = worn.indexOf(Math.min(...worn)) + 1;
    worn[tint - 1] = (worn[tint - 1] ?? 0) + 1;
    return { ...layer, sign, tint };
  });
}

/** Marks that somebody made in a layer: highlights, notes and claims; replies are talk, not marks. */
export function marksOf(layer: Layer): number {
  let count = 0;
  for (const record of layer.records.values()) {
    const isMark = record.kind === 'annotation' && record.replyTo === null;
    if (isMark || record.kind === 'claim') count += 1;
  }
  return count;
}

/** The layers, those shown for which enough marks are in the reader's own now; the very same where none is. */
export function releasedBy(layers: readonly Layer[]): readonly Layer[] {
  const own = layers.at(-1);
  if (!own || !layers.some((layer) => layer.before > 0)) return layers;
  const marks = marksOf(own);
  if (!layers.some((layer) => layer.before > 0 && layer.before <= marks)) return layers;
  return layers.map((layer) => (layer.before > 0 && layer.before <= marks ? { ...layer, before: 0 } : layer));
}

/** The layers that the reader has opened, in their order. */
export const openedIn = (layers: readonly Layer[]): readonly Layer[] =>
  layers.filter((layer) => layer.opened !== null);
