/** The findings of a desk's argument, in sentences, each with the way to what it is about. Derived, cached. */
import { findingsIn, type Finding, type FindingKind } from '../model/findings.ts';
import { backing, ledgerOf, nameOfAuthority } from './backing.ts';
import { argument, derived, visibleRecords, type Desk, type Focus } from './desk.ts';
import { claimName } from './label-words.ts';
import { verdicts } from './verdicts.ts';

/** What a kind of findings is called, and what is looked for. */
export interface FindingLook {
  readonly title: string;
  /** In a sentence that follows “Looked for”. */
  readonly sought: string;
}

export const findingLooks: Readonly<Record<FindingKind, FindingLook>> = {
  broken: { title: 'Broken links', sought: 'steps, attacks and preferences that lack an end' },
  several: {
    title: 'One step, several conclusions',
    sought: 'steps that a file gave with several conclusions',
  },
  circular: { title: 'Circles', sought: 'claims that carry each other in a circle' },
  unanswered: { title: 'Attacked and unanswered', sought: 'attacks that nothing on the map answers' },
  failed: { title: 'Critical questions that fail', sought: 'steps that fail a critical question' },
  unsupported: {
    title: 'Without support or source',
    sought: 'claims that carry others and stand on nothing',
  },
  single: { title: 'On a single authority', sought: 'claims that rest on one authority alone' },
  orphan: { title: 'Lost from the text', sought: 'claims with a passage that stands nowhere any more' },
  open: { title: 'Open critical questions', sought: 'critical questions that nobody has answered' },
  unstated: { title: 'Premises that no passage states', sought: 'premises without a passage in the text' },
  unsaid: { title: 'Steps left unsaid', sought: 'steps that the paper leaves unsaid' },
  nowhere: { title: 'Leading nowhere', sought: 'claims that bear on nothing' },
  untitled: { title: 'Without words', sought: 'claims without a wording' },
  kept: { title: 'Kept from files', sought: 'parts of other programs’ files that the map cannot draw' },
};

/** A finding as it is shown. */
export interface Told extends Finding {
  readonly words: string;
  /** What it leads to; null where nothing of it is on the map. */
  readonly go: Focus | null;
}

const count = (number: string, one: string, many = `${one}s`): string =>
  `${number} ${number === '1' ? one : many}`;

function brokenWords(desk: Desk, { claims, detail }: Finding): string {
  const [first, ...rest] = claims.map((id) => `“${claimName(desk, id)}”`);
  const at = first ? ` Left of it: ${[first, ...rest].join(', ')}` : '';
  if (detail === 'conflict') return `An attack lacks the one that attacks or what it attacks.${at}`;
  if (detail === 'preference') return `A preference lacks one of the two that it is between.${at}`;
  const missing = /premise-(\d+)/u.exec(detail)?.[1];
  const parts = [
    detail.includes('no-premise') ? 'no premise' : '',
    missing ? `${count(missing, 'premise')} that ${missing === '1' ? 'is' : 'are'} gone` : '',
    detail.includes('conclusion') ? 'no conclusion' : '',
  ];
  return `A step has ${parts.filter(Boolean).join(' and ')}.${at}`;
}

/** The sentence of each kind; `a` and `b` are the claims of which it speaks. */
const sentences: Readonly<Record<FindingKind, (desk: Desk, one: Finding, a: string, b: string) => string>> = {
  broken: brokenWords,
  several: (_desk, _one, a, b) =>
    `A file gave the steps to ${a} and to ${b} as one; it is drawn once for each conclusion.`,
  kept: (_desk, { about, detail }) =>
    `${count(detail, 'part')} of ${about === 'aif' ? 'an AIF' : 'an Argdown'} file ${detail === '1' ? 'is' : 'are'} kept and not drawn.`,
  circular: (_desk, { detail }, a, b) =>
    detail === '1'
      ? `${a} is a premise of itself.`
      : `${a} and ${b} carry each other, in a circle of ${detail}.`,
  unanswered: (_desk, { detail }, a, b) =>
    `${b} attacks ${detail ? 'a step to ' : ''}${a}, and nothing answers.`,
  failed: (_desk, { detail }, a) => `The step to ${a} fails ${count(detail, 'critical question')}.`,
  open: (_desk, { detail }, a) =>
    `Of the step to ${a} ${count(detail, 'critical question is', 'critical questions are')} open.`,
  unsupported: (_desk, _one, a) => `${a} is used, and neither a note nor a claim carries it.`,
  single: (desk, { about }, a) => `${a} rests on ${authorityOf(desk, about)} alone.`,
  orphan: (_desk, _one, a) => `A passage of ${a} is not found in the text any more.`,
  unstated: (_desk, _one, a) => `${a} is a premise, and no passage states it.`,
  unsaid: (_desk, _one, a, b) => `The step from ${b} to ${a} is left unsaid in the paper.`,
  nowhere: (_desk, _one, a) => `${a} supports nothing and attacks nothing.`,
  untitled: () => 'A claim has no wording.',
};

function authorityOf(desk: Desk, claim: string): string {
  const { behind, argument: graph } = backing(desk);
  const [name] = (graph.claims.get(claim)?.notes ?? []).flatMap((note) => behind.get(note) ?? []);
  return name === undefined ? 'one authority' : nameOfAuthority(desk, name);
}

function leadsTo(desk: Desk, { about, claims }: Finding): Focus | null {
  const graph = argument(desk);
  if (graph.claims.has(about)) return { kind: 'claim', id: about };
  if (graph.inferences.has(about)) return { kind: 'inference', id: about };
  if (graph.conflicts.has(about)) return { kind: 'conflict', id: about };
  const [first] = claims;
  return first === undefined ? null : { kind: 'claim', id: first };
}

function tell(desk: Desk, one: Finding): Told {
  const [a = '', b = ''] = one.claims.map((id) => `“${claimName(desk, id)}”`);
  return { ...one, words: sentences[one.kind](desk, one, a, b), go: leadsTo(desk, one) };
}

const lostIn = (desk: Desk): ReadonlySet<string> =>
  new Set(
    verdicts(desk)
      .filter(({ record, lost }) => record.kind === 'claim' && lost > 0)
      .map(({ id }) => id),
  );

const known = derived((_layers: Desk['layers']) => new WeakMap<object, readonly Told[]>());

/** All findings of the visible argument. The same value until a record or a passage changes. */
export function findings(desk: Desk): readonly Told[] {
  const cache = known(desk.layers);
  let found = cache.get(desk.placings);
  if (!found) {
    const { footings } = ledgerOf(desk);
    const ground = {
      argument: argument(desk),
      records: visibleRecords(desk.layers),
      footings,
      lost: lostIn(desk),
    };
    cache.set(desk.placings, (found = findingsIn(ground).map((one) => tell(desk, one))));
  }
  return found;
}
