/** The steps of a presentation: the claims in an order that can be followed, or the sections where there are none. */
import { argument, type Desk } from '../desk/desk.ts';
import { rangesOf } from '../desk/passages.ts';
import { pageAt, placeAt, type Paper } from '../model/paper.ts';
import type { Claim, ClaimRole } from '../model/argument-records.ts';
import { walkOrder } from '../model/walk-order.ts';

/** By the argument: premises before what they carry. By the text: as the paper says it. */
export type Order = 'argument' | 'text';

/** One step. `offset` is where it stands in the paper text, in code points; null where the text does not say it. */
export interface Step {
  readonly claim: string | null;
  readonly role: ClaimRole | null;
  readonly words: string;
  /** Labels of the notes that carry it. */
  readonly notes: readonly string[];
  /** Where it stands, to be said aloud; empty where nowhere. */
  readonly place: string;
  readonly offset: number | null;
}

function claimStep(desk: Desk, claim: Claim): Step {
  const { paper } = desk;
  const labels = new Map(paper.notes.map((note) => [note.id, note.label]));
  const offset = rangesOf(desk, { kind: 'claim', id: claim.id })[0]?.start ?? null;
  return {
    claim: claim.id,
    role: claim.role,
    words: claim.wording,
    notes: claim.notes.map((note) => labels.get(note) ?? note),
    place: offset === null ? '' : placeAt(paper, offset),
    offset,
  };
}

const plainStep = (words: string, place: string, offset: number): Step => ({
  claim: null,
  role: null,
  words,
  notes: [],
  place,
  offset,
});

/** Sections; pages where there are none; the paper as a whole where there are neither. */
function paperSteps(paper: Paper): readonly Step[] {
  if (paper.sections.length > 0) {
    return paper.sections.map(({ label, title, start }) => {
      const page = pageAt(paper, start);
      return plainStep([label, title].filter(Boolean).join(' '), page ? `p. ${page.label}` : '', start);
    });
  }
  const pages = paper.text.pages.map(({ node, offset }) =>
    plainStep(`Page ${String(node.attrs['label'])}`, '', offset),
  );
  return pages.length > 0 ? pages : [plainStep(paper.front.title, '', 0)];
}

/** The steps through what is open now. Never empty. */
export function stepsOf(desk: Desk, order: Order): readonly Step[] {
  const graph = argument(desk);
  if (graph.claims.size === 0) return paperSteps(desk.paper);
  const steps = walkOrder(graph).flatMap((id) => {
    const claim = graph.claims.get(id);
    return claim ? [claimStep(desk, claim)] : [];
  });
  if (order === 'argument') return steps;
  // What the text does not say keeps the place that the argument gives it among its like: at the end.
  return [...steps].sort((one, other) => {
    const [a, b] = [one.offset ?? Infinity, other.offset ?? Infinity];
    return a === b ? 0 : a - b;
  });
}

/** The key of a presenter, or of the small thing in a presenter's hand; null for every other key. */
export function presenterKey(event: KeyboardEvent): 'next' | 'previous' | 'first' | 'last' | 'blank' | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === ' ') return event.shiftKey ? 'previous' : 'next';
  const keys = {
    ArrowRight: 'next',
    PageDown: 'next',
    ArrowLeft: 'previous',
    PageUp: 'previous',
    Home: 'first',
    End: 'last',
    '.': 'blank',
  } as const;
  return Object.hasOwn(keys, event.key) ? keys[event.key as keyof typeof keys] : null;
}
