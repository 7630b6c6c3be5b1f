/** Where the toolbar of a selection stands: never on the selected words, nor on the handles that a finger pulls. Pure. */

/** Part of the window, in px. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The selected words: their upper and lower edge, and the middle of where they end, in px. */
export interface Selected {
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
}

/** Room to the rim of the window, and for the app's own bar at its top. */
const rim = 8;
const head = 56;
/** Room to the words. The browser's handles hang below them, and may stand a little above. */
const gaps = { fine: { above: 8, below: 8 }, coarse: { above: 16, below: 28 } } as const;

/**
 * The upper left corner of a toolbar of a size. Above the words, under a finger below them; on the other side where
 * there is no room. Where the words fill the frame it stands at the frame's foot.
 */
export function barPlace(
  words: Selected,
  bar: { readonly width: number; readonly height: number },
  frame: Frame,
  pointer: keyof typeof gaps,
): { left: number; top: number } {
  const gap = gaps[pointer];
  const foot = frame.top + frame.height - rim - bar.height;
  const above = words.top - gap.above - bar.height;
  const below = words.bottom + gap.below;
  const wishes = pointer === 'coarse' ? [below, above] : [above, below];
  const top = wishes.find((one) => one >= frame.top + head && one <= foot) ?? foot;
  const left = Math.min(words.middle - bar.width / 2, frame.left + frame.width - bar.width - rim);
  return { left: Math.round(Math.max(frame.left + rim, left)), top: Math.round(top) };
}

/** What shows of the page: all of the window, or the part that a reader has zoomed in on. */
export function shownFrame(): Frame {
  if (!visualViewport) return { left: 0, top: 0, width: innerWidth, height: innerHeight };
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport;
  return { left, top, width, height };
}
