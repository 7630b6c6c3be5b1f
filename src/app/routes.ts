/** Addresses of the app: `#/` library, `#/PAPER`, `#/PAPER/III.B.2`, `#/PAPER?note=53` and the like. Pure. */

import { maxQuote, type PassageQuote } from '../anchoring/passage-quote.ts';

/** A passage by its words; `address` says where to look first, empty where the link does not say. */
export interface PassageLink extends PassageQuote {
  readonly address: string;
}

/** What a link wants to see in a paper. Values come from outside and are checked where they are used. */
export type Aim =
  | { readonly to: 'start' }
  | { readonly to: 'address'; readonly value: string }
  | {
      readonly to: 'note' | 'list' | 'marker' | 'page' | 'claim' | 'annotation' | 'source';
      readonly value: string;
    }
  | { readonly to: 'offset'; readonly value: number }
  | { readonly to: 'passage'; readonly value: PassageLink }
  | { readonly to: 'notes' };

export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'desk'; readonly paper: string; readonly aim: Aim }
  | { readonly screen: 'unknown'; readonly hash: string };

const decode = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
};

/** The words of a passage in a link; null where it has none, or more than a link may carry. */
function readQuote(address: string, query: URLSearchParams): PassageLink | null {
  const [start = '', end = '', prefix = '', suffix = ''] = ['quote', 'to', 'after', 'before'].map(
    (name) => query.get(name) ?? '',
  );
  const parts = [address, start, end, prefix, suffix];
  if (start.trim() === '' || parts.some((part) => part.length > maxQuote)) return null;
  return { address, start, end, prefix, suffix };
}

function readAim(address: string | undefined, query: URLSearchParams): Aim {
  for (const to of ['note', 'list', 'marker', 'page', 'claim', 'annotation', 'source'] as const) {
    const value = query.get(to);
    if (value) return { to, value };
  }
  if (query.has('notes')) return { to: 'notes' };
  const at = query.get('at');
  if (at && /^\d{1,9}$/u.test(at)) return { to: 'offset', value: Number(at) };
  const quote = readQuote(address ?? '', query);
  if (quote) return { to: 'passage', value: quote };
  return address ? { to: 'address', value: address } : { to: 'start' };
}

/** Reads a location's hash. */
export function parseRoute(hash: string): Route {
  if (hash === '' || hash === '#' || hash === '#/') return { screen: 'library' };
  const [path = '', query = ''] = hash.replace(/^#/u, '').split('?', 2);
  const parts = path.split('/').map(decode);
  const [lead, paper, address, ...more] = parts;
  if (lead !== '' || !paper || more.length > 0 || parts.includes(null)) return { screen: 'unknown', hash };
  return { screen: 'desk', paper, aim: readAim(address ?? undefined, new URLSearchParams(query)) };
}

function formatQuote(base: string, { address, start, end, prefix, suffix }: PassageLink): string {
  const parts = { quote: start, to: end, after: prefix, before: suffix };
  const query = Object.entries(parts)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}=${encodeURIComponent(words)}`);
  return `${base}${address && `/${encodeURIComponent(address)}`}?${query.join('&')}`;
}

/** The hash of an aim in a paper. */
export function formatRoute(paper: string, aim: Aim): string {
  const base = `#/${encodeURIComponent(paper)}`;
  if (aim.to === 'start') return base;
  if (aim.to === 'notes') return `${base}?notes`;
  if (aim.to === 'address') return `${base}/${encodeURIComponent(aim.value)}`;
  if (aim.to === 'passage') return formatQuote(base, aim.value);
  if (aim.to === 'offset') return `${base}?at=${aim.value}`;
  return `${base}?${aim.to}=${encodeURIComponent(aim.value)}`;
}
