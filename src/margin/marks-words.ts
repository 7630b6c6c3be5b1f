/** The list of marks in words: kinds, headings, places, dates, numbers. */
import { meanings, type Desk } from '../desk/desk.ts';
import { noneKey, type MarkGroup, type MarkGrouping, type MarkOrder } from '../desk/mark-order.ts';
import type { Mark, MarkKind, MarkState } from '../desk/marks.ts';
import { placeAt } from '../model/paper.ts';

export const kindNames: Readonly<Record<MarkKind, string>> = {
  highlighting: 'Highlight',
  commenting: 'Comment',
  questioning: 'Question',
  tagging: 'Tag',
  bookmarking: 'Bookmark',
  claim: 'Claim',
};

const kindsNames: Readonly<Record<MarkKind, string>> = {
  highlighting: 'Highlights',
  commenting: 'Comments',
  questioning: 'Questions',
  tagging: 'Tags',
  bookmarking: 'Bookmarks',
  claim: 'Claims',
};

export const stateNames: Readonly<Record<MarkState, string>> = {
  placed: 'Where it was made',
  whole: 'On the paper as a whole',
  moved: 'Moved',
  searching: 'Being looked for',
  doubtful: 'Doubtful',
  orphan: 'Passage not found',
};

export const groupingNames: Readonly<Record<MarkGrouping, string>> = {
  section: 'by section',
  colour: 'by colour',
  tag: 'by tag',
  kind: 'by kind',
  layer: 'by notebook',
  date: 'by day',
  none: 'in one list',
};

export const orderNames: Readonly<Record<MarkOrder, string>> = {
  text: 'as in the text',
  made: 'newest first',
  changed: 'last changed first',
  colour: 'by colour',
};

/** “1 mark”, “2,000 marks”. */
export const counted = (number: number, one = 'mark', many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** A date as short as it can be: `24 Nov 2026`; empty where it is none. */
export const shortDate = (date: string): string => {
  const at = new Date(date);
  return Number.isNaN(at.getTime()) ? '' : day.format(at);
};

/** The heading over the marks of a section. */
export function sectionName({ paper }: Desk, address: string): string {
  const section = paper.sections.find((one) => one.address === address);
  if (section) return `${section.label} ${section.title}`.trim();
  return paper.sections.length === 0 ? 'In the text' : 'Before the first heading';
}

export const layerName = (desk: Desk, id: string): string =>
  desk.layers.find((layer) => layer.id === id)?.name ?? id;

/** What the reader calls a colour. */
export const colourName = (desk: Desk, colour: string): string => meanings(desk).get(colour) ?? colour;

const titles: Readonly<Record<MarkGrouping, (desk: Desk, key: string) => string>> = {
  section: (desk, key) =>
    key.startsWith(' ') ? stateNames[key.trim() as MarkState] : sectionName(desk, key),
  colour: (desk, key) => (key === noneKey ? 'Claims' : colourName(desk, key)),
  tag: (_desk, key) => (key === noneKey ? 'Without a tag' : key),
  kind: (_desk, key) => kindsNames[key as MarkKind],
  layer: layerName,
  date: (_desk, key) => {
    const [year, month, date] = key.split('-').map(Number);
    const at = new Date(year ?? NaN, (month ?? NaN) - 1, date);
    return Number.isNaN(at.getTime()) ? 'Without a date' : longDay.format(at);
  },
  none: () => 'All marks',
};

/** The heading of a group. */
export const groupTitle = (desk: Desk, grouping: MarkGrouping, { key }: MarkGroup): string =>
  titles[grouping](desk, key);

/** Where a mark stands, as one says it: `III.B ¶4, p. 54`, `in n. 12, III.B ¶4`; where it stood, where that is all one knows. */
export function placeOf(desk: Desk, mark: Mark): string {
  const { record, start, state } = mark;
  if (state === 'whole') return 'on the paper as a whole';
  if (start === null) {
    const was = record.targets[0]?.address;
    return was ? `was at ${was}` : '';
  }
  const note = mark.note === null ? null : desk.paper.notes.find(({ id }) => id === mark.note);
  return [note && `in n. ${note.label}`, placeAt(desk.paper, start)].filter(Boolean).join(', ');
}

/** What is to be told of where a mark stands: nothing where it stands where it was made. */
export function stateWords({ state, start }: Mark): string {
  if (state === 'placed' || state === 'whole') return '';
  return state === 'orphan' && start !== null ? 'a passage not found' : stateNames[state].toLowerCase();
}

/** The first words of Markdown, without its signs. */
export function firstWords(markdown: string, most = 120): string {
  const line = markdown.split('\n').find((one) => /[^\s#>*_~`-]/u.test(one)) ?? '';
  const plain = line
    .slice(0, 2000)
    .replace(/^[\s>#]*(?:[-*+]\s+|\d+[.)]\s+)?/u, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![\p{L}\p{N}])/gu, '')
    .trim();
  const points = [...plain];
  if (points.length <= most) return plain;
  return `${points
    .slice(0, most)
    .join('')
    .replace(/\s+\S*$/u, '')} …`;
}
