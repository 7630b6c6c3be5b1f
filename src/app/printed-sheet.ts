/** The printed page: one element with the whole paper as it goes on paper, built for the moment of printing. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { argument, type Desk } from '../desk/desk.ts';
import { placed } from '../desk/passages.ts';
import type { PrintedMap } from '../map/printed-map.ts';
import { citationLine } from '../reader/front-matter.ts';
import { printedText, type Inset } from '../reader/printed-text.ts';
import { claimKeys, keyedAnnotations, type KeyedAnnotation } from './print-keys.ts';
import { mostDrawn, type PrintPart } from './print-parts.ts';
import { printedArgument } from './printed-argument.ts';
import { legend } from './printed-legend.ts';
import { marginNote, marksList, type Bodies } from './printed-marks.ts';
import { printedNotes } from './printed-notes.ts';

/** The map as it goes on the page, and its drawing. */
export interface DrawnMap {
  readonly map: PrintedMap;
  readonly drawing: Element;
}

/** Everything that goes on paper. */
export interface PrintOrder {
  readonly desk: Desk;
  readonly parts: readonly PrintPart[];
  readonly date: Date;
  readonly bodies: Bodies;
  /** Null where the map is not wanted, has no claims, or could not be drawn yet. */
  readonly map: DrawnMap | null;
}

/** What the parts have in common. */
interface Sheet extends PrintOrder {
  readonly has: (part: PrintPart) => boolean;
  readonly keys: ReadonlyMap<string, string>;
  readonly marks: readonly KeyedAnnotation[];
}

/** Signs of what begins at an offset: keys of claims, then numbers of annotations with their notes. */
function insetsOf({ desk, has, keys, marks, bodies }: Sheet): Inset[] {
  const at = new Map<number, Element[]>();
  const put = (offset: number, ...elements: readonly Element[]): void =>
    void at.set(offset, [...(at.get(offset) ?? []), ...elements]);
  if (has('claims')) {
    for (const { kind, id, start, record } of placed(desk).passages) {
      if (kind === 'claim' && record.kind === 'claim')
        put(start, claimKey(id, keys.get(id) ?? '', record.role));
    }
  }
  if (has('marks')) {
    for (const one of marks) {
      one.passages.forEach(({ start }, index) => {
        // The note first: the number must stay with the word that follows it.
        put(start, ...(index === 0 ? [marginNote(desk, one, bodies)] : []), markKey(one.key));
      });
    }
  }
  return [...at]
    .toSorted(([one], [other]) => one - other)
    .map(([offset, elements]) => ({ offset, elements }));
}

function claimKey(id: string, key: string, role: string): HTMLElement {
  const link = document.createElement('a');
  link.className = 'printed-claim-key';
  link.dataset['role'] = role;
  link.href = `#printed-claim-${encodeURIComponent(id)}`;
  link.textContent = key;
  return link;
}

function markKey(key: number): HTMLElement {
  const element = document.createElement('span');
  element.className = 'printed-key';
  element.textContent = String(key);
  return element;
}

function textPart(sheet: Sheet): TemplateResult | typeof nothing {
  const { desk, has, marks } = sheet;
  if (!has('text')) return nothing;
  const shown = placed(desk).passages.filter(({ kind }) => has(kind === 'claim' ? 'claims' : 'marks'));
  const hasColumn = has('marks') && marks.some((one) => one.passages.length > 0);
  return html`<section class="printed-text" ?data-column=${hasColumn}>
    ${printedText(desk.paper, { passages: shown, insets: insetsOf(sheet) })}
  </section>`;
}

/** The annotations that do not stand beside the text. */
function marksPart({ desk, has, marks, bodies }: Sheet): TemplateResult | typeof nothing {
  const left = has('text') ? marks.filter((one) => one.passages.length === 0) : marks;
  if (!has('marks') || left.length === 0) return nothing;
  return html`<section class="printed-own">
    <h2>${has('text') ? 'Notes that have lost their place in the text' : 'My notes'}</h2>
    ${marksList(desk, left, bodies)}
  </section>`;
}

function mapPart({ desk, has, map }: Sheet): TemplateResult | typeof nothing {
  if (!has('map') || argument(desk).claims.size === 0) return nothing;
  if (!map) {
    return html`<p class="printed-soft">
      ${
        argument(desk).claims.size > mostDrawn
          ? 'The map has too many claims to be read on one page; the outline has them all.'
          : 'The drawing of the map was not ready. The command “Print …” in Warrant waits for it.'
      }
    </p>`;
  }
  return html`<section class="printed-map" data-page=${map.map.isWide ? 'wide' : 'upright'}>
    <h2>Argument map</h2>
    ${
      map.map.isFolded
        ? html`<p class="printed-soft">
            Groups are folded, since the whole map could not be read on one page; each claim stands in the
            outline.
          </p>`
        : nothing
    }
    <figure>${map.drawing}</figure>
  </section>`;
}

const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** What the foot of each page says. */
export const printedFrom = (date: Date): string => `Printed from Warrant, ${longDate(date)}`;

/** Author and short title with the place of publication: what the head of each page says. */
export function runningHead({ paper }: Desk): string {
  const { authors, title, year } = paper.front;
  return [authors.join(', '), `“${title}”`, year].filter(Boolean).join(', ');
}

function head(sheet: Sheet): TemplateResult {
  const { front } = sheet.desk.paper;
  return html`<header class="printed-head">
    <h1>${front.title}</h1>
    <p class="printed-authors">${front.authors.join(', ')}</p>
    <p class="printed-soft">${citationLine(front)}</p>
    <p class="printed-soft printed-origin">${printedFrom(sheet.date)}</p>
    ${legend(sheet.desk, sheet.parts, sheet.marks)}
  </header>`;
}

/** Builds the page. It is not in the document yet. */
export function printedSheet(order: PrintOrder): HTMLElement {
  const { desk, parts } = order;
  const has = (part: PrintPart): boolean => parts.includes(part);
  const sheet: Sheet = { ...order, has, keys: claimKeys(desk), marks: keyedAnnotations(desk) };
  const element = document.createElement('div');
  element.className = 'printed-sheet';
  // Every claim must be readable somewhere: where the drawing cannot show it, the outline does.
  const needsOutline = has('claims') || (has('map') && (order.map?.map.isFolded ?? true));
  render(
    html`${head(sheet)} ${textPart(sheet)} ${marksPart(sheet)}
    ${has('notes') ? printedNotes(desk, needsOutline ? sheet.keys : null) : nothing}
    ${needsOutline ? printedArgument(desk, sheet.keys) : nothing} ${mapPart(sheet)}`,
    element,
  );
  return element;
}
