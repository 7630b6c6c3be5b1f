/** Addresses of the app: `#/` library, `#/PAPER`, `#/PAPER/III.B.2`, `#/PAPER?note=53`, `#/PAPER?present=STEP` and the like; `#/PAPER?mend` mends its text. Pure. */

import { maxQuote, type PassageQuote } from '../anchoring/passage-quote.ts';
import type { StepLink } from './mode-request.ts';

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
  | { readonly to: 'step'; readonly value: StepLink }
  | { readonly to: 'notes' };

export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'desk'; readonly paper: string; readonly aim: Aim }
  | { readonly screen: 'mend'; readonly paper: string }
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

/** Longest that the id of a record may be, in UTF-16 units. */
const longestId = 64;

/** A step of a presentation; null where the link names none that there could be. */
function readStep(query: URLSearchParams): StepLink | null {
  const [step, order] = [query.get('present') ?? '', query.get('order') ?? 'argument'];
  return step === '' || [step, order].some((id) => id.length > longestId) ? null : { step, order };
}

function readAim(address: string | undefined, query: URLSearchParams): Aim {
  for (const to of ['note', 'list', 'marker', 'page', 'claim', 'annotation', 'source'] as const) {
    const value = query.get(to);
    if (value) return { to, value };
  }
  const step = readStep(query);
  if (step) return { to: 'step', value: step };
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
  const wishes = new URLSearchParams(query);
  if (wishes.has('mend')) return { screen: 'mend', paper };
  return { screen: 'desk', paper, aim: readAim(address ?? undefined, wishes) };
}

function formatQuote(base: string, { address, start, end, prefix, suffix }: PassageLink): string {
  const parts = { quote: start, to: end, after: prefix, before: suffix };
  const query = Object.entries(parts)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}=${encodeURIComponent(words)}`);
  return `${base}${address && `/${encodeURIComponent(address)}`}?${query.join('&')}`;
}

const formatStep = (base: string, { step, order }: StepLink): string =>
  `${base}?present=${encodeURIComponent(step)}&order=${encodeURIComponent(order)}`;

/** The hash of the screen on which a paper's text is mended. */
export const mendRoute = (paper: string): string => `#/${encodeURIComponent(paper)}?mend`;

/** The hash of an aim in a paper. */
export function formatRoute(paper: string, aim: Aim): string {
  const base = `#/${encodeURIComponent(paper)}`;
  if (aim.to === 'start') return base;
  if (aim.to === 'notes') return `${base}?notes`;
  if (aim.to === 'address') return `${base}/${encodeURIComponent(aim.value)}`;
  if (aim.to === 'passage') return formatQuote(base, aim.value);
  if (aim.to === 'step') return formatStep(base, aim.value);
  if (aim.to === 'offset') return `${base}?at=${aim.value}`;
  return `${base}?${aim.to}=${encodeURIComponent(aim.value)}`;
}
