/** The sign of somebody's notebook: letters of its own on a tint of its own, wherever its marks stand. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Layer } from '../desk/desk.ts';

/** The sign alone: it stands beside the name, which is what is spoken. Nothing for the edition's and the reader's own. */
export const layerSign = ({ sign, tint }: Layer): TemplateResult | typeof nothing =>
  sign ? html`<span class="layer-sign" data-tint=${tint} aria-hidden="true">${sign}</span>` : nothing;

/** Sign and name. */
export const layerName = (layer: Layer): TemplateResult =>
  html`${layerSign(layer)}<span class="layer-name">${layer.kind === 'own' ? 'You' : layer.name}</span>`;
