/** What lies above the canvas: the handle of a card, the field for its wording, what is chosen, and the menu. */
import { html, type TemplateResult } from 'lit';
import type { Store } from '../desk/store.ts';
import '../ui/pop-menu.ts';
import './card-field.ts';
import { chosenActs } from './chosen-acts.ts';
import './chosen-bar.ts';
import { chosenOf } from './map-chooser.ts';
import type { MapTools } from './map-tools.ts';

/** Renders it for a stage. */
export function mapAbove(store: Store | null, tools: MapTools): TemplateResult {
  const chosen = store ? chosenOf(store.desk) : [];
  return html`<div
      class="map-handle"
      title="Drag to another claim, or to the ground"
      hidden
      @pointerleave=${() => tools.handle.place()}
    ></div>
    <card-field .store=${store} @editing-done=${() => tools.writing.end()}></card-field>
    <chosen-bar
      .count=${chosen.length}
      .acts=${store && chosen.length > 0 ? chosenActs(tools.parts, store.desk) : []}
      .aim=${tools.aiming?.words ?? null}
      @choosing-left=${() => tools.leaveChoosing()}
    ></chosen-bar>
    <pop-menu></pop-menu>`;
}
