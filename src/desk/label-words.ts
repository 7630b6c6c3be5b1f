/** The labels of a weighed argument in words: of one claim, of all, of what has changed, and why. */
import type { Label } from '../model/grounded.ts';
import { labelNames, reasonPieces, type Piece, type ReasonNames } from '../model/reason-words.ts';
import type { Reason } from '../model/reasons.ts';
import { argument, derived, type Desk } from './desk.ts';
import { withoutNames } from './standing.ts';
import { changes, labelOf, labelsOf, reasons, tally, type Change } from './weighed.ts';

const changeOf = derived(
  (all: readonly Change[]): ReadonlyMap<string, Change> => new Map(all.map((one) => [one.claim, one])),
);

/** What a claim was labelled before something was set aside or taken away; null where that has not changed. */
export const labelBefore = (desk: Desk, claim: string): Label | null =>
  changeOf(changes(desk)).get(claim)?.before ?? null;

/** “accepted”, or “now rejected” where that has changed; empty while claims are not weighed. */
export function labelWords(desk: Desk, claim: string): string {
  const label = labelOf(desk, claim);
  if (label === null) return '';
  if (desk.session.setAside.has(claim)) return 'set aside';
  return labelBefore(desk, claim) === null ? label : `now ${label}`;
}

const parts = (counts: Readonly<Record<Label, number>>): string[] =>
  (['accepted', 'undecided', 'rejected'] as const).map((label) => `${counts[label]} ${label}`);

/** “74 accepted · 25 undecided · 1 rejected”; empty while claims are not weighed. */
export function tallyWords(desk: Desk, between = ' · '): string {
  const labels = labelsOf(desk);
  return labels ? parts(tally(argument(desk), labels)).join(between) : '';
}

/** What is doubted, as it follows “since”: “you set “…” aside and without Russell”; empty where nothing is. */
export function doubtWords(desk: Desk): string {
  const { claims } = argument(desk);
  const aside = [...desk.session.setAside].filter((id) => claims.has(id));
  const [first] = aside;
  const what = aside.length === 1 ? `“${claimName(desk, first ?? '')}”` : `${aside.length} claims`;
  const parts = [
    aside.length > 0 ? `you set ${what} aside` : '',
    desk.session.without.size > 0 ? `the argument is taken without ${withoutNames(desk)}` : '',
  ];
  return parts.filter(Boolean).join(' and ');
}

const longest = 60;

/** A wording as far as it helps to know which it is. */
const shortened = (wording: string): string =>
  wording.length > longest
    ? `${wording.slice(0, wording.lastIndexOf(' ', longest) + 1 || longest).trim()} …`
    : wording;

/** A claim's wording without its full stop, as far as it helps to know which it is. */
export function claimName(desk: Desk, claim: string): string {
  const wording = argument(desk).claims.get(claim)?.wording ?? '';
  return wording === '' ? 'Untitled claim' : shortened(wording.replace(/\.$/u, ''));
}

/** “rejected, accepted before”. */
export const changeWords = ({ before, now }: Change): string => `${now}, ${before} before`;

const labelsIn = derived(
  (paper: Desk['paper']): ReadonlyMap<string, string> =>
    new Map(paper.notes.map(({ id, label }) => [id, label])),
);

const namesOn = (desk: Desk): ReasonNames => ({
  noteLabel: (note) => labelsIn(desk.paper).get(note) ?? note,
  without: withoutNames(desk),
});

/** A reason as a sentence in pieces. */
export const reasonOn = (desk: Desk, reason: Reason): readonly Piece[] => reasonPieces(reason, namesOn(desk));

/** Why a claim is labelled so, in pieces; null while claims are not weighed. */
export function whyOf(desk: Desk, claim: string): readonly Piece[] | null {
  const reason = reasons(desk)?.of(claim);
  return reason ? reasonOn(desk, reason) : null;
}

/** “Accepted”. */
export const labelName = (label: Label): string => labelNames[label];
