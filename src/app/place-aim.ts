/** The link to a place that was found by its address. Pure. */
import type { Paper } from '../model/paper.ts';
import { addressOf, linkAddress } from '../text/address.ts';
import type { FoundPlace } from '../text/find-address.ts';
import type { Aim } from './routes.ts';

/** The aim that leads to a place which was found by its address. */
export function aimOf(paper: Paper, place: FoundPlace): Aim {
  const note = paper.notes.find(({ id }) => id === place.note);
  if (note) return { to: 'note', value: note.anchor.slice('note-'.length) };
  if (place.kind === 'page') return { to: 'page', value: place.name.replace(/^p\. \[?|\]$/gu, '') };
  const { section, paragraph, sentence } = addressOf(paper, place.offset ?? 0);
  const exact = {
    section,
    paragraph: place.kind === 'section' ? null : paragraph,
    sentence: place.kind === 'sentence' ? sentence : null,
  };
  return { to: 'address', value: linkAddress(paper, exact) };
}
