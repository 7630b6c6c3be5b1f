/** Links as SVG: rounded routes, an arrow at a conclusion, a bar where something is attacked. */
import type { Point } from './layout.ts';
import type { Link } from './links.ts';
import type { Palette } from './palette.ts';
import { attributes, escapeXml, round } from './svg-text.ts';

const radius = 7;
const arrow = { length: 9, half: 4 };
const bar = { half: 8, thick: 3 };

const toward = (from: Point, to: Point, by: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(1, by / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
};

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** A route as a path with rounded corners. */
export function routePath(route: readonly Point[]): string {
  const [start, ...rest] = route;
  if (!start) return '';
  let path = `M${at(start)}`;
  rest.forEach((point, index) => {
    const before = route[index] ?? start;
    const after = rest[index + 1];
    if (!after) {
      path += `L${at(point)}`;
      return;
    }
    const room = Math.min(
      radius,
      Math.hypot(point.x - before.x, point.y - before.y) / 2,
      Math.hypot(after.x - point.x, after.y - point.y) / 2,
    );
    path += `L${at(toward(point, before, room))}Q${at(point)} ${at(toward(point, after, room))}`;
  });
  return path;
}

/** The corners of a shape at the end of a line that comes from `from`. */
function head(from: Point, tip: Point, corners: readonly (readonly [number, number])[]): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const points = corners.map(([back, aside]) => ({
    x: tip.x - dx * back - dy * aside,
    y: tip.y - dy * back + dx * aside,
  }));
  return `M${points.map(at).join('L')}Z`;
}

const arrowHead = (from: Point, tip: Point): string =>
  head(from, tip, [
    [0, 0],
    [arrow.length, arrow.half],
    [arrow.length, -arrow.half],
  ]);

const barHead = (from: Point, tip: Point): string =>
  head(from, tip, [
    [1, bar.half],
    [1, -bar.half],
    [1 + bar.thick, -bar.half],
    [1 + bar.thick, bar.half],
  ]);

type Drawn = Pick<Link, 'kind' | 'isMutual' | 'isImplicit' | 'count'>;

/** Arrow at the end of a step, bar at the end of an attack, at both where each attacks the other. */
function heads({ kind, isMutual }: Drawn, route: readonly Point[]): string {
  const [start, second] = route;
  const [last, end] = [route.at(-2), route.at(-1)];
  if (!start || !second || !last || !end || kind === 'premise') return '';
  if (kind === 'support') return arrowHead(last, end);
  return barHead(last, end) + (isMutual ? barHead(second, start) : '');
}

/** The line stops inside the arrow: its square end would stick out at the tip. */
function trimmed(route: readonly Point[]): readonly Point[] {
  const [last, end] = [route.at(-2), route.at(-1)];
  return last && end ? [...route.slice(0, -1), toward(end, last, arrow.length - 2)] : route;
}

/** A link along its route; `about` says what it means, to whoever asks what a line is. */
export function linkSvg(palette: Palette, link: Drawn, route: readonly Point[], about = ''): string {
  if (route.length < 2) return '';
  const isAttack = link.kind === 'attack';
  const hue = isAttack ? palette.attack : palette.inkSoft;
  const line = attributes({
    d: routePath(link.kind === 'support' ? trimmed(route) : route),
    fill: 'none',
    stroke: hue,
    'stroke-width': Math.min(4, 1.5 + (link.count - 1) * 0.5),
    'stroke-dasharray': isAttack ? '7 4' : link.isImplicit ? '1.5 3.5' : null,
  });
  const ends = heads(link, route);
  const drawn = `<path${line}/>${ends ? `<path${attributes({ d: ends, fill: hue })}/>` : ''}`;
  return about ? `<g role="graphics-symbol"><title>${escapeXml(about)}</title>${drawn}</g>` : drawn;
}
