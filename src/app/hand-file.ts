/** The file that is handed out or in: what of the reader's notebook goes into it, and what it is called. Pure. */
import { ownLayer, type Desk } from '../desk/desk.ts';
import { shortHash } from '../desk/distinct.ts';
import { self } from '../desk/own-records.ts';
import { argumentKinds, type NotebookRecord, type RecordKind } from '../model/records.ts';
import { writeNotebookFile, type NotebookHead } from '../notebook/file.ts';
import { fold } from '../text/fold.ts';

/** What goes into the file and what stands on it. */
export interface HandChoice {
  readonly way: 'out' | 'in';
  /** Who hands it out or in, as they call themselves. */
  readonly name: string;
  readonly title: string;
  /** Marks with one of these tags; null for all marks. */
  readonly tags: readonly string[] | null;
  readonly withMarks: boolean;
  readonly withClaims: boolean;
  readonly withSupplied: boolean;
  /** Whether the paper's text comes along. */
  readonly withText: boolean;
  /** Handed out: marks that a reader makes before it shows; 0 for none. */
  readonly before: number;
  /** Handed out: what to do, in Markdown. */
  readonly instructions: string;
  /** Handed in: id of the handout that it answers; null for none. */
  readonly answers: string | null;
}

const suppliedKinds: readonly RecordKind[] = ['support', 'source', 'transcript', 'work', 'citation'];

/** Tags of the reader's own marks with how many have them, the most used first. */
export function ownTags(desk: Desk): readonly (readonly [tag: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const record of ownLayer(desk).records.values())
    if (record.kind === 'annotation')
      for (const tag of new Set(record.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}

/** The records of the reader's own that a choice takes; names of colours always go along. */
export function chosenRecords(desk: Desk, choice: HandChoice): readonly NotebookRecord[] {
  const tags = choice.tags === null ? null : new Set(choice.tags);
  return [...ownLayer(desk).records.values()].filter((record) => {
    if (record.kind === 'annotation')
      return choice.withMarks && (tags === null || record.tags.some((tag) => tags.has(tag)));
    if (argumentKinds.includes(record.kind)) return choice.withClaims;
    return suppliedKinds.includes(record.kind) ? choice.withSupplied : true;
  });
}

/** Letters and digits of any script, joined by hyphens: what every disk takes as a file's name. */
const slug = (words: string): string =>
  [
    ...fold(words)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, ''),
  ]
    .slice(0, 40)
    .join('');

/** `gul-2008-week-3-ada-byron.json`: after the paper, what it is and who it is from. */
export const handFileName = (desk: Desk, { way, title, name }: HandChoice): string =>
  `${[desk.paper.id, way === 'out' ? title || 'handout' : 'notebook', name].map(slug).filter(Boolean).join('-')}.json`;

/**
 * What a handout is known by: the notebook and its title. Handed out again under the same title it takes the place
 * of the one before; under another title it stands beside it.
 */
const handoutId = (notebook: string, title: string): string =>
  `${notebook.slice(0, 50)}.h${shortHash(fold(title).trim())}`;

/** The head of the file; `made` is an ISO date in UTC. */
function headOf(desk: Desk, choice: HandChoice, made: string): NotebookHead {
  const { paper, version } = desk;
  const own = ownLayer(desk);
  const isOut = choice.way === 'out';
  const name = choice.name.trim();
  const title = choice.title.trim();
  return {
    id: isOut ? handoutId(own.id, title) : own.id,
    name: title || (isOut ? 'Handout' : `Notebook of ${name || 'a reader'}`),
    creator: name,
    paper: {
      id: paper.id,
      title: paper.front.title.slice(0, 1000),
      hash: version,
      ...(choice.withText ? { text: paper.text.text } : {}),
    },
    made,
    ...(isOut ? { settings: { before: choice.before, instructions: choice.instructions.trim() } } : {}),
    ...(choice.answers && !isOut ? { answers: choice.answers } : {}),
  };
}

/** The text of the file. Records of the reader's own bear the name that they give. */
export function handFile(desk: Desk, choice: HandChoice, made: string): string {
  const name = choice.name.trim();
  const signed = chosenRecords(desk, choice).map((record) =>
    record.creator === self ? { ...record, creator: name } : record,
  );
  return writeNotebookFile(headOf(desk, choice, made), signed);
}
