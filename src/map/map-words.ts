/** The faces of the argument that are words: the outline, and the argument as text. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Store } from '../desk/store.ts';
import './argument-outline.ts';
import './argument-prose.ts';
import type { MapView } from './map-habits.ts';

/** What stands beside the drawn map or in its place; nothing where the map stands alone. `found` are ids that were found. */
export function wordsOf(
  view: MapView,
  store: Store,
  found: ReadonlySet<string>,
): TemplateResult | typeof nothing {
  if (view === 'map') return nothing;
  if (view === 'prose') return html`<argument-prose .store=${store}></argument-prose>`;
  return html`<argument-outline .store=${store} .found=${found}></argument-outline>`;
}
