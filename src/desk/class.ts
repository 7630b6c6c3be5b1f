/** The class: whose marks are compared, where they gather in the text, how many people each stretch has. Derived, cached. */
import { crowds, gather, type Gathering, type Stretch } from '../model/gather.ts';
import type { Claim } from '../model/argument-records.ts';
import type { Annotation } from '../model/records.ts';
import { derived, isShown, ownLayer, type Desk, type Layer } from './desk.ts';
import { placed, type Placed } from './passages.ts';

/** Somebody's mark on a passage; `start` and `end` are code points of the paper text. */
export interface ClassMark {
  readonly start: number;
  readonly end: number;
  readonly record: Annotation | Claim;
  readonly layer: Layer;
}

/** A passage that people marked, and what each of them made of it. */
export interface Common extends Gathering<ClassMark> {
  /** Who marked it, in the order of the layers. */
  readonly people: readonly Layer[];
  /** True where they call it different things. */
  readonly differs: boolean;
  /** True where the reader's own notebook has a mark there. */
  readonly hasOwn: boolean;
}

const isPerson = ({ kind }: Layer): boolean => kind !== 'edition' && kind !== 'proposed';

/** Whose notebooks came back and show: those that are counted. */
export const classOf = derived((layers: readonly Layer[]): readonly Layer[] =>
  layers.filter((layer) => layer.kind === 'return' && isShown(layer)),
);

const homes = derived((layers: readonly Layer[]): ReadonlyMap<string, Layer> => {
  const index = new Map<string, Layer>();
  for (const layer of layers)
    if (isPerson(layer) && isShown(layer)) for (const id of layer.records.keys()) index.set(id, layer);
  return index;
});

const marksOn = derived((all: Placed) =>
  derived((layers: readonly Layer[]): readonly ClassMark[] => {
    const home = homes(layers);
    return all.passages.flatMap(({ start, end, record }): ClassMark[] => {
      const layer = record.kind === 'support' ? undefined : home.get(record.id);
      if (!layer || record.kind === 'support') return [];
      // An answer to somebody's mark is talk about it, not one more mark.
      return record.kind === 'annotation' && record.replyTo !== null ? [] : [{ start, end, record, layer }];
    });
  }),
);

/** The marks of everyone whose notebook shows, the reader among them, in the order of the text; replies left out. */
export const classMarks = (desk: Desk): readonly ClassMark[] => marksOn(placed(desk))(desk.layers);

/** What a mark says of its passage, in its author's words: what the colour means, that it asks, that it claims. */
export type Saying = (mark: ClassMark) => string;

const gathered = derived((marks: readonly ClassMark[]) => gather(marks));

/** The passages that people marked, in the order of the text. `saying` decides where they differ. */
export function commonPassages(desk: Desk, saying: Saying): readonly Common[] {
  const own = ownLayer(desk);
  return gathered(classMarks(desk)).map((gathering) => {
    const { members } = gathering;
    const there = new Set(members.map((mark) => mark.layer));
    const byPerson = new Map<Layer, Set<string>>();
    for (const mark of members)
      byPerson.set(mark.layer, (byPerson.get(mark.layer) ?? new Set()).add(saying(mark)));
    const sayings = new Set([...byPerson.values()].map((said) => [...said].sort().join('\n')));
    return {
      ...gathering,
      people: desk.layers.filter((layer) => there.has(layer)),
      differs: sayings.size > 1,
      hasOwn: there.has(own),
    };
  });
}

const returnedOf = derived((marks: readonly ClassMark[]) =>
  marks.filter(({ layer }) => layer.kind === 'return'),
);

/** The marks of the class alone: neither the reader's own nor those of a handout. */
export const returnedMarks = (desk: Desk): readonly ClassMark[] => returnedOf(classMarks(desk));

const heatOf = derived((marks: readonly ClassMark[]): readonly Stretch[] =>
  crowds(marks, ({ layer }) => layer.id),
);

/** How many of the class marked each stretch of the text, in its order; stretches that nobody marked are left out. */
export const heat = (desk: Desk): readonly Stretch[] => heatOf(returnedMarks(desk));

const stopsOf = derived((marks: readonly ClassMark[]): readonly Stretch[] =>
  gather(marks).map(({ start, end, members }) => ({
    start,
    end,
    count: new Set(members.map(({ layer }) => layer.id)).size,
  })),
);

/** The passages that the class marked, each with how many of it did, in the order of the text. */
export const heatStops = (desk: Desk): readonly Stretch[] => stopsOf(returnedMarks(desk));
