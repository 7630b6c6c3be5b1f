/** What a PDF says of itself: title and authors by its properties, DOI and journal where they are printed, its language. Pure. */
import { wordsOf, type Draft, type DraftFront, type ImportFinding } from '../../model/draft.ts';
import { guessLanguage } from '../../text/language.ts';
import type { PdfFile, PdfPage } from './pages.ts';

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const textOf = (pages: readonly PdfPage[]): string =>
  pages
    .map(({ runs }) => runs.map(({ text }) => text).join(' '))
    .join('\n')
    .replace(/[ \t]+/gu, ' ');

/** The properties often hold the name of a file or of a program: only what the first page prints is believed. */
function properties({ title, author, pages }: PdfFile): DraftFront {
  const first = folded(textOf(pages.slice(0, 1)));
  const isPrinted = (words: string): boolean => words.length >= 3 && first.includes(folded(words));
  const authors = author
    .split(/\s*(?:;|,(?!\s*(?:Jr|Sr|I))|&|\band\b)\s*/u)
    .filter((name) => name.length > 4 && isPrinted(name));
  return {
    ...(title.length > 5 && isPrinted(title) ? { title } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}

const doiPattern = /\b10\.\d{4,9}\/[-._;()/:\w]+/u;

/** `International Studies, Vol. 3, No. 2 (Fall 1999), pp. 4–25`, and less than that. */
const journalLine =
  /(?<journal>\p{Lu}[\p{L}&:’' ]{3,70}?),? Vol(?:ume|\.)? ?(?<volume>\d{1,4})(?:,? (?:No|Nr|Issue)\.? ?(?<issue>\d{1,3}(?:[-/–]\d+)?))?,? ?\(?(?:(?<season>Spring|Summer|Autumn|Fall|Winter)[ ,]+)?(?:\p{L}+ )?(?<year>1[5-9]\d\d|20\d\d)\)?(?:,? pp?\. ?(?<first>\d+) ?[-–] ?(?<last>\d+))?/u;

function printed(pages: readonly PdfPage[]): DraftFront {
  const text = textOf(pages.slice(0, 2));
  const doi = doiPattern.exec(text)?.[0].replace(/[.,;)]+$/u, '');
  const { journal, volume, issue, season, year, first, last } = journalLine.exec(text)?.groups ?? {};
  const journals = journal
    ? {
        journal: journal.trim(),
        ...(volume ? { volume } : {}),
        ...(issue ? { issue } : {}),
        ...(season ? { season } : {}),
        ...(year ? { year: Number(year) } : {}),
        ...(first && last ? { firstPage: first, lastPage: last } : {}),
      }
    : {};
  return { ...(doi ? { doi } : {}), ...journals };
}

const guess = (quote: string, at: number, certainty: number): ImportFinding => ({
  id: `said-${at}`,
  kind: 'front-guessed',
  place: null,
  certainty,
  quote: quote.slice(0, 200),
  state: 'open',
});

/** A draft with what its file says beside the text; what was read from the page itself stays. Each guess is a finding. */
export function withSaid(draft: Draft, file: PdfFile): Draft {
  const said = { ...printed(file.pages), ...properties(file) };
  const fresh = Object.entries(said).filter(([key]) => !(key in draft.front));
  const language =
    file.language === null
      ? guessLanguage(draft.blocks.map(({ content }) => wordsOf(content)).join(' '))
      : null;
  const guesses = fresh.map(([, value], at) =>
    guess([value as string | number | readonly string[]].flat().join('; '), at + 1, 0.7),
  );
  return {
    ...draft,
    front: { ...Object.fromEntries(fresh), ...draft.front },
    language: draft.language ?? file.language ?? language?.tag ?? null,
    findings: [...draft.findings, ...guesses],
  };
}
