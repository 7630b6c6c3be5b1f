/** On a claim's card while claims are weighed: its label, why it has it, and the chain of reasons claim by claim. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { labelSign } from '../desk/label-sign.ts';
import { claimName, labelBefore, labelWords, reasonOn, whyOf } from '../desk/label-words.ts';
import type { Store } from '../desk/store.ts';
import { labelOf, reasons, toggleAside } from '../desk/weighed.ts';
import type { Piece } from '../model/reason-words.ts';

type Go = (claim: string) => void;

/** So many reasons of a chain show; from the last of them one can go on. */
const longestChain = 40;

/** What an open card can do with its label. */
export interface LabelActs {
  readonly store: Store | null;
  readonly go: Go;
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A link and no button: in a sentence it runs on from line to line. */
function claimLink(desk: Desk, id: string, go: Go): TemplateResult {
  const follow = (event: Event): void => {
    event.preventDefault();
    go(id);
  };
  const href = `#/${encodeURIComponent(desk.paper.id)}?claim=${encodeURIComponent(id)}`;
  return html`<a class="label-claim" data-claim=${id} href=${href} @click=${follow}
    >“${claimName(desk, id)}”</a
  >`;
}

/** A reason as a sentence in which each claim leads to itself. */
const sentence = (desk: Desk, pieces: readonly Piece[], go: Go): readonly (string | TemplateResult)[] =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : claimLink(desk, piece.claim, go)));

/** The sentence without the label that stands before it. */
const untagged = ([first, ...rest]: readonly Piece[]): readonly Piece[] =>
  typeof first === 'string' ? [sentenceCase(first.replace(/^\w+: /u, '')), ...rest] : [];

/** Sign and word: “✓ Accepted”. Nothing while claims are not weighed. */
export function labelTag(desk: Desk, claim: string): TemplateResult | typeof nothing {
  const label = labelOf(desk, claim);
  if (label === null) return nothing;
  return html`<span class="label-tag" data-label=${label} ?data-new=${labelBefore(desk, claim) !== null}
    >${labelSign(label)}${sentenceCase(labelWords(desk, claim))}</span
  >`;
}

/** The reasons after the first, each claim with its own; nothing where the first says it all. */
function chain(desk: Desk, claim: string, go: Go): TemplateResult | typeof nothing {
  const all = reasons(desk)?.chain(claim, longestChain + 1) ?? [];
  const rest = all.slice(1, longestChain);
  if (rest.length === 0) return nothing;
  return html`<details class="label-chain">
    <summary>Follow the reasons</summary>
    <ol>
      ${rest.map(
        (reason) =>
          html`<li>
            ${claimLink(desk, reason.claim, go)}<br />${sentence(desk, reasonOn(desk, reason), go)}
          </li>`,
      )}
    </ol>
    ${all.length > longestChain ? html`<p>The reasons go on: open one of these claims.</p>` : nothing}
  </details>`;
}

function asideButton(desk: Desk, claim: string, store: Store | null): TemplateResult {
  const isAside = desk.session.setAside.has(claim);
  return html`<button
    type="button"
    class="plain-button label-aside"
    @click=${() => store?.setSession(toggleAside(desk, claim))}
  >
    ${isAside ? 'Take back' : 'Set aside'}
  </button>`;
}

/** Nothing while claims are not weighed; `acts` null: the card is closed and says the label alone. */
export function labelLine(
  desk: Desk,
  claim: string,
  acts: LabelActs | null,
): TemplateResult | typeof nothing {
  const why = acts && whyOf(desk, claim);
  if (labelOf(desk, claim) === null) return nothing;
  if (!why || !acts) return html`<p class="card-label">${labelTag(desk, claim)}</p>`;
  const before = labelBefore(desk, claim);
  return html`<section class="card-label" aria-label="How it is labelled">
    <p>${labelTag(desk, claim)} ${asideButton(desk, claim, acts.store)}</p>
    <p class="label-why">
      ${sentence(desk, untagged(why), acts.go)}${before === null ? nothing : html` <em>It was ${before} before.</em>`}
    </p>
    ${chain(desk, claim, acts.go)}
  </section>`;
}
