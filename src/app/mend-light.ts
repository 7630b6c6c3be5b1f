/** What a finding is about, lit in its place on the screen that mends, and the places where it may belong instead, numbered. */
import type { Draft, DraftPlace, ImportFinding } from '../model/draft.ts';
import { markerOf } from '../model/draft-findings.ts';
import { lengthOf, pointsIn } from '../model/draft-inline.ts';
import { isInBlock } from '../model/draft-places.ts';
import { rangeIn } from './mend-caret.ts';

/** Finds the row of a place; null where it is not drawn. */
type RowOf = (place: DraftPlace) => HTMLElement | null;

const lightName = 'mend-lit';

// Browsers without CSS highlights light the whole row.
const highlights = (): HighlightRegistry | undefined =>
  (globalThis.CSS as { highlights?: HighlightRegistry }).highlights;

/** What is lit now: asked of the page, it would be looked for among ten thousand rows. */
const pins = new Set<Element>();
const lit = new Set<Element>();

/** Takes all light away. */
export function putOut(): void {
  for (const one of pins) {
    const { parentNode } = one;
    one.remove();
    parentNode?.normalize();
  }
  for (const one of lit) one.classList.remove('lit');
  pins.clear();
  lit.clear();
  highlights()?.delete(lightName);
}

function light(element: Element | null): void {
  if (!element) return;
  element.classList.add('lit');
  lit.add(element);
}

/** Lights a finding, and nothing else; null lights nothing. */
export function lightUp(draft: Draft, finding: ImportFinding | null, rowOf: RowOf): void {
  putOut();
  if (!finding?.place) return;
  (finding.others ?? []).slice(0, 9).forEach((place, at) => pin(place, String(at + 1), rowOf));
  const row = rowOf(finding.place);
  if (!row) return;
  light(row);
  const details = row.querySelector('details');
  if (details) details.open = true;
  if (isInBlock(finding.place)) lightWords(draft, finding, row, finding.place.offset);
}

function lightWords(draft: Draft, finding: ImportFinding, row: HTMLElement, offset: number): void {
  const index = finding.kind.startsWith('marker') ? markerOf(draft, finding) : -1;
  if (index >= 0) return light(row.querySelector(`.marker[data-index="${index}"]`));
  const body = row.querySelector('.mend-body');
  const block = draft.blocks.find(({ id }) => id === row.dataset['block']);
  if (!body || !block) return;
  if (finding.kind === 'marker-missing') return pinAt(body, offset, finding.quote || '?');
  const isWhole = /^(?:heading|quotation|aside|order)/u.test(finding.kind);
  const whole = lengthOf(block.content);
  const end = isWhole ? whole : Math.min(whole, offset + Math.max(1, pointsIn(finding.quote)));
  highlights()?.set(lightName, new Highlight(rangeIn(body, isWhole ? 0 : offset, end)));
}

function pin(place: DraftPlace, sign: string, rowOf: RowOf): void {
  const body = rowOf(place)?.querySelector('.mend-body, .mend-note-body');
  if (body) pinAt(body, isInBlock(place) ? place.offset : 0, sign);
}

/** A number among the words that takes no room and is no word. */
function pinAt(body: Element, offset: number, sign: string): void {
  const mark = document.createElement('span');
  mark.className = 'mend-pin';
  mark.contentEditable = 'false';
  mark.dataset['sign'] = sign;
  mark.setAttribute('aria-hidden', 'true');
  pins.add(mark);
  if (body.matches('.mend-note-body')) body.prepend(mark);
  else rangeIn(body, offset).insertNode(mark);
}
