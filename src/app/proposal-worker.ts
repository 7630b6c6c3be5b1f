/** Reads a paper by the rules, in a thread of its own: a long one takes seconds, and the reader reads. Runs as a worker. */
import { proposals, type Proposable } from '../desk/proposed.ts';
import type { Point } from '../model/paper-text.ts';
import { plainText } from '../model/plain-text.ts';
import { paperSchema } from '../model/schema.ts';
import type { FromProposer, ToProposer } from './proposal-messages.ts';

function readable({ text, language, blocks, sections, markers }: ToProposer): Proposable {
  const points = markers.map(({ offset, note }): Point => {
    const node = paperSchema.node('marker', { id: '', note, label: '', href: '' });
    return { offset, pos: 0, node };
  });
  const never = (): never => {
    throw new RangeError('The rules count in offsets alone.');
  };
  const own = { blocks, markers: points, pages: [], toPos: never, toOffset: never };
  return { text: { ...plainText(text), ...own }, language, sections };
}

addEventListener('message', ({ data }: MessageEvent<ToProposer>) => {
  const found: FromProposer = proposals(readable(data), data.stamp);
  postMessage(found);
});
