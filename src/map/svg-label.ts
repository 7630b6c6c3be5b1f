/** The label of a claim or folded group as SVG: the same geometry that the canvas draws. */
import { labelPaths } from '../desk/label-sign.ts';
import { labelLook, labelMetrics, labelPlaces } from './label-look.ts';
import type { NodeLabel } from './node-labels.ts';
import type { Palette } from './palette.ts';
import { attributes, round, textLine } from './svg-text.ts';

/** A label on a node whose top left corner is at 0,0; empty where there is none. */
export function labelSvg(palette: Palette, label: NodeLabel | null): string {
  if (!label) return '';
  const { height, x, pad, sign, text: size } = labelMetrics;
  const look = labelLook(palette, label);
  const { text, width } = labelPlaces(label, palette.fontUi);
  const body = attributes({
    x,
    y: -height / 2,
    width: round(width),
    height,
    rx: height / 2,
    fill: look.fill,
    stroke: look.stroke,
    'stroke-width': look.line,
    'stroke-dasharray': look.dashes.length > 0 ? look.dashes.join(' ') : null,
  });
  const path = attributes({
    d: label.label ? labelPaths[label.label] : '',
    transform: `translate(${x + pad} ${-sign / 2}) scale(${sign / 10})`,
    fill: 'none',
    stroke: look.ink,
    'stroke-width': 1.7,
    'stroke-linecap': 'round',
  });
  const words = textLine(label.words, x + text, 4, {
    size,
    weight: 600,
    family: palette.fontUi,
    fill: look.ink,
  });
  const group = attributes({ 'data-label': label.label ?? 'several' });
  return `<g${group}><rect${body}/>${label.label ? `<path${path}/>` : ''}${words}</g>`;
}
