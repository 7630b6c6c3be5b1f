/** What is drawn on a page besides letters: pictures, drawings, rules; from the operators of pdf.js. Part of `open.ts`. */
import type { PageViewport } from 'pdfjs-dist';
import type { PdfBox, PdfPage } from './pages.ts';
import { combined } from './text-runs.ts';

/** The operators of pdf.js by name. */
export type Operators = Readonly<Record<string, number>>;

type Args = readonly unknown[] | null;

/** What pdf.js answers for a page: operators by number, and what each is told. */
export interface Operations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** Smaller pictures and drawings, in points, are ornaments. */
const smallest = 28;

/** What belongs to one drawing stands so near, in points. */
const near = 12;

/** A path: its box, and whether it is a straight line or a thin bar. */
interface Shape {
  readonly box: PdfBox;
  readonly isThin: boolean;
}

interface Layer {
  matrix: readonly number[];
  /** Whether a matrix was set and nothing painted with it since. */
  isBare: boolean;
}

/** The box that a rectangle takes once it is transformed. */
function boxOf(matrix: readonly number[], left: number, low: number, right: number, high: number): PdfBox {
  const points = [
    [left, low],
    [right, low],
    [left, high],
    [right, high],
  ].map(([x, y]) => combined(matrix, [1, 0, 0, 1, x as number, y as number]).slice(4) as [number, number]);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [x, y, Math.max(...xs) - x, Math.max(...ys) - y];
}

/** Cut to the page; null where nothing of it is left. */
function within([x, y, width, height]: PdfBox, page: PageViewport): PdfBox | null {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(page.width, x + width);
  const bottom = Math.min(page.height, y + height);
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null;
}

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  Array.isArray(value) || ArrayBuffer.isView(value);

/**
 * Pictures are opened with a limit of nothing, so that none is decoded; what is left of one is a matrix that nothing was
 * painted with: the unit square under it is its place.
 */
class Drawn {
  readonly pictures: PdfBox[] = [];
  readonly shapes: Shape[] = [];
  readonly #operators: Operators;
  readonly #stack: Layer[] = [];
  readonly #acts: ReadonlyMap<number | undefined, (args: Args) => void>;
  #layer: Layer;

  constructor(operators: Operators, viewport: PageViewport) {
    this.#operators = operators;
    this.#acts = this.#actions(operators);
    this.#layer = { matrix: viewport.transform, isBare: false };
  }

  #actions(ops: Operators): ReadonlyMap<number | undefined, (args: Args) => void> {
    const push = () => this.#push();
    const pop = () => this.#pop();
    const painted = () => {
      this.#layer.isBare = false;
    };
    return new Map<number | undefined, (args: Args) => void>([
      [ops.save, push],
      [ops.beginGroup, push],
      [ops.restore, pop],
      [ops.endGroup, pop],
      [ops.paintFormXObjectEnd, pop],
      [ops.paintFormXObjectBegin, (args) => this.#form(args)],
      [ops.transform, (args) => this.#transform(args)],
      [ops.constructPath, (args) => this.#path(args ?? [])],
      [ops.beginText, painted],
      [ops.shadingFill, painted],
    ]);
  }

  #form(args: Args): void {
    this.#push();
    if (isNumbers(args?.[0])) this.#layer.matrix = combined(this.#layer.matrix, Array.from(args[0]));
  }

  #transform(args: Args): void {
    if (args?.length !== 6) return;
    this.#layer.matrix = combined(this.#layer.matrix, args as number[]);
    this.#layer.isBare = true;
  }

  #push(): void {
    this.#stack.push({ ...this.#layer });
    this.#layer.isBare = false;
  }

  #pop(): void {
    const { matrix, isBare } = this.#layer;
    if (isBare) this.pictures.push(boxOf(matrix, 0, 0, 1, 1));
    this.#layer = { ...(this.#stack.pop() ?? { matrix }), isBare: false };
  }

  #path(args: readonly unknown[]): void {
    const box = args[2];
    const isPainted = args[0] !== this.#operators.endPath;
    if (!isPainted || !isNumbers(box) || box.length < 4) return;
    const [left = 0, low = 0, right = 0, high = 0] = Array.from(box);
    if (![left, low, right, high].every(Number.isFinite)) return;
    const placed = boxOf(this.#layer.matrix, left, low, right, high);
    this.shapes.push({ box: placed, isThin: Math.min(placed[2], placed[3]) < 2.5 });
    this.#layer.isBare = false;
  }

  /** Goes on by one operator. */
  take(operator: number, args: Args): void {
    this.#acts.get(operator)?.(args);
  }
}

const touches = (one: PdfBox, other: PdfBox, gap: number): boolean =>
  one[0] <= other[0] + other[2] + gap &&
  other[0] <= one[0] + one[2] + gap &&
  one[1] <= other[1] + other[3] + gap &&
  other[1] <= one[1] + one[3] + gap;

function joined(one: PdfBox, other: PdfBox): PdfBox {
  const x = Math.min(one[0], other[0]);
  const y = Math.min(one[1], other[1]);
  const right = Math.max(one[0] + one[2], other[0] + other[2]);
  const bottom = Math.max(one[1] + one[3], other[1] + other[3]);
  return [x, y, right - x, bottom - y];
}

interface Cluster {
  box: PdfBox;
  solid: number;
}

/** Clusters of shapes that touch; each joins those that it bridges. Shapes beyond some thousands are one cloud anyway. */
function clusters(shapes: readonly Shape[], gap: number): readonly Cluster[] {
  let found: Cluster[] = [];
  for (const { box, isThin } of shapes.slice(0, 6000)) {
    const beside = found.filter((cluster) => touches(cluster.box, box, gap));
    const whole = beside.reduce<Cluster>(
      (all, one) => ({ box: joined(all.box, one.box), solid: all.solid + one.solid }),
      { box, solid: isThin ? 0 : 1 },
    );
    if (beside.length === 1) Object.assign(beside[0] as Cluster, whole);
    else found = [...found.filter((one) => !beside.includes(one)), whole];
  }
  return found;
}

const isLarge = ([, , width, height]: PdfBox): boolean => width >= smallest && height >= smallest;

/** A background, or the scan of the page itself. */
const isPage = ([, , width, height]: PdfBox, page: PageViewport): boolean =>
  width * height > 0.85 * page.width * page.height;

/** Pictures and drawings, and thin level rules. `isScan` says whether a picture takes the whole page. */
export function drawnOn(
  { fnArray, argsArray }: Operations,
  operators: Operators,
  viewport: PageViewport,
): Pick<PdfPage, 'images' | 'rules'> & { readonly isScan: boolean } {
  const drawn = new Drawn(operators, viewport);
  fnArray.forEach((operator, at) => drawn.take(operator, argsArray[at] ?? null));
  const onPage = <T>(boxes: readonly T[], box: (one: T) => PdfBox): readonly PdfBox[] =>
    boxes.map((one) => within(box(one), viewport)).filter((one) => one !== null);
  const rules = drawn.shapes
    .filter(({ box: [, , width, height] }) => height < 2.5 && width > 18)
    .map(({ box: [x, y, width, height] }) => ({ x, y: y + height / 2, width }));
  const pictures = onPage(drawn.pictures, (box) => box).filter(isLarge);
  const drawings = clusters(
    drawn.shapes.filter(({ box }) => !isPage(box, viewport)),
    near,
  ).filter(({ solid }) => solid >= 3);
  const images = [...pictures, ...onPage(drawings, ({ box }) => box)].filter(
    (box) => isLarge(box) && !isPage(box, viewport),
  );
  return { images, rules, isScan: pictures.some((box) => isPage(box, viewport)) };
}
