/** The pointer on the canvas: what it is over, what it presses. */
import type { Core, EventObject, NodeSingular, SingularElementReturnValue } from 'cytoscape';
import type { Focus } from '../desk/desk.ts';
import { groupPadding, type Box } from './layout.ts';

/** What the canvas tells its pane. */
export interface CanvasListener {
  hovered(focus: Focus | null): void;
  tapped(focus: Focus): void;
  /** A frame was painted: the view may be another one. */
  painted(): void;
  /** The title of an open group, or a folded group, was pressed. */
  toggled(group: string): void;
}

/** What is drawn now. */
interface Drawn {
  readonly records: ReadonlyMap<string, Focus>;
  readonly groups: ReadonlyMap<string, Box>;
}

/** The group that a press toggles: a folded one anywhere, an open one at its title. */
function groupAt(event: EventObject, groups: ReadonlyMap<string, Box>): string | null {
  const target = event.target as NodeSingular;
  if (target.hasClass('folded')) return target.id();
  const box = groups.get(target.id());
  return box && event.position.y < box.y - box.height / 2 + groupPadding.top ? target.id() : null;
}

/** Listens for as long as `cy` lives. */
export function listenToPointer(cy: Core, listener: CanvasListener, drawn: () => Drawn): void {
  const record = (event: EventObject): Focus | null =>
    drawn().records.get((event.target as SingularElementReturnValue).id()) ?? null;
  cy.on('mouseover', 'node, edge', (event) => listener.hovered(record(event)));
  cy.on('mouseout', 'node, edge', () => listener.hovered(null));
  // Cytoscape sees no way out of a box where the pointer leaves the canvas in one step.
  cy.container()?.addEventListener('pointerleave', () => listener.hovered(null));
  cy.on('mousemove', (event) => {
    const isPressable =
      event.target !== cy && (record(event) !== null || groupAt(event, drawn().groups) !== null);
    cy.container()?.classList.toggle('is-pressable', isPressable);
  });
  cy.on('tap', 'node, edge', (event) => {
    const pressed = record(event);
    const group = groupAt(event, drawn().groups);
    if (pressed) listener.tapped(pressed);
    else if (group !== null) listener.toggled(group);
  });
}
