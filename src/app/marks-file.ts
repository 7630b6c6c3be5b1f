/** A file of marks in the format that was chosen, and what that format has no place for. */
import type { CitationStyle } from '../cite/citation-styles.ts';
import { ownLayer, type Desk } from '../desk/desk.ts';
import { self } from '../desk/own-records.ts';
import type { MarkSheet } from '../formats/mark-entry.ts';
import type { Annotation, NotebookRecord } from '../model/records.ts';
import type { MarksChoice, MarksFormat } from './marks-choice.ts';
import { formatWords, isSheet } from './marks-formats.ts';

/** A file that is ready. */
export interface MarksFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** Sentences about what is not in it. */
  readonly left: readonly string[];
}

const isMark = (record: NotebookRecord): record is Annotation => record.kind === 'annotation';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What of the records a format has no place for, in sentences. */
export function leftOut(records: readonly NotebookRecord[], format: MarksFormat): readonly string[] {
  if (format === 'w3c') return [];
  const claims = records.filter(({ kind }) => kind === 'claim').length;
  const others = records.length - records.filter(isMark).length - (isSheet(format) ? claims : 0);
  const replies = records.filter((record) => isMark(record) && record.replyTo !== null).length;
  const where = formatWords[format].name.replace(/ \(.*\)$/u, '');
  return [
    ...(format === 'zotero' && replies > 0
      ? [`${where} has no replies: ${counted(replies, 'reply stays', 'replies stay')} out.`]
      : []),
    ...(others > 0
      ? [
          `${counted(others, 'record', 'records')} of the argument and of sources ${others === 1 ? 'stays' : 'stay'} out.`,
        ]
      : []),
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function exchanged(
  desk: Desk,
  records: readonly NotebookRecord[],
  format: MarksFormat,
  now: string,
): Promise<string> {
  const { paper, version: hash } = desk;
  const { paperIri } = await import('../formats/w3c-vocabulary.ts');
  const scene = { paper: paperIri(hash), now };
  if (format === 'hypothesis') {
    const { hypothesisExport } = await import('../formats/hypothesis-write.ts');
    return json(hypothesisExport(paper, records.filter(isMark), scene));
  }
  if (format === 'zotero') {
    const { zoteroExport } = await import('../formats/zotero-write.ts');
    return json(zoteroExport(paper, records.filter(isMark), scene).items);
  }
  const { annotationCollection } = await import('../formats/w3c-collection.ts');
  const { id, name } = ownLayer(desk);
  const label = `${name}: ${paper.front.title}`;
  return json(annotationCollection(paper, records, { notebook: id, label, creator: self, now, hash }));
}

async function written(sheet: MarkSheet, { format, by, hasMark }: MarksChoice): Promise<string> {
  if (format === 'csv') return (await import('../formats/marks-csv.ts')).marksCsv(sheet, by, hasMark);
  if (format === 'html') return (await import('../formats/marks-html.ts')).marksHtml(sheet, by);
  return (await import('../formats/marks-markdown.ts')).marksMarkdown(sheet, by);
}

/** What a file of marks is called: after the paper. */
export const marksFileName = (desk: Desk, format: MarksFormat): string =>
  `${desk.paper.id}-annotations.${formatWords[format].ending}`;

/** Makes the file. `style` is that of its citations. */
export async function marksFile(
  desk: Desk,
  records: readonly NotebookRecord[],
  choice: MarksChoice,
  style: CitationStyle,
): Promise<MarksFile> {
  const { format } = choice;
  const now = new Date().toISOString();
  const name = marksFileName(desk, format);
  const { type } = formatWords[format];
  const left = leftOut(records, format);
  if (!isSheet(format)) return { name, type, left, text: await exchanged(desk, records, format, now) };
  const [{ markSheet }, { turns }] = await Promise.all([import('./mark-sheet.ts'), import('../ui/turns.ts')]);
  const sheet = await markSheet(desk, records, { style, hasHtml: format === 'html', now, turn: turns() });
  return { name, type, left, text: await written(sheet, choice) };
}
