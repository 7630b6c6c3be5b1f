/** How the list of marks was shown last: kept by this tab, also over a reload. Nothing of it is the notebook's. */
import { facets, noFilter, type Facet, type MarkFilter } from '../desk/mark-filter.ts';
import type { MarkListLook } from '../desk/mark-list.ts';
import { markGroupings, markOrders } from '../desk/mark-order.ts';

const keyOf = (paper: string): string => `warrant-marks ${paper}`;

/** Longest that is read back, in UTF-16 units, and most values of a facet. */
const longest = 100_000;
const most = 1000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOr = (value: unknown, limit = 500): string =>
  typeof value === 'string' ? value.slice(0, limit) : '';

const dayOr = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value) ? value : null;

function wantedIn(value: unknown): MarkFilter['wanted'] {
  if (!isObject(value)) return {};
  const read = facets.flatMap((facet): [Facet, ReadonlySet<string>][] => {
    const values: unknown = Object.hasOwn(value, facet) ? value[facet] : null;
    if (!Array.isArray(values)) return [];
    const words = (values as unknown[])
      .filter((one): one is string => typeof one === 'string')
      .slice(0, most);
    return words.length > 0 ? [[facet, new Set(words)]] : [];
  });
  return Object.fromEntries(read);
}

function filterIn(value: unknown): MarkFilter {
  if (!isObject(value)) return noFilter;
  return {
    query: textOr(value['query']),
    wanted: wantedIn(value['wanted']),
    tagged: value['tagged'] === 'all' ? 'all' : 'any',
    section: typeof value['section'] === 'string' ? textOr(value['section']) : null,
    from: dayOr(value['from']),
    to: dayOr(value['to']),
  };
}

/** What of a kept text can be taken. */
export function readLook(text: string): Partial<MarkListLook> {
  let value: unknown = null;
  try {
    value = text.length <= longest ? (JSON.parse(text) as unknown) : null;
  } catch {
    // Damaged: the list begins anew.
  }
  if (!isObject(value)) return {};
  const grouping = markGroupings.find((one) => one === value['grouping']);
  const order = markOrders.find((one) => one === value['order']);
  return {
    filter: filterIn(value['filter']),
    ...(grouping ? { grouping } : {}),
    ...(order ? { order } : {}),
  };
}

/** The same as text; `readLook` gives it back. */
export const writeLook = ({ filter, grouping, order }: MarkListLook): string => {
  const values = Object.entries(filter.wanted).map(([facet, all]) => [facet, [...all]] as const);
  const wanted: unknown = Object.fromEntries(values);
  return JSON.stringify({ filter: { ...filter, wanted }, grouping, order });
};

/** How the list for the paper of this id was shown last in this tab; empty where nothing is kept. */
export function recallLook(paper: string): Partial<MarkListLook> {
  try {
    return readLook(sessionStorage.getItem(keyOf(paper)) ?? '');
  } catch {
    // Storage is refused: then nothing outlasts a reload.
    return {};
  }
}

/** Keeps how the list is shown. */
export function keepLook(paper: string, look: MarkListLook): void {
  try {
    sessionStorage.setItem(keyOf(paper), writeLook(look));
  } catch {
    // Refused or full: the tab goes on with what it has.
  }
}
