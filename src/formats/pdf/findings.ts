/** What is unsure about the structure that was read, each with its place. */
import { beat } from '../../model/beat.ts';
import {
  wordsOf,
  type DraftBlock,
  type DraftNote,
  type DraftPage,
  type FindingKind,
  type ImportFinding,
} from '../../model/draft.ts';
import type { Sign } from './atoms.ts';
import type { WrittenBlock } from './blocks.ts';
import type { Linked } from './linking.ts';

interface Read {
  readonly blocks: readonly WrittenBlock[];
  /** The same blocks with their content, in the same order. */
  readonly done: readonly DraftBlock[];
  readonly notes: readonly DraftNote[];
  readonly linked: Linked;
  readonly starts: readonly DraftPage[];
  /** All blocks of the draft. */
  readonly aside: readonly DraftBlock[];
}

type Found = Omit<ImportFinding, 'id' | 'state'>;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const sure = (value: number): number => Math.round(value * 100) / 100;

/** From here on a heading, a quotation or a marker needs no second look. */
const enough = { heading: 0.7, quotation: 0.75, marker: 0.9 };

function ofBlock(block: WrittenBlock, { id, content }: DraftBlock): readonly Found[] {
  const place = { block: id, offset: 0 };
  const quote = short(wordsOf(content));
  const found: Found[] = [];
  const doubt = (kind: FindingKind): number =>
    found.push({ kind, place, certainty: sure(block.certainty), quote });
  if (block.kind === 'heading' && block.certainty < enough.heading) doubt('heading-doubtful');
  if (block.kind === 'paragraph' && block.certainty <= 0.5) doubt('heading-doubtful');
  if (block.kind === 'quotation' && block.certainty < enough.quotation) doubt('quotation-doubtful');
  if (block.isDoubtful) found.push({ kind: 'paragraph-doubtful', place, certainty: 0.7, quote });
  for (const { offset, quote: word, certainty } of block.undecided)
    found.push({ kind: 'hyphen-undecided', place: { block: id, offset }, certainty, quote: word });
  return found;
}

/** Markers that are weak, or whose notes are missing. */
function ofMarkers(block: WrittenBlock, id: string, { linked }: Read): readonly Found[] {
  const missing = new Set(linked.missing.map((one) => one.id));
  const found: Found[] = [];
  let offset = 0;
  const look = (sign: Sign): void => {
    if (sign.note === null) return;
    const place = { block: id, offset };
    const certainty = linked.certainty.get(sign) ?? 1;
    if (missing.has(sign.note)) found.push({ kind: 'note-missing', place, certainty, quote: sign.label });
    else if (certainty < enough.marker)
      found.push({ kind: 'marker-weak', place, certainty, quote: sign.label });
  };
  for (const atom of block.atoms) {
    if (atom.kind === 'text') offset += [...atom.at.text].length;
    if (atom.kind !== 'sign') continue;
    atom.signs.forEach(look);
    if (atom.signs.every(({ note }) => note === null)) offset += [...atom.text].length;
  }
  return found;
}

const ofNotes = ({ notes, linked }: Read): readonly Found[] => {
  const marked = new Set([...linked.marked].map((at) => linked.ids[at]));
  return notes
    .filter(({ id, content }) => !marked.has(id) && content.length > 0)
    .map(({ id, label }) => ({ kind: 'note-unmarked', place: { note: id }, certainty: 0.5, quote: label }));
};

/** All findings of a draft. */
export function findingsOf(read: Read): readonly ImportFinding[] {
  const { blocks, done, starts, aside } = read;
  const found: Found[] = blocks.flatMap((block, at) => {
    beat();
    const own = done[at] as DraftBlock;
    return block.kind === 'furniture' ? [] : [...ofBlock(block, own), ...ofMarkers(block, own.id, read)];
  });
  for (const { id, kind, content } of aside)
    if (kind === 'uncertain')
      found.push({
        kind: 'aside-doubtful',
        place: { block: id, offset: 0 },
        certainty: 0.5,
        quote: short(wordsOf(content)),
      });
  const inferred = starts.filter(({ evidence }) => evidence === 'inferred');
  if (inferred.length > 0)
    found.push({
      kind: 'page-inferred',
      place: null,
      certainty: 0.6,
      quote: short(inferred.map(({ label }) => label).join(', ')),
    });
  return [...found, ...ofNotes(read)].map((one, at) => ({ id: `x${at + 1}`, state: 'open', ...one }));
}
