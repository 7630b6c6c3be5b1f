/** The import worker with readers of its own: what a file says, it does. Used by the tests of the queue. */
import { readFile } from '../../src/app/import-reading.ts';
import type { ToImporter } from '../../src/app/import-protocol.ts';
import type { PaperReader } from '../../src/formats/paper/reader.ts';
import type { DraftInline } from '../../src/model/draft.ts';
import { Fault } from '../../src/model/fault.ts';

/** `words#1` becomes words and a marker. */
const inline = (line: string): readonly DraftInline[] =>
  line
    .split(/#(\d+)/u)
    .map((part, at): DraftInline =>
      at % 2 === 0 ? { kind: 'text', text: part } : { kind: 'marker', note: `fn${part}`, label: part },
    );

/** First line: `TITLE`; a line a paragraph; `!hang`, `!slow`, `!crash`, `!locked SECRET`, `!picture` do what they say. */
const tiny: PaperReader = async (bytes, context) => {
  const { name, password } = context;
  const [title = '', ...lines] = new TextDecoder().decode(bytes).split('\n');
  if (lines.includes('!hang')) for (;;);
  if (lines.includes('!crash')) {
    // Outside of what the reading catches, as when a thread breaks off.
    setTimeout(() => {
      throw new RangeError('the thread broke off');
    });
    await new Promise(() => undefined);
  }
  if (lines.includes('!fail')) throw new RangeError('a mistake');
  const secret = lines.find((line) => line.startsWith('!locked '))?.slice(8);
  if (secret !== undefined && password !== secret)
    throw new Fault(password === null ? 'import/password' : 'import/wrong-password', name);
  for (let at = 1; at <= 5; at += 1) context.progress('Reading the lines', at, 5);
  const words = lines.filter((line) => !line.startsWith('!'));
  const blocks = words.map(
    (line, at) => ({ id: `b${at}`, kind: 'paragraph', content: inline(line) }) as const,
  );
  const picture = { name: 'f1.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) } as const;
  const numbers = [...new Set([...words.join('\n').matchAll(/#(\d+)/gu)].map((match) => match[1] ?? ''))];
  return {
    draft: {
      format: 'text',
      front: { ...(title ? { title } : {}), authors: ['Ada Byron'], year: 1843 },
      language: 'en',
      blocks,
      notes: numbers.map((label) => ({ id: `fn${label}`, label, content: [] })),
      findings: [],
    },
    pictures: lines.includes('!picture') ? [picture] : [],
  };
};

addEventListener('message', ({ data }: MessageEvent<ToImporter>) => {
  void readFile({ text: () => Promise.resolve(tiny) }, data, (message, transfer = []) =>
    postMessage(message, { transfer }),
  );
});
