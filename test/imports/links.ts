/** Which links a reader found: each marker at its place, with its label, of the note with that label and those words. Pure. */
import type { Draft, DraftMarker, DraftNote } from '../../src/model/draft.ts';
import { pairCharacters } from './characters.ts';
import { flatWords, type Flat } from './flat.ts';
import type { Count } from './score.ts';

interface Side {
  readonly draft: Draft;
  readonly flat: Flat;
}

/** A marker of the text, or of a note, with where it stands as far as that can be compared by equality. */
interface Link {
  readonly marker: DraftMarker;
  /** Behind which character of the text; null in a note. */
  readonly behind: number | null;
  /** In a note: the note's label and the last letters before the marker. */
  readonly context: string;
}

/** Notes are the same words from this share of characters on. */
const alike = 0.9;

const inNotes = ({ notes }: Draft): Link[] =>
  notes.flatMap(({ label, content }) =>
    content.flatMap((inline) =>
      inline.flatMap((one, at) => {
        if (one.kind !== 'marker') return [];
        const before = flatWords(inline.slice(0, at)).replace(/\s/gu, '').slice(-12);
        return [{ marker: one, behind: null, context: `${label}|${before}` }];
      }),
    ),
  );

const linksOf = ({ draft, flat }: Side): Link[] => [
  ...flat.markers.map(({ marker, behind }) => ({ marker, behind, context: '' })),
  ...inNotes(draft),
];

const notesOf = ({ notes }: Draft): ReadonlyMap<string, DraftNote> =>
  new Map(notes.map((note) => [note.id, note]));

const wordsOfNote = (note: DraftNote | undefined): string =>
  (note?.content ?? []).map(flatWords).filter(Boolean).join(' ');

/** `place` tells of a character of the true text which it is of the text that was read. */
export function scoreLinks(
  truth: Side,
  read: Side,
  place: (at: number) => number,
): { readonly count: Count; readonly notes: number } {
  const [wanted, found] = [linksOf(truth), linksOf(read)];
  const [trueNotes, readNotes] = [notesOf(truth.draft), notesOf(read.draft)];
  const keyOf = ({ marker, behind, context }: Link, at: number | null): string =>
    `${marker.label}|${behind === null ? context : at}`;
  const free = new Map<string, DraftMarker[]>();
  for (const link of found) {
    const key = keyOf(link, link.behind);
    free.set(key, [...(free.get(key) ?? []), link.marker]);
  }
  let [right, same, all] = [0, 0, 0];
  for (const link of wanted) {
    const at = link.behind === null || link.behind < 0 ? link.behind : place(link.behind);
    const there = free.get(keyOf(link, at))?.shift();
    if (!there) continue;
    const [one, two] = [trueNotes.get(link.marker.note), readNotes.get(there.note)];
    if (two === undefined || one?.label !== two.label) continue;
    const [words, others] = [wordsOfNote(one), wordsOfNote(two)];
    const longer = Math.max(words.length, others.length);
    const { matched } = words === others ? { matched: longer } : pairCharacters(words, others);
    if (matched < longer * alike) continue;
    right += 1;
    [same, all] = [same + matched, all + longer];
  }
  return { count: { found: found.length, right, of: wanted.length }, notes: all === 0 ? 1 : same / all };
}
