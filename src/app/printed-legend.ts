/** The legend of the printed page: what its lines, letters and numbers mean, only those that occur. */
import { html, nothing, type TemplateResult } from 'lit';
import { argument, type Desk } from '../desk/desk.ts';
import { roleNames } from '../margin/role-names.ts';
import { claimRoles } from '../model/argument-records.ts';
import { roleLetters, type KeyedAnnotation } from './print-keys.ts';
import type { PrintPart } from './print-parts.ts';

function pagesEntry({ paper }: Desk): TemplateResult | typeof nothing {
  const { pages } = paper.text;
  if (pages.length === 0) return nothing;
  const inferred = pages.some((page) => page.node.attrs['evidence'] === 'inferred');
  return html`<li>
    Numbers in the left margin: pages of the printed
    paper${inferred ? ', in brackets where they are inferred' : ''}.
  </li>`;
}

function claimsEntry(desk: Desk): TemplateResult | typeof nothing {
  const claims = [...argument(desk).claims.values()];
  const roles = claimRoles.filter((role) => claims.some((claim) => claim.role === role));
  if (roles.length === 0) return nothing;
  return html`<li>
    Claims begin at their letter and number:
    ${roles.map(
      (role) =>
        html`<span class="printed-sample"
          ><span class="printed-claim-key" data-role=${role}>${roleLetters[role]}1</span
          ><span class="printed-claim" data-role=${role}>${roleNames[role]}</span></span
        > `,
    )}
  </li>`;
}

/** The legend; nothing where there is nothing to explain. */
export function legend(
  desk: Desk,
  parts: readonly PrintPart[],
  marks: readonly KeyedAnnotation[],
): TemplateResult | typeof nothing {
  if (!parts.includes('text')) return nothing;
  const hasMarks = parts.includes('marks') && marks.length > 0;
  return html`<ul class="printed-legend" role="list">
    ${pagesEntry(desk)} ${parts.includes('claims') ? claimsEntry(desk) : nothing}
    ${
      hasMarks
        ? html`<li>
            <span class="printed-sample"
              ><span class="printed-key">1</span
              ><span class="printed-mark" data-depth="1">marked by the reader</span></span
            >, with the note of that number in the right margin; two lines where two marks overlap.
          </li>`
        : nothing
    }
  </ul>`;
}
