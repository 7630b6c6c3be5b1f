/** A work in one plain line, wherever no citation style is at hand: who, what, where, when. */
import type { CslItem, CslName } from '../model/csl.ts';

/** "Leila Aliyeva", or "Aliyeva, Leila" where the name stands first in a list. */
function nameOf(name: CslName, isFirst: boolean): string {
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  if (!family) return name.literal ?? name.given ?? '';
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return isFirst ? [family, given].filter(Boolean).join(', ') : [given, family].filter(Boolean).join(' ');
}

/** The people of a work in a row; more than three are "et al." */
function namesOf(names: readonly CslName[]): string {
  const shown = names.slice(0, names.length > 3 ? 1 : 3).map((name, at) => nameOf(name, at === 0));
  if (names.length > 3) return `${shown[0]} et al.`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}

/** The year of a work, or the words for its date; null where nobody gave one. */
export function yearOf(item: CslItem): string | null {
  const year = item.issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? (item.issued?.literal ?? null) : String(year);
}

const stop = (part: string): string => (/[.?!…]["”’]?$/u.test(part) ? part : `${part}.`);

/** What a work is contained in: journal with numbers and pages, or book. */
function containerOf(item: CslItem): string {
  const number = [item.volume, item.issue && `no. ${item.issue}`].filter(Boolean).join(', ');
  const year = yearOf(item);
  const head = [item['container-title'], number, year && `(${year})`].filter(Boolean).join(' ');
  return item.page ? `${head}: ${item.page}` : head;
}

/** `Aliyeva, Leila. “Title.” Journal 15, no. 2 (1996): 50–63.` A work without a title says so. */
export function workLine(item: CslItem): string {
  const people = namesOf(item.author ?? item.editor ?? []);
  const title = item.title ?? 'Untitled';
  const isPart = Boolean(item['container-title']);
  const publisher = [item['publisher-place'], item.publisher].filter(Boolean).join(': ');
  const rest = isPart
    ? [containerOf(item), publisher]
    : [[publisher, yearOf(item)].filter(Boolean).join(', '), item.page && `pp. ${item.page}`];
  return [
    people && stop(people),
    isPart ? `“${stop(title)}”` : stop(title),
    ...rest.map((part) => part && stop(part)),
  ]
    .filter(Boolean)
    .join(' ');
}
