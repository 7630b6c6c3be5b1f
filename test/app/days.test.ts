/** Earlier days of a notebook: what is kept of them, under which name, how many, and that it can be read again. */
import { expect, nextFrame } from '@open-wc/testing';
import { keepDays } from '../../src/app/day-keeping.ts';
import { dayName, timeName, tooMany } from '../../src/app/day-names.ts';
import { openState, sinceThen, sinceWords, stateTitle } from '../../src/app/history-state.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { annotation, claim } from '../support/desk.ts';

const meta = { id: 'n1', paper: 'p1', name: 'Mine', created: '2026-01-01T00:00:00Z' };

const daysFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => {
    const date = new Date(`${first}T12:00:00`);
    date.setDate(date.getDate() + at);
    return dayName(date);
  });

describe('the names of days', () => {
  it('are local, and sort as time goes', () => {
    expect(dayName(new Date(2026, 0, 2, 0, 0, 1))).to.equal('2026-01-02');
    expect(timeName(new Date(2026, 0, 2, 3, 4, 5))).to.equal('2026-01-02 03:04:05');
    const names = ['2026-01-02', timeName(new Date(2026, 0, 2, 0, 0, 0)), '2026-01-03'];
    expect([...names].sort()).to.deep.equal(names);
  });
});

describe('what is worth keeping', () => {
  const today = '2026-11-25';
  const kept = (names: readonly string[], size = 1000): readonly string[] => {
    const gone = new Set(
      tooMany(
        names.map((at) => ({ at, size })),
        today,
      ),
    );
    return names.filter((name) => !gone.has(name));
  };

  it('is every day of the last sixty, and of each older week one', () => {
    const names = daysFrom('2025-11-26', 365);
    const left = kept(names);
    expect(left.at(-1)).to.equal(today);
    expect(left.filter((name) => name >= '2026-09-26')).to.deep.equal(daysFrom('2026-09-26', 61));
    const old = left.filter((name) => name < '2026-09-26');
    expect(old.length).to.be.within(43, 45);
    const gaps = old.slice(1).map((name, at) => Date.parse(name) - Date.parse(old[at] ?? ''));
    expect(Math.max(...gaps) / 86_400_000).to.be.at.most(8);
  });

  it('does not change when it is thinned again, nor ever loses the latest', () => {
    const names = daysFrom('2025-11-26', 365);
    const once = kept(names);
    expect(kept(once)).to.deep.equal(once);
    expect(kept([today], 1_000_000_000)).to.deep.equal([today]);
  });

  it('has room for so many bytes, the latest first', () => {
    const names = daysFrom('2026-10-27', 30);
    expect(kept(names, 4_000_000)).to.deep.equal(names.slice(-8));
  });
});

describe('keeping days', () => {
  it('keeps what was there before the first change of each day, and nothing of an empty notebook', async () => {
    const kept = new MemoryStorage();
    const notebook = new Notebook();
    let now = new Date(2026, 10, 20, 9);
    const stop = keepDays(kept, meta, notebook, () => now);
    const on = (day: number): void => void (now = new Date(2026, 10, day, 9));
    const put = (id: string): void => notebook.apply({ label: 'Add', put: [claim(id)] });

    const names = async (count: number): Promise<readonly string[]> => {
      for (;;) {
        const all = await kept.states.names('n1');
        if (all.length >= count) return all;
        await nextFrame();
      }
    };

    put('a');
    put('b');
    on(21);
    put('c');
    put('d');
    await names(1);
    on(24);
    notebook.apply({ label: 'Delete', remove: ['a'] });
    await names(2);
    on(25);
    notebook.undo();
    expect(await names(3)).to.deep.equal(['2026-11-21', '2026-11-24', '2026-11-25']);

    const opened = await Promise.all((await kept.states.list('n1')).map(openState));
    expect(opened.map(({ records }) => [...(records?.keys() ?? [])].sort())).to.deep.equal([
      ['a', 'b'],
      ['a', 'b', 'c', 'd'],
      ['b', 'c', 'd'],
    ]);
    // The day before each is the last that something was done on, though a deletion leaves no date behind.
    expect(opened.map(({ state }) => state.last).slice(1)).to.deep.equal(['2026-11-21', '2026-11-24']);
    stop();
    on(26);
    put('e');
    expect(await kept.states.names('n1')).to.have.length(3);
  });

  it('says what became of a state, and bears with one that is damaged', async () => {
    const past = new Map([claim('a'), claim('b'), annotation('m')].map((one) => [one.id, one]));
    const now = new Map(
      [claim('a'), claim('b', { wording: 'New.' }), claim('z')].map((one) => [one.id, one]),
    );
    expect(sinceWords(sinceThen(past, now))).to.equal('1 new, 1 changed, 1 gone since');
    expect(sinceWords(sinceThen(past, past))).to.equal('as it is now');
    const state = { notebook: 'n', paper: 'p', at: '2026-11-25', last: '2026-11-20' };
    const broken = await openState({ ...state, bytes: new Uint8Array([1, 2, 3]) });
    expect(broken.records).to.equal(null);
    expect(stateTitle(broken.state)).to.match(/20/u);
  });
});
