/** Words that do not stand upright: stamps in the margin, watermarks, tables set sideways. They are kept beside the text. */
import { pulse } from '../../model/beat.ts';
import type { DraftBlock } from '../../model/draft.ts';
import { written } from './letters.ts';
import type { PdfPage, PdfRun } from './pages.ts';

/** A turned text of a page (from 0), as a block. */
export interface Sideways {
  readonly page: number;
  readonly block: Omit<DraftBlock, 'id'>;
}

interface Text {
  readonly page: PdfPage;
  readonly runs: PdfRun[];
}

/** How far a run's beginning lies from another's, along its words and across them. */
function apart(from: PdfRun, to: PdfRun): { readonly along: number; readonly across: number } {
  const turn = (from.angle * Math.PI) / 180;
  const [x, y] = [to.x - from.x, to.y - from.y];
  return {
    along: x * Math.cos(turn) + y * Math.sin(turn),
    across: Math.abs(y * Math.cos(turn) - x * Math.sin(turn)),
  };
}

const goesOn = (last: PdfRun, run: PdfRun): boolean =>
  last.angle === run.angle && apart(last, run).across < 3 * Math.max(last.size, run.size);

/** Turned runs in the order of the file, those of one direction together while their lines are near. */
function textsOf(page: PdfPage): readonly Text[] {
  pulse();
  const texts: Text[] = [];
  for (const run of page.runs) {
    if (run.angle === 0) continue;
    const open = texts.at(-1);
    const last = open?.runs.at(-1);
    if (open && last && goesOn(last, run)) open.runs.push(run);
    else texts.push({ page, runs: [run] });
  }
  return texts.filter(({ runs }) => runs.some(({ text }) => written(text).trim() !== ''));
}

function wordsOf({ runs }: Text): string {
  let words = '';
  runs.forEach((run, at) => {
    const last = runs[at - 1];
    const { along, across } = last ? apart(last, run) : { along: 0, across: 0 };
    const isGap = last !== undefined && (across > 0.5 * run.size || along - last.width > 0.15 * run.size);
    words += `${isGap ? ' ' : ''}${written(run.text)}`;
  });
  return words.replace(/\s+/gu, ' ').trim();
}

/** In the outer tenth of the page, on either side. */
const isMarginal = ({ page, runs }: Text): boolean =>
  runs.every(({ x }) => x < page.width * 0.1) || runs.every(({ x }) => x > page.width * 0.9);

/** Turned words, page by page: `furniture` in the margins or where several pages have the same, else `uncertain`. */
export function sidewaysOf(pages: readonly PdfPage[]): readonly Sideways[] {
  const all = pages.flatMap(textsOf).map((text) => ({ text, words: wordsOf(text) }));
  const on = new Map<string, Set<number>>();
  for (const { text, words } of all) on.set(words, (on.get(words) ?? new Set()).add(text.page.index));
  return all.map(({ text, words }): Sideways => {
    const [{ x, y, size }] = text.runs as [PdfRun];
    const isAside = isMarginal(text) || (on.get(words)?.size ?? 0) > 1;
    return {
      page: text.page.index,
      block: {
        kind: isAside ? 'furniture' : 'uncertain',
        content: [{ kind: 'text', text: words }],
        origin: { page: text.page.index + 1, box: [Math.round(x), Math.round(y - size), 0, Math.ceil(size)] },
      },
    };
  });
}
