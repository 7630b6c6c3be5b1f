/** The light on the map, of the session and of where the keys and the pointer are. */
import type { Desk } from '../desk/desk.ts';
import type { Light } from './light.ts';
import { inkNodes, nodeFor } from './session-nodes.ts';
import { standingNodes } from './standing-nodes.ts';

/** What of the stage, beside the desk, the light depends on. */
interface Lighting {
  readonly folded: ReadonlySet<string>;
  readonly isNear: boolean;
  /** The folded group that the keys are at; null elsewhere. */
  readonly group: string | null;
  /** What something that is dragged would land on; null for nothing. */
  readonly target: string | null;
}

/** The light for a desk. */
export function lightOf(desk: Desk, { folded, isNear, group, target }: Lighting): Light {
  const { focus, hover, selected } = desk.session;
  return {
    focus: nodeFor(desk, folded, focus) ?? group,
    hover: nodeFor(desk, folded, hover),
    near: inkNodes(desk, folded, isNear),
    chosen: selected,
    target,
    ...standingNodes(desk, folded),
  };
}
