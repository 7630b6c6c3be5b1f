/** The filters that are in force, as chips that a press takes away; and what the values of each facet are called. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { facets, without, type Facet } from '../desk/mark-filter.ts';
import type { MarkList } from '../desk/mark-list.ts';
import type { MarkKind, MarkState } from '../desk/marks.ts';
import { kindSign } from './marks-sign.ts';
import { colourName, kindNames, layerName, sectionName, shortDate, stateNames } from './marks-words.ts';

const noteNames: Readonly<Record<string, string>> = { written: 'With a note', bare: 'Without a note' };

/** What a value of a facet is called. */
export function valueName(desk: Desk, facet: Facet, value: string): string {
  switch (facet) {
    case 'kind':
      return kindNames[value as MarkKind] ?? value;
    case 'colour':
      return colourName(desk, value);
    case 'tag':
      return value === without ? 'No tag' : value;
    case 'note':
      return noteNames[value] ?? value;
    case 'thread':
      return 'With replies';
    case 'state':
      return stateNames[value as MarkState] ?? value;
    case 'layer':
      return layerName(desk, value);
  }
}

/** The sign that stands before a value; nothing where its words say it all. */
export function valueSign(facet: Facet, value: string): TemplateResult | typeof nothing {
  if (facet === 'colour') return html`<span class="swatch" data-colour=${value} aria-hidden="true"></span>`;
  return facet === 'kind' && value in kindNames ? kindSign(value as MarkKind) : nothing;
}

const chip = (words: string, sign: TemplateResult | typeof nothing, take: () => void): TemplateResult =>
  html`<li>
    <button type="button" class="sift-chip" aria-label="Without the filter: ${words}" @click=${take}>
      ${sign}<span>${words}</span><span class="marks-cross" aria-hidden="true">×</span>
    </button>
  </li>`;

/** Every filter but the search; nothing where there are none. */
export function chips(
  desk: Desk,
  list: MarkList,
  take: (facet: Facet, value: string) => void,
): TemplateResult | typeof nothing {
  const { filter } = list.look;
  const { section, from, to } = filter;
  const dates = [from && `from ${shortDate(from)}`, to && `to ${shortDate(to)}`].filter(Boolean).join(' ');
  const all = [
    ...facets.flatMap((facet) =>
      [...(filter.wanted[facet] ?? [])].map((value) =>
        chip(valueName(desk, facet, value), valueSign(facet, value), () => take(facet, value)),
      ),
    ),
    ...(section === null
      ? []
      : [
          chip(sectionName(desk, section), nothing, () =>
            list.show({ filter: { ...filter, section: null } }),
          ),
        ]),
    ...(dates
      ? [chip(dates, nothing, () => list.show({ filter: { ...filter, from: null, to: null } }))]
      : []),
  ];
  return all.length === 0
    ? nothing
    : html`<ul class="sift-chips" role="list" aria-label="Filters in force">
        ${all}
      </ul>`;
}
