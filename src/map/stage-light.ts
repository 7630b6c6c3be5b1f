/** The light on the map, of the session and of where the keys and the pointer are. */
import type { Desk } from '../desk/desk.ts';
import type { Light } from './light.ts';
import { foundNodes, inkNodes, nodeFor } from './session-nodes.ts';
import { standingNodes } from './standing-nodes.ts';

/** What of the stage, beside the desk, the light depends on. */
interface Lighting {
  readonly folded: ReadonlySet<string>;
  readonly isNear: boolean;
  /** Ids of what was found. */
  readonly found: ReadonlySet<string>;
  /** The folded group that the keys are at; null elsewhere. */
  readonly group: string | null;
  /** What something that is dragged would land on; null for nothing. */
  readonly target: string | null;
}

/** The light for a desk. */
export function lightOf(desk: Desk, { folded, isNear, found, group, target }: Lighting): Light {
  const { focus, hover, selected } = desk.session;
  const standing = standingNodes(desk, folded);
  return {
    focus: nodeFor(desk, folded, focus) ?? group,
    hover: nodeFor(desk, folded, hover),
    near: inkNodes(desk, folded, isNear),
    chosen: selected,
    target,
    ...standing,
    also: new Set([...standing.also, ...foundNodes(desk, folded, found)]),
  };
}
