/** The one way to change how the paper looks: kept on the device, put on the page, and told to all who stand by its lines. */
import { readPreferences, writePreferences } from './preferences.ts';
import { applyLook, nextStep, standardLook, type Look, type Stepped } from './reading-look.ts';

/** Fired on the window around a change: `look-changing` while the old look stands, `look-changed` when the new one does. */
export class LookChange extends Event {
  readonly look: Look;

  constructor(type: 'look-changing' | 'look-changed', look: Look) {
    super(type);
    this.look = look;
  }
}

/** Changes parts of the look; answers the whole of it. */
export function changeLook(patch: Partial<Look>): Look {
  dispatchEvent(new LookChange('look-changing', readPreferences()));
  const look = writePreferences(patch);
  applyLook(look);
  dispatchEvent(new LookChange('look-changed', look));
  return look;
}

/** One step more or less of a size, a line or a distance; null where it is the last one already. */
export function stepLook(name: Stepped, way: 1 | -1): Look | null {
  const next = nextStep(name, readPreferences()[name], way);
  return next === null ? null : changeLook({ [name]: next });
}

/** Everything as it is where nobody chose. */
export const resetLook = (): Look => changeLook(standardLook);

declare global {
  interface WindowEventMap {
    'look-changing': LookChange;
    'look-changed': LookChange;
  }
}
