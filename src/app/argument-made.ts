/** A file of the argument in the format that was chosen. */
import type { Desk } from '../desk/desk.ts';
import { placed } from '../desk/passages.ts';
import type { AifContext } from '../formats/aif-write.ts';
import type { ArgumentSheet } from '../formats/argument-sheet.ts';
import { buildArgument } from '../model/argument.ts';
import type { Front } from '../model/paper.ts';
import type { NotebookRecord } from '../model/records.ts';
import { schemeName } from '../model/schemes.ts';
import { addressOf, sayPlace } from '../text/address.ts';
import type { ArgumentOutFormat } from './argument-choice.ts';
import { argumentFormatWords } from './argument-formats.ts';
import { passageLink } from './passage-link.ts';
import { formatRoute } from './routes.ts';

/** A file that is ready. */
export interface MadeArgument {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** What a file of the argument is called: after the paper. */
export const argumentFileName = (desk: Desk, format: ArgumentOutFormat): string =>
  `${desk.paper.id}-argument.${argumentFormatWords[format].ending}`;

/** The first author, as those who say what the paper says. */
function speakerOf({ names, authors }: Front): AifContext['speaker'] {
  const [name] = names ?? [];
  if (name?.family) return { firstname: name.given ?? '', surname: name.family };
  const words = (authors[0] ?? '').trim().split(/\s+/u).filter(Boolean);
  const surname = words.pop();
  return surname === undefined ? null : { firstname: words.join(' '), surname };
}

function sheetOf(desk: Desk, records: readonly NotebookRecord[]): ArgumentSheet {
  const { paper } = desk;
  const first = new Map<string, { readonly start: number; readonly end: number }>();
  for (const passage of placed(desk).passages) if (!first.has(passage.id)) first.set(passage.id, passage);
  const labels = new Map(paper.notes.map(({ id, label }) => [id, label]));
  return {
    title: paper.front.title,
    link: new URL(formatRoute(paper.id, { to: 'start' }), location.href).href,
    argument: buildArgument(records),
    placeOf: (claim) => {
      const range = first.get(claim);
      if (!range) return null;
      return { words: sayPlace(addressOf(paper, range.start)), link: passageLink(paper, range) };
    },
    noteLabel: (note) => labels.get(note) ?? note.replace(/^fn/u, ''),
    schemeName: (scheme) => schemeName(scheme) ?? '',
  };
}

type Writer = (desk: Desk, records: readonly NotebookRecord[], now: string) => Promise<string>;

const aboutPaper = (desk: Desk): { readonly title: string; readonly hash: string } => ({
  title: desk.paper.front.title,
  hash: desk.version,
});

const aif =
  (dialect: AifContext['dialect']): Writer =>
  async (desk, records, now) => {
    const { writeAif } = await import('../formats/aif-write.ts');
    const { front } = desk.paper;
    return writeAif(records, {
      title: front.title,
      paper: aboutPaper(desk),
      speaker: speakerOf(front),
      made: now,
      dialect,
    });
  };

const drawn =
  (load: () => Promise<(sheet: ArgumentSheet) => string>): Writer =>
  async (desk, records) =>
    (await load())(sheetOf(desk, records));

const writers: Readonly<Record<ArgumentOutFormat, Writer>> = {
  argdown: async (desk, records, now) => {
    const { writeArgdown } = await import('../formats/argdown-write.ts');
    return writeArgdown(records, { title: desk.paper.front.title, paper: aboutPaper(desk), now });
  },
  aif: aif('aifdb'),
  ova: aif('ova'),
  markdown: async (desk, records) => {
    const [{ argumentMarkdown }, { buildOutline }] = await Promise.all([
      import('../formats/argument-markdown.ts'),
      import('../map/outline.ts'),
    ]);
    const sheet = sheetOf(desk, records);
    return argumentMarkdown(sheet, buildOutline(sheet.argument, { hasWordings: true }));
  },
  graphml: drawn(async () => (await import('../formats/graphml.ts')).graphMl),
  dot: drawn(async () => (await import('../formats/dot.ts')).argumentDot),
  mermaid: drawn(async () => (await import('../formats/mermaid.ts')).argumentMermaid),
  claims: drawn(async () => (await import('../formats/argument-csv.ts')).claimsCsv),
  relations: drawn(async () => (await import('../formats/argument-csv.ts')).relationsCsv),
};

/** Makes the file. */
export async function madeArgument(
  desk: Desk,
  records: readonly NotebookRecord[],
  format: ArgumentOutFormat,
): Promise<MadeArgument> {
  const text = await writers[format](desk, records, new Date().toISOString());
  return { name: argumentFileName(desk, format), type: argumentFormatWords[format].type, text };
}
