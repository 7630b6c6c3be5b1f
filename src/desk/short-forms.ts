/** The short forms in the notes (ibid., op. cit.) with what they stand for, wherever there are words of notes: derived, cached. */
import type { Paper } from '../model/paper.ts';
import { noteLinks, type NoteLink } from '../text/note-chain.ts';
import type { Desk } from './desk.ts';
import { noteTexts } from './note-words.ts';

interface Known {
  readonly texts: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, readonly NoteLink[]>;
}

const known = new WeakMap<Paper, Known>();
const none: readonly NoteLink[] = [];

const isSame = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([note, text]) => other.get(note) === text);

/** Reads all notes of a paper; again only when the words of one have changed. */
function linksOf({ paper }: Desk, texts: ReadonlyMap<string, string>): Known['links'] {
  const before = known.get(paper);
  if (before && isSame(before.texts, texts)) return before.links;
  const links = new Map<string, NoteLink[]>();
  for (const link of noteLinks(
    paper.notes.map(({ id, label }) => ({ id, label, text: texts.get(id) ?? null })),
  )) {
    links.set(link.note, [...(links.get(link.note) ?? []), link]);
  }
  known.set(paper, { texts, links });
  return links;
}

/** The short forms in a note, in the order of its words. The same values until words of notes change. */
export function shortForms(desk: Desk, note: string): readonly NoteLink[] {
  const texts = noteTexts(desk);
  return texts.has(note) ? (linksOf(desk, texts).get(note) ?? none) : none;
}
