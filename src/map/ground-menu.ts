/** What can be done with the map as a whole, from the menu of its empty ground. */
import type { Desk } from '../desk/desk.ts';
import { argument } from '../desk/desk.ts';
import { unpinClaims, whyNotUnpinClaims } from '../desk/pin-commands.ts';
import type { MenuGroup } from '../ui/pop-menu.ts';
import type { Point } from './layout.ts';
import { commandEntry, type MenuParts } from './menu-parts.ts';

/** The menu of the ground; `at` is where it was asked for, in map px. */
export function groundMenu({ stage, chooser, writing }: MenuParts, desk: Desk, at: Point): MenuGroup[] {
  const claims = [...argument(desk).claims.keys()];
  return [
    {
      entries: [
        { words: 'A new claim here', key: 'C', why: null, run: () => writing.begin(at, null) },
        {
          words: 'Choose all claims',
          key: 'Ctrl+A',
          why: claims.length === 0 ? 'There are no claims yet.' : null,
          run: () => chooser.all(),
        },
      ],
    },
    {
      entries: [
        {
          words: 'Fit the whole map',
          key: '0',
          why: claims.length === 0 ? 'There are no claims yet.' : null,
          run: () => stage.canvas?.fit(),
        },
        commandEntry(stage, 'Let the layout place every claim', {
          command: unpinClaims(claims),
          why: whyNotUnpinClaims(desk, claims),
          said: 'The layout places every claim again',
        }),
      ],
    },
  ];
}
