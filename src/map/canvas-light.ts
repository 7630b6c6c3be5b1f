/** Puts light on Cytoscape's elements: classes by what is focused, hovered, chosen, near, fallen. */
import type { Core, SingularElementReturnValue } from 'cytoscape';
import type { Focus } from '../desk/desk.ts';
import type { Placed } from './drawer.ts';
import { brokenBy, dimmedBy, lightClasses, lightSelector, type Light } from './light.ts';

/** What stands back now, and whether anything bears a class of light. */
export interface Lit {
  readonly dimmed: ReadonlySet<string>;
  readonly isLit: boolean;
}

/** True where nothing is to be lit. */
const isPlain = ({ focus, hover, near, also, fallen, weakened, labels, chosen, target }: Light): boolean =>
  focus === null &&
  hover === null &&
  near === null &&
  target === null &&
  also.size + fallen.size + weakened.size + labels.size + chosen.size === 0;

/** Lights what is drawn; null where nothing was lit (`wasLit`) and nothing is to be. */
export function applyLight(
  cy: Core,
  shown: Placed,
  records: ReadonlyMap<string, Focus>,
  light: Light,
  wasLit: boolean,
): Lit | null {
  const plain = isPlain(light);
  if (plain && !wasLit) return null;
  const { focus, hover, near, also, fallen, weakened, chosen, target } = light;
  const dimmed = dimmedBy(shown.elements, near);
  const broken = brokenBy(shown.elements, fallen);
  const standsFor = (one: SingularElementReturnValue, id: string | null): boolean =>
    id !== null && (one.id() === id || records.get(one.id())?.id === id);
  cy.batch(() => {
    cy.elements(lightSelector).removeClass(lightClasses);
    cy.elements().forEach((one) => {
      const id = one.id();
      if (dimmed.has(id)) one.addClass('dim');
      if (fallen.has(id)) one.addClass('fallen');
      if (weakened.has(id)) one.addClass('weakened');
      if (broken.has(id)) one.addClass('broken');
      if (also.has(id)) one.addClass('lit');
      if (chosen.has(records.get(id)?.id ?? id)) one.addClass('chosen');
      if (standsFor(one, target)) one.addClass('target');
      if (standsFor(one, focus)) one.addClass('focus').connectedEdges().addClass('near');
      if (standsFor(one, hover)) one.addClass('lit').connectedEdges().addClass('near');
    });
  });
  cy.forceRender();
  return { dimmed, isLit: !plain };
}
