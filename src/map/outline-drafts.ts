/** What is being typed into the outline and is not said yet: kept by this tab, also over a reload, until it is. */

/** Longest that is kept of one text, in UTF-16 units. */
const longest = 10_000;

/** Most texts that are kept of one paper: the oldest is let go. */
const most = 100;

/** The texts by what they are for, in the order of their typing, and the one whose field is open. */
export interface Drafts {
  readonly texts: Readonly<Record<string, string>>;
  /** JSON text that says what the open field is for; null where none is open. */
  readonly open: string | null;
}

const none: Drafts = { texts: {}, open: null };

const keyOf = (paper: string): string => `warrant-outline ${paper}`;

/** What this tab knows, also where the device refuses to keep it. */
const memory = new Map<string, Drafts>();

function read(text: string | null): Drafts {
  const value: unknown = JSON.parse(text ?? 'null');
  if (typeof value !== 'object' || value === null) return none;
  const { texts, open } = value as Partial<Record<keyof Drafts, unknown>>;
  const known = Object.entries(typeof texts === 'object' && texts !== null ? texts : {});
  // Names are JSON lists: see `draftName` in outline-writing.
  const sound = known.filter(
    (one): one is [string, string] => typeof one[1] === 'string' && one[0].startsWith('["'),
  );
  return { texts: Object.fromEntries(sound.slice(-most)), open: typeof open === 'string' ? open : null };
}

/** The drafts of a paper. */
export function outlineDrafts(paper: string): Drafts {
  const known = memory.get(paper);
  if (known) return known;
  let found = none;
  try {
    found = read(sessionStorage.getItem(keyOf(paper)));
  } catch {
    // Storage is refused, or what it holds is not ours: then nothing outlasted the reload.
  }
  memory.set(paper, found);
  return found;
}

function keep(paper: string, drafts: Drafts): void {
  memory.set(paper, drafts);
  try {
    sessionStorage.setItem(keyOf(paper), JSON.stringify(drafts));
  } catch {
    // Refused or full: the tab goes on with what it has in memory.
  }
}

/** The text that is kept for `what`; empty where none is. */
export const outlineDraft = (paper: string, what: string): string => outlineDrafts(paper).texts[what] ?? '';

/** Keeps a text for `what`, or forgets it where it is empty. */
export function keepOutlineDraft(paper: string, what: string, text: string): void {
  const { texts, open } = outlineDrafts(paper);
  const others = Object.entries(texts).filter(([one]) => one !== what);
  const all = text.trim() === '' ? others : [...others, [what, text.slice(0, longest)]];
  keep(paper, { texts: Object.fromEntries(all.slice(-most)) as Drafts['texts'], open });
}

/** The id that a draft's name says it is about; null where the name is not one of ours. */
function aboutOf(name: string): string | null {
  try {
    const [kind, first, second] = JSON.parse(name) as unknown[];
    const id = kind === 'new' ? second : first;
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** Ids of what unsaved texts are about, but for the one that is being written (`now`, as it is kept). */
export function draftedIds(paper: string, now: string | null): ReadonlySet<string> {
  const names = Object.keys(outlineDrafts(paper).texts).filter((name) => name !== now);
  return new Set(names.flatMap((name) => aboutOf(name) ?? []));
}

/** Remembers which field is open, so that a reload finds it open again. */
export const keepOpenField = (paper: string, open: string | null): void =>
  keep(paper, { ...outlineDrafts(paper), open });

/** Forgets what is only in memory, as a reload does: for tests. */
export const reloadOutlineDrafts = (): void => memory.clear();
