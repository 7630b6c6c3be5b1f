/** Links between tabs: what one sends all others hear once, a new one hears what is not saved, noise is not heard. */
import { expect } from '@open-wc/testing';
import { largestUpdate, TabLink } from '../../src/sync/tabs.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const freshId = (): string => crypto.randomUUID();

/** A tab: its link, what it has heard, and a way to wait until it has heard so many updates. */
function tab(notebook: string, state: () => Uint8Array | null = () => null) {
  const heard: { bytes: number[]; isUnsaved: boolean }[] = [];
  let wake = (): void => undefined;
  const link = new TabLink(notebook, {
    state,
    onUpdate: (update, isUnsaved) => {
      heard.push({ bytes: [...update.subarray(0, 9)], isUnsaved });
      wake();
    },
  });
  closers.push(() => link.close());
  const hears = async (count: number): Promise<typeof heard> => {
    while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve));
    return heard;
  };
  return { link, heard, hears };
}

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const live = (...values: number[]) => ({ bytes: values, isUnsaved: false });

describe('a link between tabs', () => {
  it('brings updates to all others in order, and not back', async () => {
    const notebook = freshId();
    const [one, two, three] = [tab(notebook), tab(notebook), tab(notebook)];
    one.link.send(bytes(1));
    one.link.send(bytes(2, 3));
    two.link.send(bytes(4));
    expect(await two.hears(2)).to.deep.equal([live(1), live(2, 3)]);
    expect(await three.hears(3)).to.deep.equal([live(1), live(2, 3), live(4)]);
    expect(await one.hears(1)).to.deep.equal([live(4)]);
  });

  it('keeps notebooks apart', async () => {
    const [one, other] = [freshId(), freshId()];
    const [listener, sender, stranger] = [tab(one), tab(one), tab(other)];
    stranger.link.send(bytes(9));
    sender.link.send(bytes(1));
    expect(await listener.hears(1)).to.deep.equal([live(1)]);
  });

  it('gives a new tab, and only that, what is not saved', async () => {
    const notebook = freshId();
    const saved = tab(notebook);
    const unsaved = tab(notebook, () => bytes(7, 7));
    const late = tab(notebook);
    expect(await late.hears(1)).to.deep.equal([{ bytes: [7, 7], isUnsaved: true }]);
    unsaved.link.send(bytes(1));
    expect(await saved.hears(1)).to.deep.equal([live(1)]);
    expect(await late.hears(2)).to.deep.equal([{ bytes: [7, 7], isUnsaved: true }, live(1)]);
  });

  it('hears no noise', async () => {
    const notebook = freshId();
    const listener = tab(notebook, () => bytes(1));
    const noise = new BroadcastChannel(`warrant/notebook/${notebook}`);
    closers.push(() => noise.close());
    const answers: unknown[] = [];
    noise.onmessage = (event) => answers.push(event.data);
    const junk = [
      null,
      'update',
      5,
      [],
      {},
      { type: 'update' },
      { type: 'update', update: 'text' },
      { type: 'update', update: [1, 2] },
      { type: 'update', update: new Uint16Array(2) },
      { type: 'update', update: new Uint8Array(largestUpdate + 1) },
      { type: 'state', update: bytes(1) },
      { type: 'state', to: 'somebody else', update: bytes(1) },
      { type: 'ask' },
      { type: 'ask', from: 'x'.repeat(65) },
      { type: '__proto__', update: bytes(1) },
    ];
    for (const message of junk) noise.postMessage(message);
    noise.postMessage({ type: 'update', update: bytes(42) });
    expect(await listener.hears(1)).to.deep.equal([live(42)]);
    listener.link.send(bytes(5));
    await tab(notebook).hears(1);
    // Only the real question of the last tab was answered.
    expect(answers.filter((data) => (data as { type: string }).type === 'state')).to.have.length(1);
  });

  it('is silent after it is closed', async () => {
    const notebook = freshId();
    const [one, two, three] = [tab(notebook), tab(notebook), tab(notebook)];
    two.link.close();
    two.link.send(bytes(1));
    one.link.send(bytes(2));
    expect(await three.hears(1)).to.deep.equal([live(2)]);
    expect(two.heard).to.deep.equal([]);
  });
});
