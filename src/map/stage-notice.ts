/** What stands in the place of the map while there is none. */
import { html, nothing, type TemplateResult } from 'lit';

/** Where the map is. */
export type StageState = 'drawing' | 'drawn' | 'empty' | 'failed';

/** The notice for a state; nothing while the map is there. */
export function stageNotice(state: StageState, retry: () => void): TemplateResult | typeof nothing {
  if (state === 'drawn') return nothing;
  if (state === 'drawing') return html`<p class="map-notice map-quiet">Drawing the map…</p>`;
  if (state === 'empty') {
    return html`<p class="map-notice">
      <strong>No claims yet</strong>
      <span>Select a passage and press <em>Claim</em>, or drag it here. Or press C and write one.</span>
    </p>`;
  }
  return html`<p class="map-notice" role="alert">
    <strong>The map could not be drawn.</strong>
    <span>The outline says all of it in lines.</span>
    <button type="button" class="plain-button" @click=${retry}>Try again</button>
  </p>`;
}

/** What describes the canvas to a screen reader. */
export const stageHelp = html`<p id="map-stage-help" class="visually-hidden">
  Arrow keys move between claims, Enter shows a claim in the text, plus and minus zoom, 0 fits the map, Ctrl
  and the arrows move the view, F folds a group, N shows the neighbourhood alone, 1 to 5 set how far it
  reaches, Alt and left or right go back and forward, slash finds. C writes a new claim, F2 edits the wording,
  Space chooses, with Shift the arrows choose on, Delete deletes, Shift+F10 opens the menu of everything that
  can be done. The outline says the same in lines.
</p>`;
