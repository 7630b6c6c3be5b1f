/** The signs of the kinds of marks: a tile in the mark's colour with a shape of its own, so that colour is not the only sign. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Mark, MarkKind } from '../desk/marks.ts';

/** On a 16-unit grid. Claims have the sign of their role instead. */
const shapes: Readonly<Record<Exclude<MarkKind, 'claim'>, SVGTemplateResult>> = {
  highlighting: svg`<path d="M4 8h8"/>`,
  commenting: svg`<path d="M4 5.500h8M4 8h8M4 10.500h5"/>`,
  questioning: svg`<path d="M5.800 6.200a2.200 2.200 0 1 1 3.200 2c-.7.400-1 .8-1 1.500"/><path d="M8 12v.1"/>`,
  tagging: svg`<path d="M4 4h4l4.500 4.500-4 4L4 8Z"/><path d="M6.200 6.200v.1"/>`,
  bookmarking: svg`<path d="M5 3.500h6v9.500L8 10.500 5 13Z"/>`,
};

/** The sign of a kind, without a colour. */
export const kindSign = (kind: MarkKind): TemplateResult =>
  kind === 'claim'
    ? html`<span class="role-sign" data-role="premise" aria-hidden="true"></span>`
    : html`<svg
        class="mark-shape"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        ${shapes[kind]}
      </svg>`;

/** The sign of a mark, hidden from speech: its words are said beside it. */
export function markSign({ kind, record }: Mark): TemplateResult {
  if (record.kind === 'claim')
    return html`<span class="mark-tile" aria-hidden="true"
      ><span class="role-sign" data-role=${record.role}></span
    ></span>`;
  return html`<span
    class="mark-tile swatch"
    data-colour=${record.colour}
    data-style=${record.style}
    aria-hidden="true"
    >${kindSign(kind)}</span
  >`;
}
