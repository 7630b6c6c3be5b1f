/** Pictures of a Word file: those that lie in it are kept, those elsewhere are never fetched. */
import { pictureName, pictureType } from '../paper/picture-type.ts';
import type { Tag } from '../paper/tree.ts';
import type { Relations } from './package.ts';
import type { WordState } from './state.ts';

/** A picture in the text: its name among those kept, null where it could not be; and what it shows, in words. */
export interface Shown {
  readonly name: string | null;
  readonly alt: string;
}

function altOf(drawing: Tag): string {
  const said = drawing.first('docPr') ?? drawing.first('shape');
  return (said?.attribute('descr') ?? said?.attribute('alt') ?? '').replace(/\s+/gu, ' ').trim();
}

const names = ['r:embed', 'r:id', 'embed', 'id'];

/** What a drawing shows; null where it holds no picture. */
export function shownBy(drawing: Tag, relations: Relations, state: WordState): Shown | null {
  const image = drawing.first('blip', 'imagedata');
  if (!image) return null;
  const alt = altOf(drawing);
  const id = names.map((name) => image.attribute(name)).find((one) => one !== null);
  const relation = relations.get(id ?? '');
  const name = relation && !relation.isOutside ? keep(relation.target, state) : null;
  if (name === null) state.unread(alt || 'picture');
  return { name, alt };
}

function keep(path: string, state: WordState): string | null {
  const known = state.pictures.get(path);
  if (known) return known.name;
  const bytes = state.source.archive.bytes(path);
  const type = bytes && pictureType(bytes);
  if (!bytes || !type) return null;
  const names = new Set([...state.pictures.values()].map((one) => one.name));
  const name = pictureName(path, type, names);
  state.pictures.set(path, { name, type, bytes });
  return name;
}
