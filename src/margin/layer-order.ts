/** In what order the notebooks of others are listed. Pure. */
import type { Layer } from '../desk/desk.ts';
import { marksOf } from '../desk/layers.ts';

export type LayerOrder = 'opened' | 'name' | 'marks';

export const layerOrders: readonly { readonly key: LayerOrder; readonly words: string }[] = [
  { key: 'opened', words: 'when opened' },
  { key: 'name', words: 'name' },
  { key: 'marks', words: 'number of marks' },
];

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The layers in an order; those that are equal in it stay as they stand. */
export function orderLayers(layers: readonly Layer[], order: LayerOrder): readonly Layer[] {
  if (order === 'opened') return layers;
  if (order === 'name') return [...layers].sort((one, other) => names.compare(one.name, other.name));
  const counts = new Map(layers.map((layer) => [layer, marksOf(layer)]));
  return [...layers].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}
