/** What the queue of imports says. Pure. */
import type { Front } from '../model/paper.ts';
import type { DraftFront, PaperFormat } from '../model/draft.ts';
import type { ImportItem } from './import-items.ts';
import { reportOf } from './import-report.ts';
import type { ImportProgress } from './import-protocol.ts';
import { messageFor } from './messages.ts';
import type { PendingPaper } from './pending-paper.ts';

/** `Reading the pages, 12 of 200`. */
export function progressWords(progress: ImportProgress | null): string {
  if (!progress) return 'Starting';
  const { doing, done, of } = progress;
  return of > 1
    ? `${doing}, ${Math.min(done, of).toLocaleString('en')} of ${of.toLocaleString('en')}`
    : doing;
}

/** `Gül, 2008, Alternatives`; empty where nothing is known. */
export function frontWords({ authors, names, year, journal }: DraftFront | Front): string {
  const whole = (names ?? []).map(
    ({ literal, given, family }) => literal ?? [given, family].filter(Boolean).join(' '),
  );
  const known = (authors && authors.length > 0 ? authors : whole).filter(Boolean);
  const some = known.length > 3 ? [`${known[0] ?? ''} and ${known.length - 1} others`] : known;
  return [...some, year, journal].filter(Boolean).join(', ');
}

const formats: Readonly<Record<PaperFormat, string>> = {
  pdf: 'PDF',
  text: 'plain text',
  docx: 'Word',
  odt: 'OpenDocument',
  epub: 'EPUB',
  html: 'HTML',
  markdown: 'Markdown',
  jats: 'JATS',
  tei: 'TEI',
  package: 'package',
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `trees.pdf, read as PDF: 5,884 words on 15 pages`. */
export function fileWords(name: string, { draft, counts }: PendingPaper): string {
  const pages = counts.pages > 0 ? ` on ${counted(counts.pages, 'page', 'pages')}` : '';
  return `${name}, read as ${formats[draft.format]}: ${counted(counts.words, 'word', 'words')}${pages}`;
}

/** What is said aloud when something ended; empty where nothing did. */
export function endedWords({ file, state }: ImportItem): string {
  if (state.is === 'read')
    return state.twin
      ? `“${file.name}” is here already.`
      : `“${state.paper.draft.front.title ?? file.name}” is read: ${reportOf(state.paper.draft)}.`;
  if (state.is === 'failed') return `“${file.name}”: ${messageFor(state.why).title}.`;
  if (state.is === 'asking')
    return state.isWrong ? 'That was not the password.' : `“${file.name}” needs a password.`;
  return state.is === 'kept' ? `Kept: “${state.title}”.` : '';
}

/** `12 of 50 done, 3 kept, 1 could not be read`; empty for a single file. */
export function sumWords(items: readonly ImportItem[]): string {
  if (items.length < 2) return '';
  const count = (test: (item: ImportItem) => boolean): number => items.filter(test).length;
  const done = count(({ state }) => state.is !== 'waiting' && state.is !== 'reading');
  const failed = count(({ state }) => state.is === 'failed');
  const kept = count(({ state }) => state.is === 'kept');
  return [
    `${done} of ${items.length} done`,
    kept > 0 && `${kept} kept`,
    failed > 0 && `${failed} could not be read`,
  ]
    .filter(Boolean)
    .join(', ');
}
