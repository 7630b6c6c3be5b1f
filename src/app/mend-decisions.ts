/** What can be decided about a finding, each in words with its key: that it is so, that it is not, that it belongs elsewhere. Pure. */
import {
  isBody,
  type Draft,
  type DraftBlock,
  type DraftPlace,
  type FindingKind,
  type ImportFinding,
} from '../model/draft.ts';
import { joinNext, retype, splitBlock } from '../model/draft-edits.ts';
import { markerOf, settle } from '../model/draft-findings.ts';
import { unmark } from '../model/draft-markers.ts';
import { dropHyphen, removePage, setPage } from '../model/draft-pages.ts';
import { isInBlock, type DraftEdit } from '../model/draft-places.ts';
import { lengthOf, offsetAt } from '../model/draft-inline.ts';

/** Something that settles a finding. */
export interface Decision {
  readonly key: string;
  /** As on a button: “Keep it as a heading”. */
  readonly words: string;
  /** What was done, to be said: “Kept as a heading”. */
  readonly done: string;
  readonly edit: DraftEdit;
}

/** One edit of two; the finding is settled as the second wants, if the first can be. */
const both =
  (one: DraftEdit, other: DraftEdit): DraftEdit =>
  (draft) => {
    const next = one(draft);
    if (typeof next === 'string') return next;
    const last = other(next);
    return typeof last === 'string' ? next : last;
  };

const confirm = ({ id }: ImportFinding, words: string, done: string): Decision => ({
  key: 'Y',
  words,
  done,
  edit: settle(id, 'confirmed'),
});

const dismiss = ({ id }: ImportFinding, words = 'Not worth a look', done = 'Dismissed'): Decision => ({
  key: 'X',
  words,
  done,
  edit: settle(id, 'dismissed'),
});

/** An edit that puts a finding right. */
export const right = (
  key: string,
  { id }: ImportFinding,
  words: string,
  done: string,
  edit: DraftEdit,
): Decision => ({
  key,
  words,
  done,
  edit: both(edit, settle(id, 'mended')),
});

/** The block that a place is in; null for a note, or where there is none. */
export const blockAt = (draft: Draft, place: DraftPlace | null): DraftBlock | null =>
  isInBlock(place) ? (draft.blocks.find(({ id }) => id === place.block) ?? null) : null;

const kindWords: Readonly<Record<string, string>> = {
  heading: 'a heading',
  quotation: 'a quotation',
  paragraph: 'a paragraph',
  item: 'an item of a list',
  furniture: 'no part of the text',
  uncertain: 'aside',
};

const called = ({ kind }: DraftBlock): string => kindWords[kind] ?? kind;

function ofMarker(draft: Draft, finding: ImportFinding, block: DraftBlock): readonly Decision[] {
  const index = markerOf(draft, finding);
  if (index < 0) return [confirm(finding, 'It is right', 'Confirmed'), dismiss(finding)];
  return [
    confirm(finding, 'It is the number of a note', 'Confirmed'),
    right('X', finding, 'It is no note’s number: words again', 'Made words again', unmark(block.id, index)),
  ];
}

function ofKind(
  finding: ImportFinding,
  block: DraftBlock,
  doubted: 'heading' | 'quotation',
): readonly Decision[] {
  const to = block.kind === doubted ? 'paragraph' : doubted;
  const name = called(block);
  return [
    confirm(finding, `Keep it as ${name}`, `Kept as ${name}`),
    right('X', finding, `Make it ${kindWords[to]}`, `Made ${kindWords[to]}`, retype(block.id, { kind: to })),
  ];
}

/** At its beginning or end a paragraph may belong with its neighbour; in its midst it may be two. */
function ofParagraph(
  draft: Draft,
  finding: ImportFinding,
  block: DraftBlock,
  offset: number,
): readonly Decision[] {
  const keep = confirm(finding, 'Keep it as it is', 'Kept as it is');
  const body = draft.blocks.filter(isBody);
  const before = body[body.indexOf(block) - 1];
  if (offset > 0 && offset < lengthOf(block.content))
    return [
      keep,
      right('X', finding, 'Two paragraphs: split it here', 'Split', splitBlock(block.id, offset)),
    ];
  const first = offset === 0 ? before : block;
  if (!first) return [keep, dismiss(finding)];
  const words = offset === 0 ? 'Join it with the one before' : 'Join it with the next';
  return [keep, right('X', finding, words, 'Joined', joinNext(first.id))];
}

function ofPage(finding: ImportFinding, block: DraftBlock, offset: number): readonly Decision[] {
  const index = block.content.findIndex(
    (one, at) => one.kind === 'page' && offsetAt(block.content, at) === offset,
  );
  const page = block.content[index];
  if (page?.kind !== 'page') return [confirm(finding, 'It is right', 'Confirmed'), dismiss(finding)];
  return [
    right('Y', finding, `Page ${page.label} starts here`, 'Confirmed', setPage(block.id, offset, page.label)),
    right('X', finding, 'No page starts here', 'Page start taken away', removePage(block.id, index)),
  ];
}

function ofAside(finding: ImportFinding, block: DraftBlock): readonly Decision[] {
  if (isBody(block)) return [confirm(finding, 'Keep it in the text', 'Kept in the text'), dismiss(finding)];
  const back = retype(block.id, { kind: 'paragraph' });
  return [
    confirm(finding, 'Keep it aside', 'Kept aside'),
    right('X', finding, 'It is text: put it back', 'Put back into the text', back),
  ];
}

const ofHyphen = (finding: ImportFinding, block: DraftBlock, offset: number): readonly Decision[] => [
  confirm(finding, 'Keep the hyphen', 'Hyphen kept'),
  right('X', finding, 'Undo the hyphen: one word', 'Hyphen undone', dropHyphen(block.id, offset)),
];

/** What is doubted at a place, and what can be said to it. */
type Doubts = Partial<
  Record<
    FindingKind,
    (draft: Draft, finding: ImportFinding, block: DraftBlock, offset: number) => readonly Decision[]
  >
>;

const doubts: Doubts = {
  'marker-weak': ofMarker,
  'marker-missing': (_draft, finding) => [
    confirm(finding, 'It is not in this copy', 'Confirmed as missing'),
    dismiss(finding),
  ],
  'heading-doubtful': (_draft, finding, block) => ofKind(finding, block, 'heading'),
  'quotation-doubtful': (_draft, finding, block) => ofKind(finding, block, 'quotation'),
  'paragraph-doubtful': ofParagraph,
  'hyphen-undecided': (_draft, finding, block, offset) => ofHyphen(finding, block, offset),
  'page-inferred': (_draft, finding, block, offset) => ofPage(finding, block, offset),
  'aside-doubtful': (_draft, finding, block) => ofAside(finding, block),
};

/** What one can decide about a finding without another place: first that it is so. */
export function decisions(draft: Draft, finding: ImportFinding): readonly Decision[] {
  const block = blockAt(draft, finding.place);
  const doubt = doubts[finding.kind];
  if (block && doubt && isInBlock(finding.place)) return doubt(draft, finding, block, finding.place.offset);
  if (finding.kind === 'note-missing')
    return [confirm(finding, 'Its words are not in this copy', 'Confirmed as missing'), dismiss(finding)];
  if (finding.kind === 'note-unmarked')
    return [confirm(finding, 'No number leads to it in this copy', 'Confirmed'), dismiss(finding)];
  return [confirm(finding, 'It is right', 'Confirmed'), dismiss(finding)];
}
