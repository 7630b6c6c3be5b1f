/** The save queue: groups, keeps, tries again, and says how things stand. Its sink fails when told to. */
import { expect } from '@open-wc/testing';
import { Fault, type FaultCode } from '../../src/model/fault.ts';
import type { UpdateSink } from '../../src/storage/contract.ts';
import { SaveQueue, type SaveStatus } from '../../src/storage/save-queue.ts';
import { cleanUp, freshName, numberOf, open, update } from './databases.ts';

/** A sink whose writes the test ends by hand, or which end at once. */
class Sink implements UpdateSink {
  readonly writes: number[][] = [];
  readonly kept: number[] = [];
  /** What the next writes fail with, at their commit. */
  readonly failures: FaultCode[] = [];
  /** Where set, writes wait for `release`. */
  isHolding = false;
  readonly #held: (() => void)[] = [];

  async append(notebook: string, updates: readonly Uint8Array[]): Promise<void> {
    expect(notebook).to.equal('n1');
    const numbers = updates.map(numberOf);
    this.writes.push(numbers);
    const failure = this.failures.shift();
    if (this.isHolding) await new Promise<void>((resolve) => this.#held.push(resolve));
    if (failure) throw new Fault(failure);
    this.kept.push(...numbers);
  }

  /** Ends the oldest write that waits. */
  release(): void {
    this.#held.shift()?.();
  }
}

/** A clock that the test turns: the pauses that were asked for, and the next thing to be run. */
class Clock {
  readonly pauses: number[] = [];
  #next: (() => void) | null = null;

  readonly later = (run: () => void, milliseconds: number): (() => void) => {
    this.pauses.push(milliseconds);
    this.#next = run;
    return () => {
      if (this.#next === run) this.#next = null;
    };
  };

  get isWaiting(): boolean {
    return this.#next !== null;
  }

  ring(): void {
    const run = this.#next;
    this.#next = null;
    if (!run) throw new Error('Nobody waits for the clock.');
    run();
  }
}

function setUp() {
  const sink = new Sink();
  const clock = new Clock();
  const queue = new SaveQueue(sink, 'n1', { later: clock.later });
  const heard: SaveStatus[] = [];
  queue.onStatus((status) => heard.push(status));
  return { sink, clock, queue, heard };
}

describe('a save queue', () => {
  it('writes what comes in one tick as one, and says saving, then saved', async () => {
    const { sink, queue, heard } = setUp();
    expect(queue.status).to.equal('saved');
    for (const number of [1, 2, 3]) queue.push(update(number));
    expect(queue.status).to.equal('saving');
    expect(sink.writes).to.deep.equal([]);
    expect(await queue.settled()).to.equal('saved');
    expect(sink.writes).to.deep.equal([[1, 2, 3]]);
    expect(heard).to.deep.equal(['saving', 'saved']);
  });

  it('gathers what comes while a write is under way, and is saved only when all is', async () => {
    const { sink, queue, heard } = setUp();
    sink.isHolding = true;
    queue.push(update(1));
    await Promise.resolve();
    expect(sink.writes).to.deep.equal([[1]]);
    queue.push(update(2));
    await Promise.resolve();
    queue.push(update(3));
    sink.isHolding = false;
    expect(sink.writes).to.deep.equal([[1]]);
    sink.release();
    expect(await queue.settled()).to.equal('saved');
    expect(sink.writes).to.deep.equal([[1], [2, 3]]);
    expect(heard).to.deep.equal(['saving', 'saved']);
  });

  it('keeps everything when a commit fails, says so, and tries again after longer and longer pauses', async () => {
    const { sink, clock, queue, heard } = setUp();
    sink.failures.push(...Array.from({ length: 9 }, (): FaultCode => 'storage/full'));
    queue.push(update(1));
    expect(await queue.settled()).to.equal('unsaved');
    expect(queue.fault?.code).to.equal('storage/full');
    queue.push(update(2));
    await Promise.resolve();
    expect(sink.writes).to.have.length(1);
    for (let round = 0; round < 8; round += 1) {
      clock.ring();
      expect(queue.status).to.equal('unsaved');
      expect(await queue.settled()).to.equal('unsaved');
    }
    expect(clock.pauses).to.deep.equal([250, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    expect(sink.kept).to.deep.equal([]);
    clock.ring();
    expect(await queue.settled()).to.equal('saved');
    expect(sink.kept).to.deep.equal([1, 2]);
    expect(queue.fault).to.equal(null);
    expect(heard).to.deep.equal(['saving', 'unsaved', 'saved']);
  });

  it('starts again with a short pause after a success', async () => {
    const { sink, clock, queue } = setUp();
    for (let round = 0; round < 2; round += 1) {
      sink.failures.push('storage/failed');
      queue.push(update(round));
      await queue.settled();
      clock.ring();
      await queue.settled();
    }
    expect(clock.pauses).to.deep.equal([250, 250]);
  });

  it('tries again at once when asked, and lets no timer try a second time', async () => {
    const { sink, clock, queue } = setUp();
    sink.failures.push('storage/failed');
    queue.push(update(1));
    await queue.settled();
    expect(clock.isWaiting).to.equal(true);
    expect(await queue.retry()).to.equal('saved');
    expect(clock.isWaiting).to.equal(false);
    expect(sink.writes).to.deep.equal([[1], [1]]);
  });

  it('flushes before it returns, beside a write that is under way', async () => {
    const { sink, queue } = setUp();
    sink.isHolding = true;
    queue.push(update(1));
    const first = queue.flush();
    expect(sink.writes).to.deep.equal([[1]]);
    queue.push(update(2));
    const second = queue.flush();
    expect(sink.writes).to.deep.equal([[1], [2]]);
    sink.release();
    sink.release();
    expect([await first, await second]).to.deep.equal(['saved', 'saved']);
    expect(sink.writes).to.have.length(2);
  });

  it('loses nothing when of two writes one fails and one does not, whichever comes first', async () => {
    for (const failsFirst of [true, false]) {
      const { sink, clock, queue } = setUp();
      sink.isHolding = true;
      queue.push(update(1));
      if (!failsFirst) void queue.flush();
      sink.failures.push('storage/failed');
      if (failsFirst) void queue.flush();
      queue.push(update(2));
      void queue.flush();
      sink.isHolding = false;
      sink.release();
      sink.release();
      if ((await queue.settled()) === 'unsaved') clock.ring();
      expect(await queue.settled()).to.equal('saved');
      expect([...sink.kept].sort()).to.deep.equal([1, 2]);
    }
  });

  it('takes any failure of the sink for a failed write', async () => {
    const queue = new SaveQueue({ append: () => Promise.reject(new Error('odd')) }, 'n1', new Clock());
    queue.push(update(1));
    expect(await queue.settled()).to.equal('unsaved');
    expect(queue.fault?.code).to.equal('storage/failed');
  });

  it('has settled when it has nothing to do', async () => {
    const { queue } = setUp();
    expect(await queue.settled()).to.equal('saved');
    expect(await queue.flush()).to.equal('saved');
  });
});

describe('a save queue on the device', () => {
  afterEach(cleanUp);

  it('keeps many ticks of updates in the order of their making, in fewer transactions', async () => {
    const storage = await open(freshName());
    let transactions = 0;
    const counting: UpdateSink = {
      append(notebook, updates) {
        transactions += 1;
        return storage.append(notebook, updates);
      },
    };
    const queue = new SaveQueue(counting, 'n1');
    for (let number = 0; number < 500; number += 1) {
      queue.push(update(number));
      if (number % 10 === 9) await Promise.resolve();
    }
    expect(await queue.settled()).to.equal('saved');
    expect((await storage.load('n1')).map(numberOf)).to.deep.equal(
      Array.from({ length: 500 }, (_, at) => at),
    );
    expect(transactions).to.be.below(50);
  });
});
