/** Labels of pages: as printed on them, as the file gives them, or worked out from those of other pages. */
import type { DraftPage } from '../../model/draft.ts';
import { folioValue, type Aside } from './furniture.ts';
import type { PdfFile } from './pages.ts';

/** Small Roman numbers up to some thousands. */
function roman(count: number): string {
  const signs = ['m', 'cm', 'd', 'cd', 'c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i'];
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  let [rest, written] = [count, ''];
  values.forEach((value, at) => {
    for (; rest >= value; rest -= value) written += signs[at] ?? '';
  });
  return written;
}

/** The label that a page has by the nearest one whose number is printed. */
function inferred(folios: readonly (string | null)[], index: number): string | null {
  for (let step = 1; step < folios.length; step += 1)
    for (const at of [index - step, index + step]) {
      const folio = folios[at];
      const value = folio ? folioValue(folio) : null;
      if (value === null) continue;
      const own = value + index - at;
      if (value > 0) return own > 0 ? String(own) : null;
      return own > -10_000 ? roman(own + 10_000) : null;
    }
  return null;
}

/** The start of each page, by its index. A page without any sign of a number has that of its place in the file. */
export function pageStarts(file: PdfFile, asides: readonly Aside[]): readonly DraftPage[] {
  const folios = asides.map(({ folio }) => folio);
  return file.pages.map(({ index, label }): DraftPage => {
    const folio = folios[index];
    if (folio) return { kind: 'page', label: folio, evidence: 'printed' };
    const known = label?.trim();
    if (known) return { kind: 'page', label: known, evidence: 'known' };
    return { kind: 'page', label: inferred(folios, index) ?? String(index + 1), evidence: 'inferred' };
  });
}
