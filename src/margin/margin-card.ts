/** The card of a row of the margin: of a claim or a mark, or the line that stands for a run of bare marks. */
import { html, nothing, type TemplateResult } from 'lit';
import { layerOf, type Desk } from '../desk/desk.ts';
import { putRecord } from '../desk/dragged.ts';
import { shown } from '../desk/only.ts';
import type { Store } from '../desk/store.ts';
import { rootOf } from '../desk/threads.ts';
import type { Claim, Conflict, Inference } from '../model/argument-records.ts';
import type { Annotation } from '../model/records.ts';
import { AnnotationCard } from './annotation-card.ts';
import { AttackCard } from './attack-card.ts';
import { ClaimCard } from './claim-card.ts';
import { StepCard } from './step-card.ts';
import { samePlaces, type CardRow, type RunRow } from './margin-rows.ts';

/** A card is dragged out of the margin: a closed one anywhere, an open one by its head, so that its words can be selected. */
function dragCard({ dataTransfer, target }: DragEvent, record: Claim | Annotation, words: string): void {
  const isCard = target instanceof HTMLElement && target.draggable;
  if (dataTransfer && isCard) putRecord(dataTransfer, record, words);
}

/** What stands in the margin for one record. */
export type MarginCard = AnnotationCard | AttackCard | ClaimCard | StepCard;

/** Whether an element is the card of a record. */
export const isMarginCard = (element: Element | null | undefined): element is MarginCard =>
  [AnnotationCard, AttackCard, ClaimCard, StepCard].some((card) => element instanceof card);

/** The card of a step or an attack. */
const relationCard = (
  desk: Desk,
  store: Store | null,
  record: Inference | Conflict,
  open: boolean,
): TemplateResult =>
  record.kind === 'inference'
    ? html`<step-card .step=${record} .desk=${desk} .store=${store} .open=${open}></step-card>`
    : html`<attack-card .conflict=${record} .desk=${desk} .store=${store} .open=${open}></attack-card>`;

/** A card as it stands; `open` is the id of the open one. */
export function marginCard(
  desk: Desk,
  store: Store | null,
  row: CardRow,
  open: string | null,
): TemplateResult | typeof nothing {
  const { item, isFolded, same } = row;
  const record = layerOf(desk, item.id)?.records.get(item.id);
  const isOpen = open === item.id;
  const out = (): void => store?.hover(null);
  if (record?.kind === 'claim') {
    return html`<claim-card
      .claim=${record}
      .desk=${desk}
      .store=${store}
      .open=${isOpen}
      .folded=${isFolded}
      draggable=${isOpen ? 'false' : 'true'}
      @dragstart=${(event: DragEvent) => dragCard(event, record, record.wording)}
      @pointerenter=${() => store?.hover({ kind: 'claim', id: record.id })}
      @pointerleave=${out}
    ></claim-card>`;
  }
  if (record?.kind === 'inference' || record?.kind === 'conflict')
    return relationCard(desk, store, record, isOpen);
  if (record?.kind !== 'annotation') return nothing;
  return html`<annotation-card
    .annotation=${record}
    .desk=${desk}
    .store=${store}
    .open=${isOpen}
    .folded=${isFolded}
    .same=${same}
    draggable=${isOpen ? 'false' : 'true'}
    @dragstart=${(event: DragEvent) => dragCard(event, record, record.body || (record.targets[0]?.exact ?? ''))}
    @pointerenter=${() => store?.hover({ kind: 'annotation', id: record.id })}
    @pointerleave=${out}
  ></annotation-card>`;
}

/** The card of a record: its own, that of the mark it answers, or that of another mark on the same words. */
export function cardOf(column: HTMLElement, desk: Desk, id: string): HTMLElement | null {
  const root = rootOf(desk, id);
  for (const one of [root, ...(samePlaces(shown(desk)).get(root) ?? [])]) {
    const card = column.querySelector<HTMLElement>(`#${CSS.escape(`card-${one}`)}`);
    if (card) return card;
  }
  return null;
}

/** The line of a run; `toggle` unfolds it, or folds it again. */
export const runLine = ({ count, isUnfolded }: RunRow, toggle: () => void): TemplateResult =>
  html`<div class="mark-run">
    <button type="button" class="card-line" aria-expanded=${isUnfolded} @click=${toggle}>
      <span class="run-sign" aria-hidden="true"></span><span class="card-line-words">${count} marks</span>
      <small>without words</small>
    </button>
  </div>`;
