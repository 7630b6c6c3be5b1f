/** The tools of the map that stand in its menu alone: what one rarely changes. */
import type { MapHabits } from './map-habits.ts';
import type { MapMenuItem } from './map-menu.ts';

/** `isOff`: nothing is drawn, or it is out of sight. */
export const furtherTools = (
  { direction, groupsAs, minimap }: MapHabits,
  isOff: boolean,
): readonly MapMenuItem[] => [
  {
    action: 'turn',
    words: direction === 'up' ? 'Draw from left to right' : 'Draw from bottom to top',
    isOff,
    isChecked: null,
  },
  { action: 'anew', words: 'Lay out anew', isOff, isChecked: null },
  { action: 'groups', words: 'Groups by colour alone', isOff, isChecked: groupsAs === 'colour' },
  { action: 'minimap', words: 'Overview in the corner', isOff: false, isChecked: minimap },
];
