/** Notes without links: raised numbers in the text, and a list with the same numbers behind it. Part of the reading of HTML. */
import type { Tag } from '../paper/tree.ts';
import type { HtmlPart } from './anchors.ts';
import { bareLabel, isNoteList } from './note-signs.ts';
import { listNumber, ownLabel, type FoundNote } from './found-note.ts';
import { headingLevel } from './vocabulary.ts';

const title =
  /^\W*(?:foot|end)?notes?(?: and references)?\W*$|^\W*(?:notes|anmerkungen|fu(?:ß|ss)noten|notas|note|références)\W*$/iu;

/** Elements behind a heading “Notes”, up to the next heading, or in a list that is said to hold notes. */
function candidates(root: Tag): Tag[] {
  const found = new Set<Tag>();
  let isInNotes = false;
  for (const tag of root.all()) {
    if (headingLevel(tag) !== null) isInNotes = title.test(tag.words);
    if (!/^(?:li|p|dd|div)$/u.test(tag.name) || tag.closest((one) => found.has(one))) continue;
    if (tag.name === 'div' && tag.first('p', 'li', 'div')) continue;
    if (isInNotes || tag.parent?.closest(isNoteList)) found.add(tag);
  }
  return [...found];
}

/** Pairs each raised number with the item of its number; none at all unless most numbers have one. */
export function unlinkedNotes(parts: readonly HtmlPart[]): { note: FoundNote; marker: Tag }[] {
  const bodies = parts.flatMap(({ root }) => candidates(root));
  const byLabel = new Map<string, Tag>();
  for (const body of bodies) {
    const label = ownLabel(body) || listNumber(body);
    if (label && !byLabel.has(label)) byLabel.set(label, body);
  }
  if (byLabel.size === 0) return [];
  const inNotes = new Set(bodies);
  const raised = parts
    .flatMap(({ root }) => [...root.all('sup')])
    .filter(
      (tag) =>
        /^\W{0,1}(?:\d{1,3}|[*†‡§])\W{0,1}$/u.test(tag.words) && !tag.closest((one) => inNotes.has(one)),
    );
  const marked = raised.filter((tag) => byLabel.has(bareLabel(tag.words)));
  if (marked.length * 2 < raised.length || marked.length * 2 < byLabel.size) return [];
  const notes = new Map<string, FoundNote>();
  return marked.map((marker) => {
    const label = bareLabel(marker.words);
    const note = notes.get(label) ?? {
      key: `number ${label}`,
      label,
      tags: [byLabel.get(label) as Tag],
      isMarked: true,
    };
    notes.set(label, note);
    return { note, marker };
  });
}
