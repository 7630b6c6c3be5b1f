/** The pen: sets words and role signs on a canvas that is scaled to map px. */
import type { ClaimRole } from '../model/argument-records.ts';
import { roleSigns, signSize } from './card.ts';

/** How words are set. */
export interface InkSet {
  /** The words end at `x`. */
  readonly isEnd?: boolean;
  readonly isCentred?: boolean;
  /** They run from right to left, starting at `x`. */
  readonly isBackward?: boolean;
  readonly spacing?: number;
  /** A rim that keeps what runs beneath clear of the words. */
  readonly rim?: { readonly width: number; readonly colour: string };
}

const signs = new Map<ClaimRole, Path2D>();

/** The path of a role's sign, made once. */
function signPath(role: ClaimRole): Path2D {
  let path = signs.get(role);
  if (!path) signs.set(role, (path = new Path2D(roleSigns[role])));
  return path;
}

/** Writes on one canvas. */
export class Pen {
  readonly context: CanvasRenderingContext2D;

  constructor(context: CanvasRenderingContext2D) {
    this.context = context;
    context.textBaseline = 'alphabetic';
    // Letters stand where the outlines say, not on the pixels of a size that is then scaled.
    context.textRendering = 'geometricPrecision';
    context.fontKerning = 'normal';
  }

  write(text: string, font: string, colour: string, x: number, y: number, set: InkSet = {}): void {
    const { context } = this;
    context.font = font;
    context.fillStyle = colour;
    context.textAlign = set.isCentred ? 'center' : set.isEnd || set.isBackward ? 'right' : 'left';
    context.direction = set.isBackward ? 'rtl' : 'ltr';
    context.letterSpacing = `${set.spacing ?? 0}px`;
    if (set.rim) {
      context.lineWidth = set.rim.width;
      context.lineJoin = 'round';
      context.strokeStyle = set.rim.colour;
      context.strokeText(text, x, y);
    }
    context.fillText(text, x, y);
  }

  /** A role's sign, its upper left corner at a point, `side` px wide. */
  sign(role: ClaimRole, colour: string, x: number, y: number, side: number = signSize.side): void {
    const { context } = this;
    const scale = side / 10;
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    context.fillStyle = colour;
    context.fill(signPath(role));
    context.restore();
  }
}
