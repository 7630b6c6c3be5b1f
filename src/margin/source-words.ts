/** Small pieces that the views of sources share: numbers with their noun, and a claim as a button. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { argument, type Desk } from '../desk/desk.ts';
import { standingOf } from '../desk/standing.ts';

/** “1 claim”, “2 claims”. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** A claim that shows itself in all faces when it is pressed; says so where it falls or is weaker. */
export function claimButton(
  desk: Desk,
  id: string,
  go: (claim: string) => void,
): TemplateResult | typeof nothing {
  const claim = argument(desk).claims.get(id);
  if (!claim) return nothing;
  const standing = standingOf(desk, id);
  return html`<button
    type="button"
    class="link-button source-claim"
    data-claim=${id}
    data-standing=${standing ?? nothing}
    @click=${() => go(id)}
  >
    <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span
    ><span class="standing-words">${claim.wording || 'Untitled claim'}</span>${
      standing ? html` <em class="standing-tag">${standing === 'falls' ? 'falls' : 'weaker'}</em>` : nothing
    }
  </button>`;
}

/** Parts of a whole as a bar; what it shows is always said in words beside it. `parts` are name and share (0 to 1). */
export function shareBar(parts: readonly (readonly [string, number])[]): TemplateResult {
  let x = 0;
  const rects = parts.map(([name, share]) => {
    const rect = svg`<rect data-part=${name} x=${x} width=${share * 100} height="4"></rect>`;
    x += share * 100;
    return rect;
  });
  return html`<svg class="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    ${rects}
  </svg>`;
}
