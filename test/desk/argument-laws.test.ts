/** Laws of the moves of an argument, on generated desks: sound before and after, one undo each, nothing lost, and a reason wherever there is nothing to do. */
import { expect } from '@open-wc/testing';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { draftClaim, editClaim, whyNotDraftClaim, whyNotEditClaim } from '../../src/desk/claim-commands.ts';
import { editConflict, whyNotEditConflict } from '../../src/desk/conflict-commands.ts';
import { ownLayer, type Desk } from '../../src/desk/desk.ts';
import {
  makeGroup,
  moveToGroup,
  nestGroup,
  removeGroup,
  renameGroup,
  whyNotMakeGroup,
  whyNotMoveToGroup,
  whyNotNestGroup,
  whyNotRemoveGroup,
  whyNotRenameGroup,
} from '../../src/desk/group-commands.ts';
import {
  answerQuestion,
  castPremise,
  dropPremise,
  editInference,
  linkPremise,
  unlinkPremise,
  whyNotAnswerQuestion,
  whyNotCastPremise,
  whyNotDropPremise,
  whyNotEditInference,
  whyNotLinkPremise,
  whyNotUnlinkPremise,
} from '../../src/desk/inference-commands.ts';
import {
  mergeClaims,
  splitClaim,
  whyNotMergeClaims,
  whyNotSplitClaim,
} from '../../src/desk/merge-commands.ts';
import { raiseObjection, whyNotRaiseObjection } from '../../src/desk/objection-commands.ts';
import {
  pinClaims,
  pinOf,
  unpinClaims,
  whyNotPinClaims,
  whyNotUnpinClaims,
} from '../../src/desk/pin-commands.ts';
import { prefer, whyNotPrefer } from '../../src/desk/preference-commands.ts';
import { relate, whyNotRelate } from '../../src/desk/relation-commands.ts';
import { remove, whyNotRemove } from '../../src/desk/remove-commands.ts';
import type { Command, Store } from '../../src/desk/store.ts';
import {
  addWording,
  editWording,
  promoteWording,
  removeWording,
  whyNotAddWording,
  whyNotEditWording,
  whyNotPromoteWording,
  whyNotRemoveWording,
} from '../../src/desk/wording-commands.ts';
import { premiseRoles, type Claim } from '../../src/model/argument-records.ts';
import type { Target } from '../../src/model/record-parts.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { schemes } from '../../src/model/schemes.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, deskOn, step } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';

const sample = paper(
  p('One sentence stands here.', note('1'), ' Another follows it closely.', note('2')),
  p('A third begins a block 😀 of its own.', note('3'), ' The fourth ends it.'),
);
const { paper: page } = sample;
const length = page.text.length;

/** A move, and the reason there is against it. */
interface Tried {
  readonly name: string;
  readonly command: Command;
  readonly why: (desk: Desk) => string | null;
}

const tried = (name: string, command: Command, why: (desk: Desk) => string | null): Tried => ({
  name,
  command,
  why,
});

/** A desk with an argument of the reader's own, and one of the edition's beside it. */
function generated(dice: Dice): Store {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const theirs = ['t1', 't2', 't3'];
  const own: NotebookRecord[] = ids.map((id) => madeClaim(dice, id));
  const all = [...ids, ...theirs];
  for (let at = 0; at < 5; at += 1) {
    // Premises stand before conclusions: what is there at first argues in no circle.
    const [low, high] = [dice.below(all.length - 1), dice.below(all.length)].sort((one, two) => one - two);
    if (low === undefined || high === undefined || low === high) continue;
    const premises = [...new Set([all[low], all[dice.below(high)]])].flatMap((id) => id ?? []);
    own.push({
      ...step(`s${at}`, premises, all[high] ?? 'a'),
      scheme: dice.pick([null, 'sign', 'Own rule']),
    });
  }
  own.push(attack('x1', 'a', dice.pick(['b', 't1'])), attack('x2', 'c', 'a', { mutual: dice.next() < 0.5 }));
  own.push(attack('x3', 'f', 'ts', { attack: 'undercut' }));
  own.push(group('g1', null), group('g2', 'g1'), { ...pin('a'), ...stamp });
  const steps = dice.shuffle(
    own.map(({ id }) => id).filter((id) => !id.startsWith('g') && !id.startsWith('pin')),
  );
  own.push({ ...stamp, kind: 'presentation', id: 'show', title: 'Show', steps: steps.slice(0, 4) });
  const edition = [...theirs.map((id) => claim(id)), step('ts', ['t1'], 't2'), attack('tx', 't3', 't1')];
  return deskOn(page, { own, edition }).store;
}

const stamp = { creator: 'tester', created: '2026-01-02T03:04:05Z', modified: '2026-01-02T03:04:05Z' };
const group = (id: string, parent: string | null): NotebookRecord => ({
  ...stamp,
  kind: 'group',
  id,
  title: id,
  section: null,
  parent,
  foreign: null,
});
const pin = (id: string) => ({ kind: 'pin', id: pinOf(id), claim: id, x: 1, y: 2 }) as const;

const someTarget = (dice: Dice): Target => {
  const start = dice.below(length - 8);
  return describeRange(page.text, start, start + 3 + dice.below(5));
};

function madeClaim(dice: Dice, id: string): Claim {
  const wordings = dice
    .some(() => 0)
    .map((_, at) => ({ id: `w${at}`, text: `${id} said in way ${dice.below(3)}` }));
  const targets = dice
    .some(() => someTarget(dice))
    .map((target) => ({ ...target, ...(dice.next() < 0.5 ? { wording: `w${dice.below(2)}` } : {}) }));
  return claim(id, {
    wordings,
    targets,
    notes: page.notes.map((one) => one.id).filter(() => dice.next() < 0.4),
    group: dice.pick([null, 'g1', 'g2']),
    aside: dice.next() < 0.2,
  });
}

/** Any move at all, on whatever there is and on what there is not. */
function anyMove(dice: Dice, desk: Desk): Tried {
  const records = desk.layers.flatMap((layer) => [...layer.records.values()]);
  const any = (kind: NotebookRecord['kind']): string =>
    dice.pick([...records.filter((one) => one.kind === kind).map((one) => one.id), 'gone']);
  const wording = dice.pick(['New words.', '', 'a said in way 1', `That ${dice.pick(['a', 'b'])}.`]);
  const [one, two, inference, conflict] = [any('claim'), any('claim'), any('inference'), any('conflict')];
  const inClaim = records.find((record): record is Claim => record.kind === 'claim' && record.id === one);
  const said = dice.pick([...(inClaim?.wordings ?? []).map(({ id }) => id), 'gone']);
  const groups = dice.pick([any('group'), null]);
  const question = dice.pick([
    ...schemes.flatMap((scheme) => scheme.questions.map(({ key }) => key)),
    'none',
  ]);
  const relation = dice.pick(['supports', 'attacks', 'undercuts'] as const);
  const to = relation === 'undercuts' ? inference : two;
  const range = { start: dice.below(length), end: dice.below(length) };
  const what = dice.pick([range, wording]);
  const gist = dice.text();
  const attackPatch = dice.pick([
    { gist },
    { mutual: dice.next() < 0.5 },
    { attack: dice.pick(['rebut', 'undermine', 'undercut'] as const) },
  ]);
  const stepPatch = dice.pick([{ gist }, { scheme: 'analogy' }, { qualifier: ' ' }, { implicit: true }]);
  const role = dice.pick([...premiseRoles, null]);
  const answer = dice.pick([null, { answer: 'failed' as const }, { remark: gist }]);
  const places = new Map([[one, { x: dice.below(50), y: dice.below(50) }]]);
  const title = dice.pick(['', 'A title', 'g1']);
  const claimPatch = dice.pick([
    { wording },
    { role: 'issue' as const },
    { aside: true },
    { notes: ['fn2', 'fn1'] },
  ]);
  const record = dice.pick([...records.map(({ id }) => id), 'gone']);
  const side = dice.pick([two, inference]);
  return dice.pick(
    [
      tried('draft', draftClaim({ wording, group: groups }), (on) =>
        whyNotDraftClaim(on, { wording, group: groups }),
      ),
      tried('edit claim', editClaim(one, claimPatch), (on) => whyNotEditClaim(on, one, claimPatch)),
      tried('add wording', addWording(one, what), (on) => whyNotAddWording(on, one, what)),
      tried('edit wording', editWording(one, said, wording), (on) =>
        whyNotEditWording(on, one, said, wording),
      ),
      tried('promote', promoteWording(one, said), (on) => whyNotPromoteWording(on, one, said)),
      tried('remove wording', removeWording(one, said), (on) => whyNotRemoveWording(on, one, said)),
      tried('merge', mergeClaims(one, two), (on) => whyNotMergeClaims(on, one, two)),
      tried('split', splitClaim(one, [said]), (on) => whyNotSplitClaim(on, one, [said])),
      tried('relate', relate(relation, one, to), (on) => whyNotRelate(on, relation, one, to)),
      tried('link', linkPremise(inference, one), (on) => whyNotLinkPremise(on, inference, one)),
      tried('unlink', unlinkPremise(inference, one), (on) => whyNotUnlinkPremise(on, inference, one)),
      tried('drop', dropPremise(inference, one), (on) => whyNotDropPremise(on, inference, one)),
      tried('cast', castPremise(inference, one, role), (on) => whyNotCastPremise(on, inference, one, role)),
      tried('edit step', editInference(inference, stepPatch), (on) =>
        whyNotEditInference(on, inference, stepPatch),
      ),
      tried('answer', answerQuestion(inference, question, answer), (on) =>
        whyNotAnswerQuestion(on, inference, question, answer),
      ),
      tried('raise', raiseObjection(inference, question, wording), (on) =>
        whyNotRaiseObjection(on, inference, question, wording),
      ),
      tried('edit attack', editConflict(conflict, attackPatch), (on) =>
        whyNotEditConflict(on, conflict, attackPatch),
      ),
      tried('prefer', prefer(one, side), (on) => whyNotPrefer(on, one, side)),
      tried('make group', makeGroup({ title, parent: groups, claims: [one, two] }), (on) =>
        whyNotMakeGroup(on, { title, parent: groups, claims: [one, two] }),
      ),
      tried('move to group', moveToGroup([one, two], groups), (on) =>
        whyNotMoveToGroup(on, [one, two], groups),
      ),
      tried('rename group', renameGroup(any('group'), title), () => null),
      tried('nest group', nestGroup('g1', groups), (on) => whyNotNestGroup(on, 'g1', groups)),
      tried('remove group', removeGroup('g2'), (on) => whyNotRemoveGroup(on, 'g2')),
      tried('name g1', renameGroup('g1', title), (on) => whyNotRenameGroup(on, 'g1', title)),
      tried('pin', pinClaims(places), (on) => whyNotPinClaims(on, places)),
      tried('unpin', unpinClaims([one]), (on) => whyNotUnpinClaims(on, [one])),
      tried('remove', remove(record), (on) => whyNotRemove(on, record)),
    ].filter(({ name }) => name !== 'rename group'),
  );
}

/** The reader's own records as a value that can be compared; the order of their making does not count. */
const own = ({ desk }: Store): readonly NotebookRecord[] =>
  [...ownLayer(desk).records.values()].sort((one, two) => (one.id < two.id ? -1 : 1));

/** What of the reader's own points at nothing, and groups that lie in themselves. */
function dangling({ desk }: Store): readonly string[] {
  const all = new Set(desk.layers.flatMap((layer) => [...layer.records.keys()]));
  const records = own({ desk } as Store);
  const parents = new Map(
    records.flatMap((one) => (one.kind === 'group' ? [[one.id, one.parent] as const] : [])),
  );
  const isInItself = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return records.flatMap((one): string[] => {
    if (one.kind === 'inference') {
      const claims = one.premises.map((premise) => premise.claim);
      const isSound =
        claims.length > 0 && new Set(claims).size === claims.length && !claims.includes(one.conclusion);
      return isSound && [...claims, one.conclusion].every((id) => all.has(id)) ? [] : [one.id];
    }
    if (one.kind === 'conflict')
      return all.has(one.from) && all.has(one.to) && one.from !== one.to ? [] : [one.id];
    if (one.kind === 'preference') return all.has(one.over) && all.has(one.under) ? [] : [one.id];
    if (one.kind === 'pin') return all.has(one.claim) ? [] : [one.id];
    if (one.kind === 'presentation') return one.steps.every((id) => all.has(id)) ? [] : [one.id];
    if (one.kind === 'claim') return one.group === null || all.has(one.group) ? [] : [one.id];
    return one.kind === 'group' && isInItself(one.id) ? [one.id] : [];
  });
}

describe('every move of an argument', () => {
  it('has a reason exactly where it has nothing to do, keeps the argument sound, and is one undo', () => {
    const made = new Set<string>();
    const refused = new Set<string>();
    forSeeds(120, (seed) => {
      const dice = new Dice(seed);
      const store = generated(dice);
      for (let count = 0; count < 25; count += 1) {
        const { name, command, why } = anyMove(dice, store.desk);
        const before = own(store);
        const reason = why(store.desk);
        const isDone = store.run(command);
        (isDone ? made : refused).add(name);
        expect(reason === null, `${name}: ${String(reason)}`).to.equal(isDone);
        if (reason !== null) expect(reason, name).to.match(/^[A-Z].+[.!?]$/u);
        expect(dangling(store), name).to.deep.equal([]);
        if (!isDone) {
          expect(own(store), name).to.deep.equal(before);
          continue;
        }
        const after = own(store);
        store.undo();
        expect(own(store), `${name}, undone`).to.deep.equal(before);
        store.redo();
        expect(own(store), `${name}, done again`).to.deep.equal(after);
      }
    });
    // The law has seen every move succeed, and every move but deleting a group be refused.
    expect([...made].sort()).to.deep.equal([...new Set([...made, ...refused])].sort());
    expect(made.size).to.equal(26);
  });
});

/** Everything a claim says: its wordings, its passages by their places, and its notes. */
const told = (...claims: readonly Claim[]) => ({
  wordings: new Set(claims.flatMap((one) => [one.wording, ...one.wordings.map(({ text }) => text)])),
  passages: new Set(claims.flatMap((one) => one.targets.map(({ start, end }) => `${start}-${end}`))),
  notes: new Set(claims.flatMap((one) => one.notes)),
});

const claimsOf = (store: Store): readonly Claim[] => own(store).filter((one) => one.kind === 'claim');

describe('merging and splitting', () => {
  it('keep every wording, passage and note, and every attack and reason that was not between the two', () => {
    let merged = 0;
    forSeeds(150, (seed) => {
      const dice = new Dice(seed, 'm');
      const store = generated(dice);
      const [kept, gone] = dice.shuffle(claimsOf(store)) as [Claim, Claim];
      const before = own(store);
      if (!store.run(mergeClaims(kept.id, gone.id))) return;
      merged += 1;
      const after = claimsOf(store).find(({ id }) => id === kept.id);
      expect(after && told(after)).to.deep.equal(told(kept, gone));
      expect(after?.wording).to.equal(kept.wording);
      expect(claimsOf(store).some(({ id }) => id === gone.id)).to.equal(false);
      const renamed = (id: string): string => (id === gone.id ? kept.id : id);
      const attacks = (records: readonly NotebookRecord[]): Set<string> =>
        new Set(
          records.flatMap((one) => {
            const isOf = one.kind === 'conflict' && one.attack !== 'undercut';
            const [from, to] = isOf ? [renamed(one.from), renamed(one.to)] : ['', ''];
            return from === to ? [] : [`${from} ${to}`];
          }),
        );
      expect(attacks(own(store))).to.deep.equal(attacks(before));
    });
    expect(merged).to.be.above(60);
  });

  it('splitting takes nothing away either, and the new claim is worded as was chosen', () => {
    let split = 0;
    forSeeds(150, (seed) => {
      const dice = new Dice(seed, 'p');
      const store = generated(dice);
      const whole = dice.pick(claimsOf(store).filter(({ wordings }) => wordings.length > 0));
      if (!whole) return;
      const chosen = dice.pick(whole.wordings).id;
      expect(store.run(splitClaim(whole.id, [chosen], 'fresh'))).to.equal(true);
      split += 1;
      const [fresh, rest] = ['fresh', whole.id].map((id) => claimsOf(store).find((one) => one.id === id)) as [
        Claim,
        Claim,
      ];
      expect(told(rest, fresh)).to.deep.equal(told(whole));
      expect([fresh.wording, fresh.wordings]).to.deep.equal([
        whole.wordings.find(({ id }) => id === chosen)?.text,
        [],
      ]);
      expect(fresh.targets.every(({ wording }) => wording === undefined)).to.equal(true);
    });
    expect(split).to.be.above(60);
  });
});
