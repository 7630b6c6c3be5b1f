/** Layers below the reader's own: how they are made of files, told apart, shown and hidden. Pure. */
import type { NotebookFile } from '../model/notebook-file.ts';
import type { Target } from '../model/record-parts.ts';
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

/** How the reader wants an opened layer shown, as it is kept. */
export interface LayerLook {
  readonly visible: boolean;
  /** What the reader calls it; null for its own name. */
  readonly label: string | null;
  /** True once what was asked for before it shows was there. */
  readonly released: boolean;
  readonly tint: number;
  readonly sign: string;
}

/** How a layer shows that was opened just now. */
export const firstLook: LayerLook = { visible: true, label: null, released: false, tint: 0, sign: '' };

const asText = (value: unknown, most: number): string =>
  typeof value === 'string' && [...value].length <= most ? value : '';

/** A look from storage; what of it is not sound is as at first. */
export function readLook(value: unknown): LayerLook {
  if (typeof value !== 'object' || value === null) return firstLook;
  const { visible, label, released, tint, sign } = value as Partial<Record<keyof LayerLook, unknown>>;
  const isTint = typeof tint === 'number' && Number.isInteger(tint) && tint >= 1 && tint <= tintCount;
  return {
    visible: visible !== false,
    label: asText(label, 200) || null,
    released: released === true,
    tint: isTint ? tint : 0,
    sign: isTint ? asText(sign, 8) : '',
  };
}

/** The look of a layer as it is now. */
export const lookOf = ({ visible, name, opened, before, tint, sign }: Layer): LayerLook => ({
  visible,
  label: name === opened?.name ? null : name,
  released: before === 0,
  tint,
  sign,
});

/** When a file was written: as it says, else when its last record was. Empty where nothing tells. */
const madeOf = ({ made, records }: NotebookFile): string =>
  made ?? records.reduce((last, { modified }) => (modified > last ? modified : last), '');

/** What comes back is called after its author, where one has said so; a handout as it calls itself. */
const nameOf = ({ settings, creator, name }: NotebookFile): string =>
  (settings ? name.trim() || creator.trim() : creator.trim() || name.trim()) || 'Unnamed';

/** A record whose targets say in which text they count: that of their file, where they do not say so themselves. */
function countingIn(version: string, record: NotebookRecord): NotebookRecord {
  if (record.kind !== 'annotation' && record.kind !== 'claim') return record;
  const isSilent = (one: Target): boolean => one.version === undefined && one.note === undefined;
  if (!record.targets.some(isSilent)) return record;
  const targets = record.targets.map((one) => (isSilent(one) ? Object.freeze({ ...one, version }) : one));
  return Object.freeze({ ...record, targets: Object.freeze(targets) });
}

const openedOf = (file: NotebookFile): Opened => ({
  name: nameOf(file),
  records: fileRecords(file),
  version: file.paper.hash,
  made: madeOf(file),
  answers: file.answers ?? null,
  instructions: file.settings?.instructions ?? '',
});

/** A file as it counts on a desk whose paper has this version: made on another text, its targets say so. */
export const fileOn = (file: NotebookFile, version: string): NotebookFile =>
  file.paper.hash === version
    ? file
    : { ...file, records: file.records.map((record) => countingIn(file.paper.hash, record)) };

/** An opened file as a layer; `dressed` gives it a tint and a sign where the look has none. */
export function openedLayer(file: NotebookFile, look: LayerLook = firstLook): Layer {
  const opened = openedOf(file);
  return {
    ...plain,
    id: file.id,
    name: look.label ?? opened.name,
    creator: file.creator,
    kind: file.settings ? 'handout' : 'return',
    tint: look.tint,
    sign: look.sign,
    readOnly: true,
    visible: look.visible,
    before: look.released ? 0 : (file.settings?.before ?? 0),
    opened,
    records: opened.records,
  };
}

/** The first letters of a name's first and last word, in capitals; `?` where it has no letter. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const first = (word: string | undefined): string => [...(word ?? '')][0]?.toLocaleUpperCase('en') ?? '';
  const letters = words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0]);
  return letters || '?';
}

/** Gives every opened layer a sign of its own and a tint; those that have them keep them. */
export function dressed(layers: readonly Layer[]): readonly Layer[] {
  const signs = new Set<string>();
  const worn = Array.from({ length: tintCount }, () => 0);
  const wear = (tint: number): void => void (worn[tint - 1] = (worn[tint - 1] ?? 0) + 1);
  const isDressed = ({ opened, sign, tint }: Layer): boolean => !opened || (sign !== '' && tint > 0);
  const kept = layers.map((layer) => {
    if (!isDressed(layer) || signs.has(layer.sign)) return null;
    if (layer.opened) {
      signs.add(layer.sign);
      wear(layer.tint);
    }
    return layer;
  });
  return layers.map((layer, at) => {
    if (kept[at]) return layer;
    const base = initials(layer.creator.trim() || layer.name);
    let sign = base;
    for (let more = 2; signs.has(sign); more += 1) sign = `${base}${more}`;
    signs.add(sign);
    const tint = worn.indexOf(Math.min(...worn)) + 1;
    wear(tint);
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

/** The layers, all that were opened shown or hidden, or only one of them shown. */
export const allShown = (
  layers: readonly Layer[],
  visible: boolean,
  only: string | null = null,
): readonly Layer[] =>
  layers.map((one) => {
    const wanted = only === null ? visible : one.id === only;
    return one.opened && one.visible !== wanted ? { ...one, visible: wanted } : one;
  });
