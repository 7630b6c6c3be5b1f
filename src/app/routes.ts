/** Addresses of the app: `#/` library, `#/PAPER`, `#/PAPER/III.B.2`, `#/PAPER?note=53` and the like. Pure. */

/** What a link wants to see in a paper. Values come from outside and are checked where they are used. */
export type Aim =
  | { readonly to: 'start' }
  | { readonly to: 'address'; readonly value: string }
  | { readonly to: 'note' | 'list' | 'marker' | 'page' | 'claim' | 'annotation'; readonly value: string }
  | { readonly to: 'offset'; readonly value: number }
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

function readAim(address: string | undefined, query: URLSearchParams): Aim {
  for (const to of ['note', 'list', 'marker', 'page', 'claim', 'annotation'] as const) {
    const value = query.get(to);
    if (value) return { to, value };
  }
  if (query.has('notes')) return { to: 'notes' };
  const at = query.get('at');
  if (at && /^\d{1,9}$/u.test(at)) return { to: 'offset', value: Number(at) };
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

/** The hash of an aim in a paper. */
export function formatRoute(paper: string, aim: Aim): string {
  const base = `#/${encodeURIComponent(paper)}`;
  if (aim.to === 'start') return base;
  if (aim.to === 'notes') return `${base}?notes`;
  if (aim.to === 'address') return `${base}/${encodeURIComponent(aim.value)}`;
  if (aim.to === 'offset') return `${base}?at=${aim.value}`;
  return `${base}?${aim.to}=${encodeURIComponent(aim.value)}`;
}
