/** The report of an import in one sentence: what was found, what is unsure, in the order of weight. Pure. */
import {
  isBody,
  type Draft,
  type DraftMarker,
  type FindingKind,
  type ImportFinding,
} from '../model/draft.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** So many labels are named; of more only the number. */
const named = 12;

function labels(findings: readonly ImportFinding[]): string {
  const all = findings.map(({ quote }) => quote.trim()).filter(Boolean);
  const rest = findings.length - Math.min(all.length, named);
  const shown = all.slice(0, named).join(', ');
  return shown && rest > 0 ? `${shown} and ${counted(rest, 'more', 'more')}` : shown;
}

const withLabels = (words: string, findings: readonly ImportFinding[]): string =>
  [words, labels(findings)].filter(Boolean).join(': ');

type Open = (kind: FindingKind) => readonly ImportFinding[];

/** Markers in the text and in notes: notes have notes, too. */
function markersOf({ blocks, notes }: Draft): readonly DraftMarker[] {
  const inTables = blocks
    .filter(isBody)
    .flatMap(({ content, table }) => [content, ...(table ?? []).flat().map((cell) => cell.content)]);
  return [...inTables, ...notes.flatMap(({ content }) => content)]
    .flat()
    .filter((one): one is DraftMarker => one.kind === 'marker');
}

function aboutMarkers(markers: readonly DraftMarker[], hasNotes: boolean, open: Open): string {
  const missing = open('marker-missing');
  const weak = open('marker-weak');
  const all = markers.length + missing.length;
  if (all === 0) return hasNotes ? 'no markers found' : 'no notes found';
  return [
    `${markers.length.toLocaleString('en')} of ${counted(all, 'marker', 'markers')} found`,
    missing.length > 0 && withLabels(`${missing.length} not found`, missing),
    weak.length > 0 && withLabels(`${weak.length} weak`, weak),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Notes that a marker calls and that have no words here. */
function aboutNotes(
  { notes }: Draft,
  markers: readonly DraftMarker[],
  open: Open,
): readonly (string | false)[] {
  const called = new Set(markers.map(({ note }) => note));
  const missing = notes.filter(({ id, content }) => content.length === 0 && called.has(id)).length;
  const unmarked = open('note-unmarked').length;
  return [
    missing > 0 && `${counted(missing, 'note', 'notes')} missing from this copy`,
    unmarked > 0 && counted(unmarked, 'note without a marker', 'notes without a marker'),
  ];
}

/** The rest, in the order of weight: what it is of one, and of several. */
const others: readonly (readonly [FindingKind, string, string])[] = [
  ['unread', 'thing that could not be read', 'things that could not be read'],
  ['order-doubtful', 'place whose order is uncertain', 'places whose order is uncertain'],
  ['heading-doubtful', 'heading uncertain', 'headings uncertain'],
  ['quotation-doubtful', 'quotation uncertain', 'quotations uncertain'],
  ['paragraph-doubtful', 'paragraph uncertain', 'paragraphs uncertain'],
  ['aside-doubtful', 'passage kept aside, perhaps wrongly', 'passages kept aside, perhaps wrongly'],
  ['hyphen-undecided', 'hyphen undecided', 'hyphens undecided'],
  ['page-inferred', 'page number inferred', 'page numbers inferred'],
];

/** Of title, authors and the like one guess is told like several. */
const guessed = 'title or authors guessed';

/** How many findings nobody has looked at. */
export const unsureIn = ({ findings }: Draft): number =>
  findings.filter(({ state }) => state === 'open').length;

/**
 * `79 of 79 markers found, 3 weak: 41, 57, 63; 79 notes missing from this copy; 2 headings uncertain`.
 * What was confirmed, dismissed or mended is not told any more; what the copy lacks always is.
 */
export function reportOf(draft: Draft): string {
  const open: Open = (kind) => draft.findings.filter((one) => one.kind === kind && one.state === 'open');
  const markers = markersOf(draft);
  const rest = others.map(([kind, one, many]) => {
    const found = open(kind).length;
    return found > 0 && counted(found, one, many);
  });
  const parts = [
    aboutMarkers(markers, draft.notes.length > 0, open),
    ...aboutNotes(draft, markers, open),
    ...rest,
    open('front-guessed').length > 0 && guessed,
  ].filter(Boolean);
  return parts.join('; ');
}
