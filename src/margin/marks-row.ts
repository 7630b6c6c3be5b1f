/** One line of the list of marks: sign, quotation, first words of the note, tags, place, and what else there is to know. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import type { MarkRow } from '../desk/mark-list.ts';
import type { MarkOrder } from '../desk/mark-order.ts';
import { tagsOf, type Mark } from '../desk/marks.ts';
import { shorten } from './note-details.ts';
import { markSign } from './marks-sign.ts';
import {
  colourName,
  counted,
  firstWords,
  kindNames,
  layerName,
  placeOf,
  shortDate,
  stateWords,
} from './marks-words.ts';
import { roleNames } from './role-names.ts';

export interface RowLook {
  readonly row: MarkRow;
  /** Its place among all lines, from 0, and how many there are. */
  readonly index: number;
  readonly size: number;
  readonly isSelected: boolean;
  /** One is at it: then the words around the quotation show, too. */
  readonly isCurrent: boolean;
  /** True where its card is open. */
  readonly isOpen: boolean;
  readonly order: MarkOrder;
}

/** Id of a line's element. */
export const rowId = (key: string): string => `marks-row-${encodeURIComponent(key)}`;

/** Characters of a quotation, and of the one that one is at. */
const short = 110;
const long = 600;

/** What it is, for those who do not see its sign. */
function kindWords(desk: Desk, { kind, record }: Mark): string {
  if (record.kind === 'claim') return `${kindNames.claim}, ${roleNames[record.role].toLowerCase()}: `;
  const style = record.style === 'underline' ? ', underlined' : '';
  return `${kindNames[kind]}, ${colourName(desk, record.colour)}${style}: `;
}

function quotation({ record }: Mark, isCurrent: boolean): TemplateResult | typeof nothing {
  const target = record.targets[0];
  if (!target) return nothing;
  if (!isCurrent) return html`<q>${shorten(target.exact, short)}</q>`;
  const before = target.prefix.replace(/^\S*\s(?=.*\S)/u, '');
  const after = target.suffix.replace(/\s\S*$/u, '');
  return html`<span class="mark-around">${before ? `… ${before}` : ''}</span
    ><q>${shorten(target.exact, long)}</q><span class="mark-around">${after ? `${after} …` : ''}</span>`;
}

/** A claim says its wording, a mark its quotation; a claim that one is at says both. */
function saying(mark: Mark, isCurrent: boolean): TemplateResult {
  if (mark.record.kind === 'annotation')
    return html`<span class="mark-quote">${quotation(mark, isCurrent)}</span>`;
  return html`<span class="mark-wording">${mark.record.wording || 'Untitled claim'}</span>${
      isCurrent ? html`<span class="mark-quote">${quotation(mark, true)}</span>` : nothing
    }`;
}

function tags(mark: Mark): TemplateResult | typeof nothing {
  const all = tagsOf(mark);
  if (all.length === 0) return nothing;
  return html`<span class="mark-tags"
    ><span class="visually-hidden">Tagged: </span>${all.map(
      (tag, at) => html`<span class="mark-tag">${tag}</span>${at < all.length - 1 ? ' ' : ''}`,
    )}</span
  >`;
}

function meta(desk: Desk, mark: Mark, order: MarkOrder): TemplateResult {
  const { record, passages, replies } = mark;
  const said = [
    stateWords(mark) ? html`<em class="mark-state" data-state=${mark.state}>${stateWords(mark)}</em>` : null,
    placeOf(desk, mark),
    passages > 1 ? counted(passages, 'passage') : null,
    replies.length > 0 ? counted(replies.length, 'reply', 'replies') : null,
    mark.isOwn ? null : layerName(desk, mark.layer),
    order === 'changed' ? `changed ${shortDate(record.modified)}` : shortDate(record.created),
  ].filter((part) => part !== null && part !== '');
  return html`<span class="mark-meta"
    >${said.map((part, at) => html`${at > 0 ? html`<span class="mark-dot"> · </span>` : nothing}<span>${part}</span>`)}</span
  >`;
}

/** The line. Everything in it is words: what one can do with it is done by key, by click, or in the bar below the list. */
export function markRow(desk: Desk, look: RowLook): TemplateResult {
  const { row, isCurrent } = look;
  const { mark } = row;
  const note = mark.record.kind === 'annotation' ? firstWords(mark.record.body, isCurrent ? 600 : 120) : '';
  return html`<div
    role="option"
    class="mark-row"
    id=${rowId(row.key)}
    data-index=${look.index}
    data-group=${row.group}
    data-mark=${mark.id}
    ?data-current=${isCurrent}
    ?data-open=${look.isOpen}
    aria-selected=${look.isSelected}
    aria-setsize=${look.size}
    aria-posinset=${look.index + 1}
  >
    <span class="mark-check" aria-hidden="true"></span>
    ${markSign(mark)}
    <span class="mark-words"
      ><span class="visually-hidden">${kindWords(desk, mark)}</span>${saying(mark, isCurrent)}${
        note ? html` <span class="mark-note">${note}</span>` : nothing
      }
      ${tags(mark)} ${meta(desk, mark, look.order)}</span
    >
  </div>`;
}
