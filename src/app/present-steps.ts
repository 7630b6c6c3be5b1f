/** The steps of a presentation: the claims in an order that can be followed, or the sections where there are none. */
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { rangesOf } from '../desk/passages.ts';
import { presentations, shownSteps } from '../desk/presentation-commands.ts';
import { orElse } from '../map/untitled.ts';
import { attackNames } from '../margin/attack-card.ts';
import { roleNames } from '../margin/role-names.ts';
import { pageAt, placeAt, type Paper } from '../model/paper.ts';
import type { Claim, ClaimRole, Conflict, Inference } from '../model/argument-records.ts';
import { walkOrder } from '../model/walk-order.ts';

/**
 * By the argument (`argument`): premises before what they carry. By the text (`text`): as the paper says it. Else the
 * id of a presentation: as somebody put it.
 */
export type Order = string;

/** One step. `offset` is where it stands in the paper text, in code points; null where the text does not say it. */
export interface Step {
  /** Names it in a link: the id of what it shows, or `at-` and its offset. */
  readonly key: string;
  /** What of the argument it shows; null for a part of the paper. */
  readonly focus: Focus | null;
  /** Of a claim. */
  readonly role: ClaimRole | null;
  /** What it is called: a role, a step, an attack, a section. */
  readonly kind: string;
  readonly words: string;
  /** Labels of the notes that carry it. */
  readonly notes: readonly string[];
  /** Where it stands, to be said aloud; empty where nowhere. */
  readonly place: string;
  readonly offset: number | null;
}

function placed(desk: Desk, focus: Focus): Pick<Step, 'key' | 'focus' | 'place' | 'offset'> {
  const offset = rangesOf(desk, focus)[0]?.start ?? null;
  return { key: focus.id, focus, place: offset === null ? '' : placeAt(desk.paper, offset), offset };
}

function claimStep(desk: Desk, { id, role, wording, notes }: Claim): Step {
  const labels = new Map(desk.paper.notes.map((note) => [note.id, note.label]));
  return {
    ...placed(desk, { kind: 'claim', id }),
    role,
    kind: roleNames[role],
    words: wording,
    notes: notes.map((note) => labels.get(note) ?? note),
  };
}

/** What joins claims: a conclusion with its premises, an attack with what it is against. */
function joinStep(desk: Desk, record: Inference | Conflict): Step {
  const { claims, inferences } = argument(desk);
  const say = (id: string): string => orElse(claims.get(id)?.wording, 'Untitled claim.');
  const about = { ...placed(desk, { kind: record.kind, id: record.id }), role: null, notes: [] };
  if (record.kind === 'inference') {
    const because = record.premises.map(({ claim }, at) => `${at === 0 ? 'Because' : 'And'}: ${say(claim)}`);
    return { ...about, kind: 'Step', words: [say(record.conclusion), ...because].join(' ') };
  }
  const step = inferences.get(record.to);
  const against = step ? `Against the step to: ${say(step.conclusion)}` : `Against: ${say(record.to)}`;
  return { ...about, kind: attackNames[record.attack], words: `${say(record.from)} ${against}` };
}

const plainStep = (words: string, place: string, offset: number): Step => ({
  key: `at-${offset}`,
  focus: null,
  role: null,
  kind: 'Section',
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

/** The steps through things of the argument, in their order. */
function stepsThrough(desk: Desk, ids: readonly string[]): readonly Step[] {
  const { claims, inferences, conflicts } = argument(desk);
  return ids.flatMap((id) => {
    const claim = claims.get(id);
    if (claim) return [claimStep(desk, claim)];
    const join = inferences.get(id) ?? conflicts.get(id);
    return join ? [joinStep(desk, join)] : [];
  });
}

/** The steps through what is open now; by the argument where there is no such order. Never empty. */
export function stepsOf(desk: Desk, order: Order): readonly Step[] {
  const graph = argument(desk);
  if (graph.claims.size === 0) return paperSteps(desk.paper);
  const shown = presentations(desk).find(({ presentation }) => presentation.id === order);
  if (shown) return stepsThrough(desk, shownSteps(desk, shown.presentation));
  const steps = stepsThrough(desk, walkOrder(graph));
  if (order !== 'text') return steps;
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
