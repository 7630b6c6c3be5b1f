/** What can be changed of many marks at once: their colour, how they show, and what they are for. */
import { html, type TemplateResult } from 'lit';
import { motivate, recolour, restyle } from '../desk/bulk-commands.ts';
import { meanings, type Desk } from '../desk/desk.ts';
import type { Mark } from '../desk/marks.ts';
import type { Command } from '../desk/store.ts';
import { colours } from '../model/colours.ts';
import { markStyles, motivations, type MarkStyle } from '../model/records.ts';
import { kindSign } from './marks-sign.ts';
import { counted, kindNames } from './marks-words.ts';

/** Does one thing to them all, and says it. */
export type Edit = (command: Command, done: string) => void;

const styleNames: Readonly<Record<MarkStyle, readonly [string, string]>> = {
  highlight: ['Highlight', 'highlighted'],
  underline: ['Underline', 'underlined'],
};

const row = (title: string, content: TemplateResult | readonly TemplateResult[]): TemplateResult =>
  html`<fieldset class="marks-facet">
    <legend>${title}</legend>
    <div class="marks-line">${content}</div>
  </fieldset>`;

const choice = (words: TemplateResult | string, run: () => void): TemplateResult =>
  html`<button type="button" class="plain-button" @click=${run}>${words}</button>`;

function swatches(desk: Desk, take: (colour: string, look: string) => void): TemplateResult {
  return html`<div class="swatches">
    ${colours.map(({ key, look }) => {
      const name = meanings(desk).get(key) ?? look;
      return html`<button
        type="button"
        class="swatch-button"
        aria-label="${name} (${look})"
        title=${name}
        @click=${() => take(key, look)}
      >
        <span class="swatch" data-colour=${key} aria-hidden="true"></span>
      </button>`;
    })}
  </div>`;
}

/** The choices for the reader's own marks; claims among them stay out of it. */
export function lookPanel(desk: Desk, own: readonly Mark[], edit: Edit): TemplateResult {
  const ids = own.map(({ id }) => id);
  const all = counted(own.length);
  return html`<div class="marks-act">
    ${row(
      'Colour',
      swatches(desk, (key, look) => edit(recolour(ids, key), `${all} now ${look}.`)),
    )}
    ${row(
      'Shown as',
      markStyles.map((style) =>
        choice(styleNames[style][0], () => edit(restyle(ids, style), `${all} ${styleNames[style][1]}.`)),
      ),
    )}
    ${row(
      'Kind',
      motivations.map((one) =>
        choice(html`${kindSign(one)} ${kindNames[one]}`, () =>
          edit(motivate(ids, one), `${all} made ${kindNames[one].toLowerCase()}s.`),
        ),
      ),
    )}
  </div>`;
}
